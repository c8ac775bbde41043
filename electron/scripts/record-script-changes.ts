import type { ActivityKind, NewActivity } from '../../shared/domain/activity.ts';
import type { AgentId } from '../../shared/domain/ids.ts';
import type { Script } from '../../shared/domain/script.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { ScriptChange } from './script-service.ts';

type Dependencies = { readonly activities: { append(activity: NewActivity): unknown } };
type Actor = { readonly agentId: AgentId | null; readonly nowMs: EpochMs };

const RECORDED = [
  'scope',
  'groupId',
  'title',
  'code',
  'parts',
  'keywords',
  'tags',
  'fit',
] as const satisfies (keyof Script)[];

function kindOf({ before, after }: ScriptChange): ActivityKind {
  if (before === null) return 'script-created';
  if (before.archivedAtMs === after.archivedAtMs) return 'script-edited';
  return after.archivedAtMs === null ? 'script-restored' : 'script-archived';
}

/** What a script said before and after: its history, and the way back (K9). */
export function createRecordScriptChanges({ activities }: Dependencies) {
  return (changes: readonly ScriptChange[], { agentId, nowMs }: Actor): void => {
    for (const change of changes) {
      const { before, after } = change;
      const changed = RECORDED.filter(
        (field) => JSON.stringify(before?.[field]) !== JSON.stringify(after[field]),
      );
      activities.append({
        atMs: nowMs,
        kind: kindOf(change),
        subject: { kind: 'script', id: after.id },
        agentId,
        taskId: null,
        scriptId: after.id,
        importRunId: null,
        data: {
          scriptCode: after.code,
          changes: Object.fromEntries(
            changed.map((field) => [field, [before?.[field] ?? null, after[field]] as [unknown, unknown]]),
          ),
        },
      });
    }
  };
}

import { type Actor, activityBy, given } from '../../../shared/domain/acting.ts';
import type { Activity, ActivityKind, NewActivity } from '../../../shared/domain/activity.ts';
import type { Script, ScriptGroup } from '../../../shared/domain/script.ts';
import type { GroupChange, ScriptChange } from './library-change.ts';

type Dependencies = { readonly activities: { append(activity: NewActivity): Activity } };

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

const RECORDED_OF_GROUP = ['name', 'parentId'] as const satisfies (keyof ScriptGroup)[];

/** Field → [before, after]; a place among others is no change of what is said. */
function changedFields<T>(before: T | null, after: T | null, fields: readonly (keyof T & string)[]) {
  const changed = fields.filter(
    (field) => JSON.stringify(before?.[field]) !== JSON.stringify(after?.[field]),
  );
  return Object.fromEntries(
    changed.map((field): [string, [unknown, unknown]] => [
      field,
      [before?.[field] ?? null, after?.[field] ?? null],
    ]),
  );
}

function kindOf({ before, after }: ScriptChange): ActivityKind {
  if (before === null) return 'script-created';
  if (before.archivedAtMs === after.archivedAtMs) return 'script-edited';
  return after.archivedAtMs === null ? 'script-restored' : 'script-archived';
}

/** What a script said before and after: its history, and the way back (K9). `text`: where the changes came from. */
export function createRecordScriptChanges({ activities }: Dependencies) {
  return (changes: readonly ScriptChange[], actor: Actor, text?: string): Activity[] => {
    const recorded: Activity[] = [];
    for (const change of changes) {
      const { before, after } = change;
      const kind = kindOf(change);
      const changed = changedFields(before, after, RECORDED);
      if (kind === 'script-edited' && Object.keys(changed).length === 0) continue;
      recorded.push(
        activities.append({
          ...activityBy(actor, { kind: 'script', id: after.id }),
          kind,
          scriptId: after.id,
          data: { ...given({ text }), scriptCode: after.code, changes: changed },
        }),
      );
    }
    return recorded;
  };
}

export function createRecordGroupChanges({ activities }: Dependencies) {
  return (changes: readonly GroupChange[], actor: Actor): void => {
    for (const { before, after } of changes) {
      const changed = changedFields<ScriptGroup>(before, after, RECORDED_OF_GROUP);
      if (Object.keys(changed).length === 0) continue;
      activities.append({
        ...activityBy(actor, { kind: 'script-group', id: (after ?? before).id }),
        kind: 'script-group-changed',
        data: { changes: changed },
      });
    }
  };
}

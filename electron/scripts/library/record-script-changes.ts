import { type Actor, activityBy, given } from '../../../shared/domain/acting.ts';
import type { Activity, NewActivity } from '../../../shared/domain/activity.ts';
import type { ActivityKind } from '../../../shared/domain/activity-kinds.ts';
import { differenceOf, type RowKey } from '../../../shared/domain/row-change.ts';
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
  'archivedAtMs',
] as const satisfies (keyof Script)[];

const RECORDED_OF_GROUP = ['name', 'parentId'] as const satisfies (keyof ScriptGroup)[];

/** A place among others is no change of what is said. */
function changesOf<T>(
  key: RowKey,
  [before, after]: readonly [T | null, T | null],
  fields: readonly (keyof T)[],
) {
  const of = (row: T | null) => (row ? Object.fromEntries(fields.map((field) => [field, row[field]])) : null);
  return differenceOf(key, of(before), of(after));
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
      const changed = changesOf({ table: 'scripts', id: after.id }, [before, after], RECORDED);
      if (changed.length === 0) continue;
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
      const { id } = after ?? before;
      const changed = changesOf<ScriptGroup>(
        { table: 'script_groups', id },
        [before, after],
        RECORDED_OF_GROUP,
      );
      if (changed.length === 0) continue;
      activities.append({
        ...activityBy(actor, { kind: 'script-group', id }),
        kind: 'script-group-changed',
        data: { changes: changed },
      });
    }
  };
}

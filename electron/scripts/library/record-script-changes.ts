import { type Actor, activityBy, given } from '../../../shared/domain/activities/acting.ts';
import type { Activity, ActivityData, NewActivity } from '../../../shared/domain/activities/activity.ts';
import type { ActivityKind } from '../../../shared/domain/activities/activity-kinds.ts';
import { differenceOf, type RowChange, type RowKey } from '../../../shared/domain/activities/row-change.ts';
import type { ActivityId, ScriptId } from '../../../shared/domain/ids.ts';
import type { Script, ScriptGroup } from '../../../shared/domain/scripts/script.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { GroupChange, LibraryChange, ScriptChange } from './library-change.ts';

type Dependencies = { readonly activities: { append(activity: NewActivity): Activity } };

/** One act on one script or group. */
type Deed = {
  readonly subject: SubjectRef;
  readonly kind: ActivityKind;
  readonly scriptId: ScriptId | null;
  readonly data: ActivityData;
  readonly changes: readonly RowChange[];
};

const SAID = [
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
const SAID_OF_GROUP = ['name', 'parentId'] as const satisfies (keyof ScriptGroup)[];
/** Its place among others is put back with the rest, but a change of that alone says nothing new. */
const PLACE = 'sortKey';

type Sides<T> = readonly [before: T | null, after: T | null];

function changesOf<T extends { readonly sortKey: number }>(
  key: RowKey,
  [before, after]: Sides<T>,
  said: readonly (keyof T)[],
): RowChange[] {
  const of = (row: T | null) =>
    row ? Object.fromEntries(['id', ...said, PLACE].map((field) => [field, row[field as keyof T]])) : null;
  return differenceOf(key, of(before), of(after));
}

const isPlaceOnly = ({ before, after }: RowChange): boolean =>
  before !== null && after !== null && Object.keys(after).every((field) => field === PLACE);

function kindOf({ before, after }: ScriptChange): ActivityKind {
  if (before === null) return 'script-created';
  if (before.archivedAtMs === after.archivedAtMs) return 'script-edited';
  return after.archivedAtMs === null ? 'script-restored' : 'script-archived';
}

function scriptDeed(change: ScriptChange, text?: string): Deed {
  const { before, after } = change;
  const { id, code } = after;
  return {
    subject: { kind: 'script', id },
    kind: kindOf(change),
    scriptId: id,
    data: { ...given({ text }), scriptCode: code },
    changes: changesOf({ table: 'scripts', id }, [before, after], SAID),
  };
}

function groupDeed({ before, after }: GroupChange): Deed {
  const { id } = after ?? before;
  return {
    subject: { kind: 'script-group', id },
    kind: 'script-group-changed',
    scriptId: null,
    data: {},
    changes: changesOf({ table: 'script_groups', id }, [before, after], SAID_OF_GROUP),
  };
}

const saysSomething = ({ changes }: Deed): boolean => changes.some((change) => !isPlaceOnly(change));

function createAppend({ activities }: Dependencies) {
  return (
    { subject, kind, scriptId, data, changes }: Deed,
    actor: Actor,
    facts: ActivityData = {},
  ): Activity =>
    activities.append({
      ...activityBy(actor, subject),
      kind,
      scriptId,
      data: { ...data, changes: [...changes], ...facts },
    });
}

/**
 * Records scripts before and after a change: their history, and the way back (K9). `text`: the source of the changes.
 */
export function createRecordScriptChanges(dependencies: Dependencies) {
  const append = createAppend(dependencies);
  return (changes: readonly ScriptChange[], actor: Actor, text?: string): Activity[] =>
    changes
      .map((change) => scriptDeed(change, text))
      .filter(saysSomething)
      .map((deed) => append(deed, actor, { isAlongside: true }));
}

export function createRecordGroupChanges(dependencies: Dependencies) {
  const append = createAppend(dependencies);
  return (changes: readonly GroupChange[], actor: Actor): void => {
    for (const deed of changes.map(groupDeed).filter(saysSomething))
      append(deed, actor, { isAlongside: true });
  };
}

/**
 * Records what one stroke changed in the library, as one activity with others alongside, by which all of it is undone.
 */
export function createRecordStroke(dependencies: Dependencies) {
  const append = createAppend(dependencies);

  return ({ scripts, groups }: LibraryChange, actor: Actor): ActivityId | null => {
    const deeds = [...scripts.map((change) => scriptDeed(change)), ...groups.map(groupDeed)];
    const telling = deeds.filter(saysSomething);
    const [first] = deeds;
    if (first === undefined) return null;
    const [lead = { ...first, kind: 'script-moved' as const, changes: [] }, ...others] = telling;
    const places = deeds.filter((deed) => !saysSomething(deed)).flatMap(({ changes }) => changes);
    const alongside = others.map((deed) => append(deed, actor, { isAlongside: true }).id);
    return append(
      { ...lead, changes: [...lead.changes, ...places] },
      actor,
      alongside.length > 0 ? { alongside } : {},
    ).id;
  };
}

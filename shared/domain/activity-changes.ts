import type { ActivityData } from './activity.ts';

/** `'task/<id>/<field>'` → [before, after]: what an undo needs to put everything back. */
export type Changes = NonNullable<ActivityData['changes']>;

const CHANGED_THINGS = ['order', 'task', 'dispute', 'concession'] as const;
export type ChangedThing = (typeof CHANGED_THINGS)[number];

/** The fields in which the two differ. `null`: it was not there before, or is not there any more. */
export function changesOf<T extends object>(
  [thing, id]: readonly [ChangedThing, string],
  before: T | null,
  after: T | null,
): Changes {
  const fields = Object.keys(before ?? after ?? {});
  const valueOf = (side: T | null, field: string): unknown =>
    side === null ? null : (Object.entries(side).find(([key]) => key === field)?.[1] ?? null);
  return Object.fromEntries(
    fields
      .map((field): [string, [unknown, unknown]] => [
        `${thing}/${id}/${field}`,
        [valueOf(before, field), valueOf(after, field)],
      ])
      .filter(([, [was, is]]) => JSON.stringify(was) !== JSON.stringify(is)),
  );
}

type ChangedFields = {
  readonly thing: ChangedThing;
  readonly id: string;
  readonly before: Readonly<Record<string, unknown>>;
  readonly after: Readonly<Record<string, unknown>>;
};

/** The changes again, gathered per thing. */
export function readChanges(changes: Changes): ChangedFields[] {
  const paths = Object.entries(changes).flatMap(([path, [before, after]]) => {
    const [kind, id, field] = path.split('/');
    const thing = CHANGED_THINGS.find((one) => one === kind);
    return thing && id !== undefined && field !== undefined ? [{ thing, id, field, before, after }] : [];
  });
  return [...Map.groupBy(paths, ({ thing, id }) => `${thing}/${id}`).values()].flatMap((fields) => {
    const [first] = fields;
    if (!first) return [];
    return [
      {
        thing: first.thing,
        id: first.id,
        before: Object.fromEntries(fields.map(({ field, before }) => [field, before])),
        after: Object.fromEntries(fields.map(({ field, after }) => [field, after])),
      },
    ];
  });
}

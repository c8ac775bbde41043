import type { WritableDb } from '../connection.ts';
import type { Migration } from './migration.ts';

type Pairs = Readonly<Record<string, readonly [unknown, unknown]>>;
type Fields = Record<string, unknown>;
type RowChange = { table: string; id: string; before: Fields | null; after: Fields | null };
type Facts = Record<string, unknown> & { changes?: Pairs; step?: string; lineNo?: string };
type About = { readonly kind: string; readonly subjectId: string; readonly atMs: number };

const TABLES: Readonly<Record<string, string>> = {
  order: 'orders',
  task: 'tasks',
  dispute: 'disputes',
  concession: 'concessions',
};

/** Activities that recorded bare field names, because they are about one row only. */
const TABLE_OF_KIND: Readonly<Record<string, string>> = {
  'order-changed': 'orders',
  'item-changed': 'order_items',
  'customer-edited': 'customers',
  'script-created': 'scripts',
  'script-edited': 'scripts',
  'script-archived': 'scripts',
  'script-restored': 'scripts',
  'script-group-changed': 'script_groups',
};

const laterOf = ([, after]: readonly [unknown, unknown]) => after;
const earlierOf = ([before]: readonly [unknown, unknown]) => before;

function sideOf(pairs: Pairs, side: (pair: readonly [unknown, unknown]) => unknown): Fields {
  return Object.fromEntries(Object.entries(pairs).map(([field, pair]) => [field, side(pair)]));
}

/** Whether the task was put off: before the act, and after it. */
function snoozed({ state, snoozedUntilMs }: Pairs): readonly [boolean, boolean] {
  if (state) return [state[0] === 'snoozed', state[1] === 'snoozed'];
  const [before = null, after = null] = snoozedUntilMs ?? [];
  return [before !== null, after !== null];
}

/** There was one end; a snooze wrote its own over that of the step. */
function endPairs(
  ends: Pairs[string] | undefined,
  [wasSnoozed, isSnoozed]: readonly [boolean, boolean],
): Pairs {
  if (ends === undefined) return {};
  const [before, after] = ends;
  return {
    plannedExpiryAtMs: ends,
    snoozeExpiresAtMs: [wasSnoozed ? before : null, isSnoozed ? after : null],
  };
}

/** A task's state was a field of its own; now it follows from what an agent decided and what a rule derives. */
function taskPairs(pairs: Pairs, { atMs }: About): Pairs {
  const { state, expiresAtMs, ...rest } = pairs;
  const done: Pairs = state?.[1] === 'done' ? { doneAtMs: [null, rest['updatedAtMs']?.[1] ?? atMs] } : {};
  return { ...rest, ...endPairs(expiresAtMs, snoozed(pairs)), ...done };
}

/** When a script was archived stood beside the activity, not in it. */
function archivedPair({ kind, atMs }: About): Pairs {
  if (kind === 'script-archived') return { archivedAtMs: [null, atMs] };
  return kind === 'script-restored' ? { archivedAtMs: [atMs, null] } : {};
}

/** A row that was made had `null` on the one side of every field; the fields that no row leaves empty tell. */
function rowChange(key: { table: string; id: string }, pairs: Pairs, about: About): RowChange {
  const sure = pairs['orderId'] ?? pairs['name'];
  const wasMade = about.kind === 'script-created' || (sure !== undefined && sure[0] === null);
  const isGone = sure !== undefined && sure[1] === null;
  return {
    ...key,
    before: wasMade ? null : sideOf(pairs, earlierOf),
    after: isGone ? null : sideOf(pairs, laterOf),
  };
}

/** `order/<id>/<field>` and its like, in the order in which they stand there. */
function namedChanges(pairs: Pairs, about: About): RowChange[] {
  const parts = Object.entries(pairs).flatMap(([path, pair]) => {
    const [thing = '', id = '', field = ''] = path.split('/');
    const table = TABLES[thing];
    return table === undefined ? [] : [{ table, id, field, pair }];
  });
  const rows = Map.groupBy(parts, ({ table, id }) => `${table}/${id}`);
  return [...rows.values()].flatMap((fields) => {
    const [first] = fields;
    if (!first) return [];
    const own: Pairs = Object.fromEntries(fields.map(({ field, pair }) => [field, pair]));
    const key = { table: first.table, id: first.id };
    return [rowChange(key, first.table === 'tasks' ? taskPairs(own, about) : own, about)];
  });
}

function changesOf(facts: Facts, about: About): RowChange[] {
  const { changes = {}, lineNo = '' } = facts;
  if (Object.keys(changes).some((path) => path.includes('/'))) return namedChanges(changes, about);
  const table = TABLE_OF_KIND[about.kind];
  const pairs = { ...changes, ...archivedPair(about) };
  if (table === undefined || Object.keys(pairs).length === 0) return [];
  const id = table === 'order_items' ? `${about.subjectId}/${lineNo}` : about.subjectId;
  return [rowChange({ table, id }, pairs, about)];
}

/** 'agreed:1781', 'follow-up-1781' and 'decide:<id>' had packed into one word what tells them apart. */
function stepOf(packed: string): string {
  if (packed.startsWith('follow-up-')) return 'follow-up';
  const [step = packed] = packed.split(':');
  return step;
}

const KIND_OF_ACT: Readonly<Record<string, string>> = {
  chased: 'chase',
  recovered: 'chase',
  'duplicate-settled': 'duplicate',
};

/** The tasks of an import that was undone are gone; their steps still tell what most of them were. */
function kindOf(packed: string, kindOfAct: string): string | undefined {
  if (packed.startsWith('follow-up-')) return 'dispute';
  if (/^(?:decide|answer|unkept)(?::|$)/.test(packed)) return 'concession';
  return packed === 'confirm' ? 'duplicate' : KIND_OF_ACT[kindOfAct];
}

/** The data of an activity in the words and the form of this version. */
function converted(
  text: string,
  { taskKind, ...about }: About & { readonly taskKind: string | null },
): string {
  // Written by an older build.
  const facts = JSON.parse(text) as Facts;
  const { changes: _old, step, ...rest } = facts;
  const changes = changesOf(facts, about);
  const isPart = about.kind === 'handed-over' && facts.changes === undefined;
  return JSON.stringify({
    ...rest,
    ...(step === undefined ? {} : stepFacts(step, taskKind ?? kindOf(step, about.kind))),
    ...(isPart ? { isPart } : {}),
    ...(changes.length === 0 ? {} : { changes }),
  });
}

const stepFacts = (packed: string, taskKind: string | undefined) => ({
  ...(taskKind === undefined ? {} : { taskKind }),
  step: stepOf(packed),
});

function convert(db: WritableDb): void {
  db.function('convert_activity', { deterministic: true }, (text: string, about: string) =>
    converted(text, JSON.parse(about)),
  );
  // A first import has left one activity per order that says nothing more than its kind.
  db.exec(/* sql */ `
    UPDATE activities SET data = convert_activity(data, json_object('kind', kind, 'subjectId', subject_id,
      'atMs', at_ms, 'taskKind', (SELECT kind FROM tasks WHERE tasks.id = activities.task_id)))
    WHERE data <> '{}' OR kind IN ('script-archived', 'script-restored', 'handed-over')`);
}

/**
 * One form for what an activity did to the store: a list of rows, each before and after. There were two, told apart by
 * a prefix, and what an undo needs was not in all of them.
 */
export const logChanges: Migration = {
  name: 'log changes',
  work: 4,
  up(db) {
    // The one time that activities are written again: what they say stays, only its form is another.
    db.exec('DROP TRIGGER activities_are_never_changed');
    convert(db);
    db.exec(/* sql */ `
      -- What was taken back of a script is part of its history.
      DROP INDEX activities_by_script_change;
      CREATE INDEX activities_by_script_change ON activities (subject_id, at_ms)
        WHERE kind IN ('script-created', 'script-edited', 'script-archived', 'script-restored', 'undone');
      CREATE TRIGGER activities_are_never_changed BEFORE UPDATE ON activities
        BEGIN SELECT RAISE(ABORT, 'activities are append-only'); END`);
  },
};

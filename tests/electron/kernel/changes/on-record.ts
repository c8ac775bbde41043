import type { WritableDb } from '../../../../electron/store/connection.ts';
import type { ActivityData } from '../../../../shared/domain/activities/activity.ts';
import { type Row, type WrittenRow, writtenColumns } from '../../../support/watched-tables.ts';

/** The activities of one transaction, and the imports that it brought or took back. */
export type Records = {
  readonly kinds: ReadonlySet<string>;
  /** `table/id` of every row that an activity names. */
  readonly changed: ReadonlySet<string>;
  /** `kind/id` of every subject that an activity is about. */
  readonly subjects: ReadonlySet<string>;
  readonly activityIds: ReadonlySet<string>;
  readonly runs: readonly Row[];
  readonly rows: readonly WrittenRow[];
};

type Logged = {
  /** Where the change log finds the row; its own table and id, unless said otherwise. */
  readonly place?: (row: Row) => string;
  /** Columns that follow from others, or that only this PC needs. */
  readonly derived?: readonly string[];
  /** Other things on record that speak for the row, each with its reason. */
  readonly or?: (written: WrittenRow, records: Records) => boolean;
};

const rowOf = ({ before, after }: WrittenRow): Row => after ?? before ?? {};
const text = (row: Row, column: string): string => String(row[column]);
const isMade = ({ before }: WrittenRow) => before === null;
const isGone = ({ after }: WrittenRow) => after === null;

/** An import says itself which file brought rows when; an undone one is named by its activity. */
const byImport = (_: WrittenRow, { runs }: Records): boolean => runs.length > 0;

/** The keys of a run tell which orders it has added. */
const inRun = (written: WrittenRow, { runs }: Records): boolean => {
  const key = Number(rowOf(written)['key']);
  return runs.some((run) => Number(run['first_order_key']) <= key && key <= Number(run['last_order_key']));
};

const isSampleGone = (written: WrittenRow, { kinds }: Records): boolean =>
  isGone(written) && kinds.has('sample-removed');

const whileMadeOrGone = (written: WrittenRow): boolean => isMade(written) || isGone(written);

/** The items of an order come and go with it. */
const withItsOrder = (written: WrittenRow, { rows }: Records): boolean =>
  whileMadeOrGone(written) &&
  rows.some(
    (other) =>
      other.table === 'orders' && whileMadeOrGone(other) && rowOf(other)['id'] === rowOf(written)['order_id'],
  );

/** An agent decides on these columns of a task; rules derive the rest. */
const DECIDED = new Set([
  'done_at_ms',
  'snoozed_until_ms',
  'snooze_note',
  'snooze_expires_at_ms',
  'owner_id',
]);
const byHand = (row: Row) => row['kind'] === 'follow-up';

/** A rule makes and moves its own tasks; those that an agent made come and go by an activity. */
const byRule = (written: WrittenRow): boolean =>
  !byHand(rowOf(written)) &&
  (whileMadeOrGone(written) || !writtenColumns(written).some((column) => DECIDED.has(column)));

const startersInstalled = (written: WrittenRow, { kinds }: Records): boolean =>
  isMade(written) && kinds.has('starters-installed');

/** These tables hold what people and files say: each row is named by an activity. */
export const LOGGED: Readonly<Record<string, Logged>> = {
  agents: {
    or: (written, { kinds, subjects }) =>
      writtenColumns(written).every((column) => column === 'pin_hash') &&
      ['pin-set', 'pin-changed', 'pin-removed'].some((kind) => kinds.has(kind)) &&
      subjects.has(`agent/${text(rowOf(written), 'id')}`),
  },
  shops: {},
  settings: {
    place: (row) => `settings/${text(row, 'scope')}/${text(row, 'key')}`,
    // The program notes things for itself without a scope; only where updates come from is set by people.
    or: (written, records) => {
      const { scope, key } = rowOf(written);
      if (scope === '') return key !== 'updateSource' || records.kinds.has('update-source-set');
      return isSampleGone(written, records);
    },
  },
  customers: {
    or: (written, records) =>
      whileMadeOrGone(written) && (byImport(written, records) || isSampleGone(written, records)),
  },
  orders: {
    derived: ['is_live', 'updated_at_ms'],
    or: (written, records) =>
      (whileMadeOrGone(written) && inRun(written, records)) || isSampleGone(written, records),
  },
  order_items: {
    place: (row) => `order_items/${text(row, 'order_id')}/${text(row, 'line_no')}`,
    or: withItsOrder,
  },
  // A reminder that has been shown gives way to the next one.
  tasks: { derived: ['reminder_at_ms'], or: byRule },
  disputes: { place: (row) => `disputes/${text(row, 'order_id')}`, or: isSampleGone },
  product_names: { place: (row) => `product_names/${text(row, 'title')}` },
  concessions: { or: withItsOrder },
  claims: { or: isSampleGone },
  deadlines: {},
  roster_entries: { place: (row) => `roster_entries/${text(row, 'date')}:${text(row, 'agent_id')}` },
  shift_requests: {},
  cases: { derived: ['is_live'] },
  bulletins: { derived: ['is_live'] },
  handovers: { derived: ['is_live'] },
  refunds: { derived: ['is_live', 'is_open'] },
  parcels: { derived: ['is_live'] },
  case_links: { place: (row) => `cases/${text(row, 'case_id')}` },
  // A step is only ever added, in the words of the activity about its case.
  case_steps: { or: (written, { subjects }) => subjects.has(`case/${text(rowOf(written), 'case_id')}`) },
  evidence: {},
  contact_attempts: {},
  scripts: { derived: ['updated_at_ms'], or: startersInstalled },
  script_groups: { or: startersInstalled },
  // A picture that was removed is forgotten after a month.
  script_pictures: { or: (written) => isGone(written) && written.before?.['removed_at_ms'] !== null },
  script_examples: { or: withItsOrder },
  // A use has the id of the activity that says it, and an import derives what came of it.
  script_uses: {
    or: (written, records) => {
      if (isMade(written)) return records.activityIds.has(text(rowOf(written), 'id'));
      return byImport(written, records) || isSampleGone(written, records);
    },
  },
  script_proposals: { derived: ['answer_seen_at_ms'] },
};

/** These need no activity, or are one. */
export const SPEAKS_FOR_ITSELF: Readonly<Record<string, string>> = {
  activities: 'the record itself',
  import_runs: 'says which file an agent imported when, and when it was taken back',
  script_imports: 'says the same of files of scripts',
  script_import_changes: 'says which activities a file of scripts has brought',
  script_use_counts: 'counts the uses',
  script_favourites: 'arranges the view of one agent',
  script_answers: 'offers one agent again what the agent answered last',
  script_change_marks: 'says how far one agent has read the news',
  script_change_views: 'says which news one agent has read',
};

export function recordsOf(rows: readonly WrittenRow[], db: WritableDb): Records {
  const activities = rows.filter(({ table }) => table === 'activities').map(rowOf);
  const runs = rows.filter(({ table }) => table === 'import_runs').map(rowOf);
  // The undo of an import says which run it takes back; the activities of that run say what it did.
  const ofUndone = activities
    .filter(({ kind }) => kind === 'import-undone')
    .flatMap(({ import_run_id: run }) =>
      db.prepare<[unknown], Row>('SELECT * FROM activities WHERE import_run_id = ?').all(run),
    );
  return {
    kinds: new Set(activities.map((activity) => text(activity, 'kind'))),
    changed: new Set([...activities, ...ofUndone].flatMap(changedBy)),
    subjects: new Set(activities.map((one) => `${text(one, 'subject_kind')}/${text(one, 'subject_id')}`)),
    activityIds: new Set(activities.map((activity) => text(activity, 'id'))),
    runs,
    rows,
  };
}

function changedBy(activity: Row): string[] {
  const { changes = [], lineNo }: ActivityData = JSON.parse(text(activity, 'data'));
  const item = lineNo === undefined ? [] : [`order_items/${text(activity, 'subject_id')}/${lineNo}`];
  return [...changes.map(({ table, id }) => `${table}/${id}`), ...item];
}

export function isOnRecord(written: WrittenRow, records: Records): boolean {
  const logged = LOGGED[written.table];
  if (!logged) return written.table in SPEAKS_FOR_ITSELF;
  const { place = (row) => `${written.table}/${text(row, 'id')}`, derived = [], or = () => false } = logged;
  const isDerived =
    !whileMadeOrGone(written) && writtenColumns(written).every((column) => derived.includes(column));
  return isDerived || records.changed.has(place(rowOf(written))) || or(written, records);
}

/** One line for a row that nothing names, to find the act by. */
export function describeWritten(written: WrittenRow, { kinds }: Records): string {
  const columns = writtenColumns(written).join(' ');
  const what = isMade(written) ? 'made' : isGone(written) ? 'removed' : `changed ${columns}`;
  return `${written.table} ${text(rowOf(written), 'id')}: ${what}; activities: ${[...kinds].join(' ')}`;
}

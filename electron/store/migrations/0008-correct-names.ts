import type { WritableDb } from '../connection.ts';
import type { Migration } from './migration.ts';

/** As the migrations before this one have left them. */
type Change = {
  readonly table: string;
  readonly id: string;
  readonly before: Fields | null;
  readonly after: Fields | null;
};
type Fields = Readonly<Record<string, unknown>>;
type Facts = Fields & {
  readonly batch?: unknown;
  readonly isPart?: unknown;
  readonly outcome?: string;
  readonly changes?: readonly Change[];
};

const NEW_KINDS: Readonly<Record<string, string>> = {
  'case-added': 'example-added',
  'case-removed': 'example-removed',
  'case-restored': 'example-restored',
  'case-linked': 'example-linked',
};

const newKind = (kind: string): string => NEW_KINDS[kind] ?? kind;

/** The same fields in the same order, with the new name for each that has one. */
function renamed(fields: Fields, names: Readonly<Record<string, string>>): Fields {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [names[name] ?? name, value]));
}

function newChange(change: Change): Change {
  if (change.table === 'script_cases') return { ...change, table: 'script_examples' };
  if (change.table !== 'script_proposals') return change;
  const newFields = (fields: Fields | null) => fields && renamed(fields, { caseId: 'exampleId' });
  return { ...change, before: newFields(change.before), after: newFields(change.after) };
}

function newData(text: string): string {
  // Written by an older build.
  const facts = JSON.parse(text) as Facts;
  const { outcome, changes } = facts;
  const values = {
    ...facts,
    ...(outcome === undefined ? {} : { outcome: newKind(outcome) }),
    ...(changes === undefined ? {} : { changes: changes.map(newChange) }),
  };
  return JSON.stringify(renamed(values, { batch: 'alongside', isPart: 'isAlongside' }));
}

function renameInActivities(db: WritableDb): void {
  db.function('new_kind', { deterministic: true }, (kind) => newKind(String(kind)));
  db.function('new_data', { deterministic: true }, (data) => newData(String(data)));
  // An agent's own text may contain these words too; it is read as JSON, and stays as it is.
  db.exec(/* sql */ `
    DROP TRIGGER activities_are_never_changed;
    UPDATE activities SET kind = new_kind(kind), data = new_data(data)
    WHERE kind GLOB 'case-*' OR instr(data, '"batch"') OR instr(data, '"isPart"')
      OR instr(data, '"case-') OR instr(data, '"script_cases"') OR instr(data, '"caseId"');
    CREATE TRIGGER activities_are_never_changed BEFORE UPDATE ON activities
      BEGIN SELECT RAISE(ABORT, 'activities are append-only'); END`);
}

/**
 * An order that a script was made from is an example: a case is one of after-sales service. The activities of one act
 * stand alongside one another: a batch is sent to a warehouse or a courier.
 */
export const correctNames: Migration = {
  name: 'correct names',
  up(db) {
    db.exec(/* sql */ `
      ALTER TABLE script_cases RENAME TO script_examples;
      ALTER TABLE script_proposals RENAME COLUMN case_id TO example_id;
      DROP INDEX script_cases_by_script;
      DROP INDEX script_cases_by_order;
      CREATE INDEX script_examples_by_script ON script_examples (script_id, at_ms);
      CREATE INDEX script_examples_by_order ON script_examples (order_id)`);
    renameInActivities(db);
  },
};

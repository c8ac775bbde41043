import { beforeEach, describe, expect, it } from 'vitest';
import { createBase } from '../../../../electron/base.ts';
import { STORED_SUBJECTS } from '../../../../electron/store/activities/subject-sources.ts';
import { makeEach } from '../../../../electron/subject-domains.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';

let db: ReturnType<typeof createMemoryStore>['db'];
beforeEach(() => {
  ({ db } = createMemoryStore());
});

/** The tables whose rows are what an import brings, or what tasks and records are about. */
function tablesOfTheirOwn(): ReadonlySet<string> {
  const base = createBase({ db, clock: createFakeClock(0) });
  const records = makeEach('records', base)
    .flat()
    .map(({ table }) => table);
  return new Set([...records, ...STORED_SUBJECTS.map(({ table }) => table)]);
}

/** A part of an order, such as an item, may go with it; these may not go with anything. */
function goneSilently(): string[] {
  const own = tablesOfTheirOwn();
  return db
    .prepare<[], { child: string; parent: string }>(/* sql */ `
      SELECT child.name AS child, key."table" AS parent
      FROM main.sqlite_schema AS child, pragma_foreign_key_list(child.name) AS key
      WHERE child.type = 'table' AND key.on_delete = 'CASCADE'`)
    .all()
    .filter(({ child }) => own.has(child))
    .map(({ child, parent }) => `${child} with ${parent}`);
}

describe('no row goes silently when an import is undone', () => {
  it('neither a record nor the subject of tasks: the undo is refused and names what stands on it', () => {
    expect(goneSilently()).toEqual([]);
  });

  it('which a foreign key that cascades would break', () => {
    db.exec('ALTER TABLE cases ADD COLUMN order_id TEXT REFERENCES orders (id) ON DELETE CASCADE');
    expect(goneSilently()).toEqual(['cases with orders']);
  });
});

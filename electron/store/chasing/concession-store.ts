import { Concession } from '../../../shared/domain/chasing/concession.ts';
import type { ConcessionId, OrderId } from '../../../shared/domain/ids.ts';
import type { WritableDb } from '../connection.ts';
import { undoableTable } from '../undoable-table.ts';
import {
  CONCESSION_COLUMNS,
  CONCESSIONS_OF_SQL,
  type ConcessionRow,
  toConcession,
  toConcessionRow,
} from './concession-row.ts';

/** The fields of a concession that the change log keeps. */
const RecordedConcession = Concession.omit({ updatedAtMs: true });

export type ConcessionStore = ReturnType<typeof createConcessionStore>;

/** R10: the offers, requests and answers of bargaining, per order. */
export function createConcessionStore(db: WritableDb) {
  const columns = CONCESSION_COLUMNS.join(', ');
  const values = CONCESSION_COLUMNS.map((column) => `@${column}`).join(', ');
  const updates = CONCESSION_COLUMNS.map((column) => `${column} = excluded.${column}`).join(', ');
  const upsert = db.prepare<ConcessionRow>(/* sql */ `
    INSERT INTO concessions (${columns}) VALUES (${values}) ON CONFLICT (id) DO UPDATE SET ${updates}`);
  const select = db.prepare<[string], ConcessionRow>('SELECT * FROM concessions WHERE id = ?');
  const selectOf = db.prepare<[string], ConcessionRow>(CONCESSIONS_OF_SQL);
  const remove = db.prepare<[string]>('DELETE FROM concessions WHERE id = ?');

  function get(id: ConcessionId): Concession | undefined {
    const row = select.get(id);
    return row && toConcession(row);
  }
  const save = (concession: Concession): void => void upsert.run(toConcessionRow(concession));

  return {
    undoable: undoableTable({
      table: 'concessions',
      recorded: RecordedConcession,
      guarded: ['state'],
      get: (id) => get(id as ConcessionId),
      save: (concession, { nowMs }) => save({ ...concession, updatedAtMs: nowMs }),
      remove: (id) => void remove.run(id),
    }),
    get,
    /** In the order in which they came about. */
    listOf: (orderId: OrderId): Concession[] => selectOf.all(JSON.stringify([orderId])).map(toConcession),
    save,
  };
}

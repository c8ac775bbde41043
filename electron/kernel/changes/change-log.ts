import { isDeepStrictEqual } from 'node:util';
import {
  differenceOf,
  type RowChange,
  type RowFields,
  type RowKey,
} from '../../../shared/domain/row-change.ts';
import { AppError } from '../../../shared/errors.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { UndoableTable, UndoCheck } from '../../store/undoable-table.ts';

export type ChangeLog = ReturnType<typeof createChangeLog>;

/** Says what an act did to the store, and takes it back. It knows no domain: each table says how it is written. */
export function createChangeLog(tables: readonly UndoableTable[], checks: readonly UndoCheck[] = []) {
  const byName = new Map(tables.map((table) => [table.table, table]));
  if (byName.size < tables.length) throw new Error('Two stores claim one undoable table');

  function tableOf({ table }: RowKey): UndoableTable {
    const found = byName.get(table);
    if (!found) throw new Error(`No store offers the table ${table} to the change log`);
    return found;
  }

  const checksOf = ({ table }: RowKey) => checks.filter((check) => check.table === table);

  const current = (key: RowKey): RowFields | null => tableOf(key).current(key.id) ?? null;

  function refuseIfChangedSince({ after, ...key }: RowChange): void {
    const now = current(key);
    const isAsLeft =
      after === null || now === null
        ? after === now
        : tableOf(key).guarded.every((field) => !(field in after) || isSame(now[field], after[field]));
    if (!isAsLeft) throw new AppError('conflict', '之后已有变化，不能撤销');
  }

  return {
    /** Runs the work and tells how it changed the rows; the caller runs it in its transaction. */
    changesBy(rows: readonly RowKey[], work: () => void): RowChange[] {
      const before = rows.map(current);
      work();
      return rows.flatMap((key, index) => differenceOf(key, before[index] ?? null, current(key)));
    },
    /**
     * Puts everything back, the last change first, so that each row is found as the change left it. A refusal leaves
     * the transaction to be rolled back.
     */
    takeBack(changes: readonly RowChange[], nowMs: EpochMs): void {
      for (const change of changes.toReversed()) {
        refuseIfChangedSince(change);
        const { id, before } = change;
        for (const check of checksOf(change)) check.before?.(id, before);
        if (before === null) tableOf(change).remove(id, nowMs);
        else tableOf(change).put(id, before, nowMs);
      }
      for (const change of changes) for (const check of checksOf(change)) check.after?.(change.id);
    },
  };
}

/** A field without a value is lost on the way through JSON. */
const isSame = (a: unknown, b: unknown): boolean => isDeepStrictEqual(plain(a), plain(b));

const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value;

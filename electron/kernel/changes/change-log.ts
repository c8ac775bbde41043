import { isDeepStrictEqual } from 'node:util';
import type { Actor } from '../../../shared/domain/activities/acting.ts';
import {
  differenceOf,
  type RowChange,
  type RowFields,
  type RowKey,
} from '../../../shared/domain/activities/row-change.ts';
import { AppError } from '../../../shared/errors.ts';
import type { UndoableTable, UndoHooks } from '../../store/undoable-table.ts';

export type ChangeLog = ReturnType<typeof createChangeLog>;

/** Says what an act did to the store, and takes it back. It knows no domain: each table says how it is written. */
export function createChangeLog(tables: readonly UndoableTable[], hooks: readonly UndoHooks[] = []) {
  const byName = new Map(tables.map((table) => [table.table, table]));
  if (byName.size < tables.length) throw new Error('Two stores claim one undoable table');

  function tableOf({ table }: RowKey): UndoableTable {
    const found = byName.get(table);
    if (!found) throw new Error(`No store offers the table ${table} to the change log`);
    return found;
  }

  const hooksOf = ({ table }: RowKey) => hooks.filter((one) => one.table === table);

  const current = (key: RowKey): RowFields | null => tableOf(key).current(key.id) ?? null;

  function refuseIfChangedSince({ after, ...key }: RowChange): void {
    const now = current(key);
    const isAsLeft =
      after === null || now === null
        ? after === now
        : guardedIn(key, after).every((field) => isSame(now[field], after[field]));
    if (!isAsLeft) throw new AppError('conflict', '之后已有变化，不能撤销');
  }

  function guardedIn(key: RowKey, fields: RowFields): readonly string[] {
    const { guarded } = tableOf(key);
    return Object.keys(fields).filter((field) => guarded === 'all' || guarded.includes(field));
  }

  function remove(key: RowKey, { nowMs }: Actor): void {
    const table = tableOf(key);
    if (!table.remove) throw new Error(`The table ${key.table} takes no row away`);
    table.remove(key.id, nowMs);
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
    takeBack(changes: readonly RowChange[], actor: Actor): void {
      for (const change of changes.toReversed()) {
        refuseIfChangedSince(change);
        const { id, before } = change;
        for (const one of hooksOf(change)) one.before?.(id, before, actor);
        if (before === null) remove(change, actor);
        else tableOf(change).put(id, before, actor.nowMs);
      }
      for (const change of changes) for (const one of hooksOf(change)) one.after?.(change.id);
    },
  };
}

/** A field without a value is lost on the way through JSON. */
const isSame = (a: unknown, b: unknown): boolean => isDeepStrictEqual(plain(a), plain(b));

const plain = (value: unknown): unknown =>
  typeof value === 'object' && value !== null ? JSON.parse(JSON.stringify(value)) : value;

import type { z } from 'zod';
import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { RowFields } from '../../shared/domain/activities/row-change.ts';
import type { EpochMs } from '../../shared/time/clock.ts';

/** A table whose rows people's acts write describes itself so to the change log; the log knows no table by name. */
export type UndoableTable = {
  readonly table: string;
  /** The row as the log records it. */
  readonly current: (id: string) => RowFields | undefined;
  /** Fields that must be as an activity left them, or it is not taken back; the rest may move on by itself. */
  readonly guarded: readonly string[] | 'all';
  /** Writes the fields into the row, or the whole row where there is none. */
  readonly put: (id: string, fields: RowFields, nowMs: EpochMs) => void;
  /**
   * Takes the row away as if it had never been, or as far as what refers to it allows. Left out where no act that adds
   * a row can be taken back.
   */
  readonly remove?: (id: string, nowMs: EpochMs) => void;
};

/**
 * A domain refuses by these what the store would take, such as two scripts with one code, and does what follows from
 * rows that are put back.
 */
export type UndoHooks = {
  readonly table: string;
  /** Before a row is put back, or, with `null`, taken away. */
  readonly before?: (id: string, fields: RowFields | null, actor: Actor) => void;
  /** Once everything is put back. */
  readonly after?: (id: string) => void;
};

type UndoableSpec<R extends object> = {
  readonly table: string;
  /** The recorded fields of a row; those that a rule or the clock derives are left out. */
  readonly recorded: z.ZodType<R>;
  readonly guarded: readonly (keyof R & string)[];
  readonly get: (id: string) => R | undefined;
  readonly save: (row: R, changed: { readonly fields: RowFields; readonly nowMs: EpochMs }) => void;
  readonly remove?: NonNullable<UndoableTable['remove']>;
};

/** The fields come back from JSON, so they are checked before they are written. */
export function undoableTable<R extends object>(spec: UndoableSpec<R>): UndoableTable {
  const { table, recorded, guarded, get, save, ...rest } = spec;
  return {
    table,
    guarded,
    current(id) {
      const row = get(id);
      // The fields of a row are its record.
      return row && (recorded.parse(row) as RowFields);
    },
    put(id, fields, nowMs) {
      save(recorded.parse({ ...get(id), ...fields }), { fields, nowMs });
    },
    ...rest,
  };
}

/** Every store that offers such a table, by the table's name. */
export function undoableTablesOf(stores: Readonly<Record<string, object>>): UndoableTable[] {
  return Object.values(stores).flatMap((store) =>
    // A store that has this property has it of this type.
    'undoable' in store ? [store.undoable as UndoableTable] : [],
  );
}

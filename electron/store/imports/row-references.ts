import type { WritableDb } from '../connection.ts';
import { isForeignKeyError } from '../foreign-key-error.ts';

/** A row by its table and its id. */
type Row = { readonly table: string; readonly id: string };

type ForeignKeyRow = { readonly child: string; readonly child_key: string; readonly sql: string };

/** Named in a refusal, or counted; more would only be told as a number. */
const MOST_TOLD = 100;

/** Finds what points to a row, in whatever table: the schema knows, so that no list can be forgotten. */
export function createRowReferences(db: WritableDb) {
  const selectForeignKeys = db.prepare<[string], ForeignKeyRow>(/* sql */ `
    SELECT child.name AS child,
      (SELECT name FROM pragma_table_info(child.name) WHERE pk > 0 ORDER BY pk LIMIT 1) AS child_key,
      key."from" || ' = (SELECT ' || coalesce(key."to", 'id') || ' FROM ' || key."table" || ' WHERE id = ?)' AS sql
    FROM main.sqlite_schema AS child, pragma_foreign_key_list(child.name) AS key
    WHERE child.type = 'table' AND lower(key."table") = lower(?) AND key.on_delete <> 'CASCADE'`);

  function listPointingTo({ table, id }: Row): Row[] {
    return selectForeignKeys.all(table).flatMap(({ child, child_key: key, sql }) =>
      db
        .prepare<[string, number], { id: unknown }>(`SELECT ${key} AS id FROM ${child} WHERE ${sql} LIMIT ?`)
        .all(id, MOST_TOLD)
        .map((row) => ({ table: child, id: String(row.id) })),
    );
  }

  return {
    /** Does the removal, or answers what points to the row; a removal that was refused has changed nothing. */
    removeUnlessPointedTo(row: Row, remove: () => void): Row[] {
      try {
        remove();
        return [];
      } catch (error) {
        if (!isForeignKeyError(error)) throw error;
        return listPointingTo(row);
      }
    },
  };
}

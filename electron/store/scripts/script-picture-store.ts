import { z } from 'zod';
import type { ScriptPictureId } from '../../../shared/domain/ids.ts';
import {
  PICTURE_EXTENSIONS,
  type PictureExtension,
  ScriptPicture,
} from '../../../shared/domain/scripts/media/script-picture.ts';
import type { WritableDb } from '../connection.ts';
import { undoableTable } from '../undoable-table.ts';

/** A picture with the file that it is: several pictures may be one file. */
const StoredPicture = ScriptPicture.extend({
  sha256: z.string(),
  extension: z.enum(PICTURE_EXTENSIONS),
  removedAtMs: z.int().nullable(),
});
export type StoredPicture = z.infer<typeof StoredPicture>;

type PictureRow = {
  readonly id: string;
  readonly name: string;
  readonly sha256: string;
  readonly extension: string;
  readonly byte_count: number;
  readonly added_at_ms: number;
  readonly removed_at_ms: number | null;
};

function toPicture(row: PictureRow): StoredPicture {
  return {
    id: row.id as ScriptPictureId,
    name: row.name,
    sha256: row.sha256,
    extension: row.extension as PictureExtension,
    byteCount: row.byte_count,
    addedAtMs: row.added_at_ms,
    removedAtMs: row.removed_at_ms,
  };
}

export function createScriptPictureStore(db: WritableDb) {
  const select = db.prepare<[string], PictureRow>('SELECT * FROM script_pictures WHERE id = ?');
  const selectByName = db.prepare<[string], PictureRow>(
    'SELECT * FROM script_pictures WHERE name = ? AND removed_at_ms IS NULL',
  );
  const selectAll = db.prepare<[], PictureRow>(/* sql */ `
    SELECT * FROM script_pictures WHERE removed_at_ms IS NULL ORDER BY added_at_ms DESC, id DESC`);
  const selectFiles = db.prepare<[], Pick<PictureRow, 'sha256' | 'extension'>>(
    'SELECT DISTINCT sha256, extension FROM script_pictures',
  );
  const insert = db.prepare<[PictureRow]>(/* sql */ `
    INSERT INTO script_pictures (id, name, sha256, extension, byte_count, added_at_ms, removed_at_ms)
    VALUES (@id, @name, @sha256, @extension, @byte_count, @added_at_ms, @removed_at_ms)`);
  const mark = db.prepare<[number | null, string]>(
    'UPDATE script_pictures SET removed_at_ms = ? WHERE id = ?',
  );
  const forget = db.prepare<[number]>('DELETE FROM script_pictures WHERE removed_at_ms < ?');

  function get(id: ScriptPictureId): StoredPicture | undefined {
    const row = select.get(id);
    return row && toPicture(row);
  }

  return {
    undoable: undoableTable({
      table: 'script_pictures',
      recorded: StoredPicture,
      guarded: ['removedAtMs'],
      get: (id) => get(id as ScriptPictureId),
      save: ({ id, removedAtMs }) => void mark.run(removedAtMs, id),
      // Its file stays for a while, and so does the row that names it.
      remove: (id, nowMs) => void mark.run(nowMs, id),
    }),
    get,
    /** Without regard to case; not among the removed ones. */
    findByName(name: string): StoredPicture | undefined {
      const row = selectByName.get(name);
      return row && toPicture(row);
    },
    /** Newest first. */
    list: (): StoredPicture[] => selectAll.all().map(toPicture),
    /** The names of all files that a row still needs, removed pictures included. */
    listFiles: (): { readonly sha256: string; readonly extension: string }[] => selectFiles.all(),
    add(picture: StoredPicture): void {
      insert.run({
        id: picture.id,
        name: picture.name,
        sha256: picture.sha256,
        extension: picture.extension,
        byte_count: picture.byteCount,
        added_at_ms: picture.addedAtMs,
        removed_at_ms: picture.removedAtMs,
      });
    },
    setRemoved: (id: ScriptPictureId, atMs: number): void => void mark.run(atMs, id),
    forgetRemovedBefore: (ms: number): void => void forget.run(ms),
  };
}

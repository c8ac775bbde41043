import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ScriptExportFormat } from '../../../shared/domain/scripts/script-file.ts';
import { pictureNamesOf } from '../../../shared/domain/scripts/script-template/template-words.ts';
import { AppError } from '../../../shared/errors.ts';
import type { ScriptFileExported } from '../../../shared/ipc/contract/scripts/script-file-contract.ts';
import type { Table } from '../../exports/table.ts';
import { PICTURE_FOLDER } from '../planning/picture-folder.ts';
import type { SheetScript } from '../reading/script-row.ts';
import { scriptTable } from '../reading/script-table.ts';
import { phraseNotes, unsaidFields, writePhrases } from './write-phrases.ts';

export type ExportPorts = {
  /** Writes whole or not at all; the ending of the path says how. */
  readonly saveTable: (path: string, table: Table) => void;
  readonly saveFile: (path: string, content: Uint8Array) => void;
  /** `undefined` where there is no such picture, or its file is gone. */
  readonly readPicture: (name: string) => Uint8Array | undefined;
};

type Request = { readonly path: string; readonly format: ScriptExportFormat; readonly account: string };
type Picture = { readonly name: string; readonly bytes: Uint8Array };

/** The file, and beside it the pictures that the scripts show. */
export function createExportScripts({ saveTable, saveFile, readPicture }: ExportPorts) {
  function picturesOf(scripts: readonly SheetScript[]): Picture[] {
    const names = new Set(scripts.flatMap(({ script }) => pictureNamesOf(script.parts)));
    return [...names].flatMap((name) => {
      const bytes = readPicture(name);
      return bytes === undefined ? [] : [{ name, bytes }];
    });
  }

  return (scripts: readonly SheetScript[], { path, format, account }: Request): ScriptFileExported => {
    const pictures = picturesOf(scripts);
    const folder = join(dirname(path), PICTURE_FOLDER);
    refuseOtherPictures(folder, pictures);
    const isTable = format === 'xlsx' || format === 'csv';
    if (isTable) saveTable(path, scriptTable(scripts));
    else saveFile(path, writePhrases(format, scripts, { account }));
    savePictures(folder, pictures);
    return {
      kind: 'exported',
      path,
      count: scripts.length,
      pictureCount: pictures.length,
      unsaid: isTable ? [] : unsaidFields(format, scripts),
      notes: isTable ? [] : phraseNotes(format, scripts),
    };
  };
}

/** Somebody else's picture of the same name is not written over. */
function refuseOtherPictures(folder: string, pictures: readonly Picture[]): void {
  for (const { name, bytes } of pictures) {
    const path = join(folder, name);
    if (existsSync(path) && !readFileSync(path).equals(bytes)) {
      throw new AppError('conflict', `「${PICTURE_FOLDER}」文件夹里已有另一张 ${name}，请导出到别的文件夹`);
    }
  }
}

function savePictures(folder: string, pictures: readonly Picture[]): void {
  if (pictures.length === 0) return;
  mkdirSync(folder, { recursive: true });
  for (const { name, bytes } of pictures) writeFileSync(join(folder, name), bytes);
}

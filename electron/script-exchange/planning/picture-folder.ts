import { readFileSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { PICTURE_BYTES_AT_MOST } from '../../../shared/domain/scripts/media/script-picture.ts';
import { pictureNamesOf } from '../../../shared/domain/scripts/script-template/template-words.ts';
import { AppError } from '../../../shared/errors.ts';
import { pictureMark } from '../reading/read-rows.ts';
import type { ReadRow } from '../reading/script-row.ts';

/** Beside the file, as V3 has it. */
export const PICTURE_FOLDER = '图片';

export type KnownPictures = {
  readonly isKnown: (name: string) => boolean;
  /** Under which name these bytes are kept, or will be; refuses what is no picture for a chat. */
  readonly nameFor: (
    picture: NewPicture,
    isTaken: (name: string) => boolean,
  ) => { readonly name: string; readonly isKept: boolean };
};
export type NewPicture = { readonly name: string; readonly bytes: Uint8Array };

type Found =
  | { readonly kind: 'named'; readonly name: string }
  | { readonly kind: 'note'; readonly note: string };

/** The pictures of a script file. They are looked at once, and read again only to be kept. */
export function openPictureFolder(filePath: string, knownPictures: KnownPictures) {
  const found = new Map<string, Found>();
  /** Of what is not kept yet, by the name that it will have. */
  const paths = new Map<string, string>();

  function look(name: string): Found {
    // The name comes from a file: it may name no place outside of the folder.
    const path = join(dirname(filePath), PICTURE_FOLDER, basename(name.replaceAll('\\', '/')));
    const size = sizeOf(path);
    if (size === undefined) {
      if (knownPictures.isKnown(name)) return { kind: 'named', name };
      return { kind: 'note', note: `图片 ${name} 不在文件旁的「${PICTURE_FOLDER}」文件夹里` };
    }
    if (size > PICTURE_BYTES_AT_MOST)
      return { kind: 'note', note: `图片 ${name} 有 ${Math.ceil(size / 1024)} KB，最大 1024 KB，没有导入` };
    try {
      const kept = knownPictures.nameFor({ name, bytes: readFileSync(path) }, (taken) => paths.has(taken));
      if (!kept.isKept) paths.set(kept.name, path);
      return { kind: 'named', name: kept.name };
    } catch (error) {
      if (error instanceof AppError) return { kind: 'note', note: `${error.message}，没有导入` };
      throw error;
    }
  }

  function find(name: string): Found {
    const known = found.get(name) ?? look(name);
    found.set(name, known);
    return known;
  }

  return {
    /** The row with its pictures by the names that the library has for them. */
    named({ script, fault, notes }: ReadRow): ReadRow {
      if (!script.parts.some(mayShowPicture)) return { script, fault, notes };
      const names = pictureNamesOf(script.parts);
      const renamed = names.map((name) => ({ name, found: find(name) }));
      const parts = script.parts.map((part) =>
        renamed.reduce(
          (text, one) =>
            one.found.kind === 'named'
              ? text.replaceAll(pictureMark(one.name), pictureMark(one.found.name))
              : text,
          part,
        ),
      );
      const more = renamed.flatMap((one) => (one.found.kind === 'note' ? [one.found.note] : []));
      return { script: { ...script, parts }, fault, notes: [...notes, ...more] };
    },
    /** Those of these parts that are not kept yet. */
    newNames(parts: readonly string[]): string[] {
      const wanted = new Set(pictureNamesOf(parts.filter(mayShowPicture)));
      return [...paths.keys()].filter((name) => wanted.has(name));
    },
    read(name: string): NewPicture {
      return { name, bytes: readFileSync(paths.get(name) ?? '') };
    },
  };
}

const mayShowPicture = (part: string) => part.includes('图片');

function sizeOf(path: string): number | undefined {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isFile() === true ? stats.size : undefined;
}

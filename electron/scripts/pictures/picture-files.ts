import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { EpochMs } from '../../../shared/time/clock.ts';

export type PictureFiles = ReturnType<typeof createPictureFiles>;
export type PictureFile = { readonly sha256: string; readonly extension: string };

const nameOf = ({ sha256, extension }: PictureFile) => `${sha256}.${extension}`;

/** The folder beside the database. A file is named by its content, so what is there under its name is whole. */
export function createPictureFiles(folder: string) {
  const pathOf = (file: PictureFile) => join(folder, nameOf(file));

  return {
    has: (file: PictureFile): boolean => existsSync(pathOf(file)),
    read: (file: PictureFile): Uint8Array => readFileSync(pathOf(file)),
    /** On disk before it returns, or not there at all. */
    write(file: PictureFile, bytes: Uint8Array): void {
      const path = pathOf(file);
      if (existsSync(path)) return;
      mkdirSync(folder, { recursive: true });
      const unfinished = `${path}.${process.pid}.part`;
      const handle = openSync(unfinished, 'w');
      try {
        writeSync(handle, bytes);
        fsyncSync(handle);
      } finally {
        closeSync(handle);
      }
      renameSync(unfinished, path);
    },
    /** Removes what a crash left behind and what no picture needs any more; another process may just be writing. */
    keepOnly(needed: readonly PictureFile[], writtenBeforeMs: EpochMs): void {
      if (!existsSync(folder)) return;
      const kept = new Set(needed.map(nameOf));
      for (const name of readdirSync(folder)) {
        const path = join(folder, name);
        const isOurs = /^[0-9a-f]{64}\.(?:png|jpg)(?:\.\d+\.part)?$/u.test(name);
        const isUnused = isOurs && !kept.has(name) && statSync(path).mtimeMs < writtenBeforeMs;
        if (isUnused) rmSync(path, { force: true });
      }
    },
  };
}

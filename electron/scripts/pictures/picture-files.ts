import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { EpochMs } from '../../../shared/time/clock.ts';

export type PictureFiles = ReturnType<typeof createPictureFiles>;
export type PictureFile = { readonly sha256: string; readonly extension: string };

const nameOf = ({ sha256, extension }: PictureFile) => `${sha256}.${extension}`;

type Dependencies = {
  readonly folder: string;
  /** The file is on the disk before it returns. */
  readonly keepDurably: (path: string, bytes: Uint8Array) => void;
};

/** The folder beside the database. A file is named by its content, so what is there under its name is whole. */
export function createPictureFiles({ folder, keepDurably }: Dependencies) {
  const pathOf = (file: PictureFile) => join(folder, nameOf(file));

  return {
    has: (file: PictureFile): boolean => existsSync(pathOf(file)),
    read: (file: PictureFile): Uint8Array => readFileSync(pathOf(file)),
    write: (file: PictureFile, bytes: Uint8Array): void => keepDurably(pathOf(file), bytes),
    /** Removes what a crash left behind and what no picture needs any more; another process may just be writing. */
    keepOnly(needed: readonly PictureFile[], writtenBeforeMs: EpochMs): void {
      if (!existsSync(folder)) return;
      const kept = new Set(needed.map(nameOf));
      for (const name of readdirSync(folder)) {
        const path = join(folder, name);
        const isOurs = /^[0-9a-f]{64}\.(?:png|jpg)(?:\.\d+\.(?:part|unfinished))?$/u.test(name);
        const isUnused = isOurs && !kept.has(name) && statSync(path).mtimeMs < writtenBeforeMs;
        if (isUnused) rmSync(path, { force: true });
      }
    },
  };
}

import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

const ABANDONED_AFTER_MS = 3_600_000;

/**
 * Makes a folder whole or not at all: filled under another name, then renamed. An interrupted run leaves only
 * a `.making-` folder behind, and of two runs at once the first to finish wins.
 */
export async function makeOnce(folder: string, fill: (temporary: string) => Promise<void>): Promise<string> {
  if (existsSync(folder)) return folder;
  await mkdir(dirname(folder), { recursive: true });
  await removeAbandoned(dirname(folder));
  const temporary = await mkdtemp(join(dirname(folder), `.making-${basename(folder)}-`));
  try {
    await fill(temporary);
    await rename(temporary, folder).catch((error: unknown) => {
      if (!existsSync(folder)) throw error;
    });
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return folder;
}

async function removeAbandoned(root: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (!name.startsWith('.making-')) continue;
    const started = await stat(join(root, name)).catch(() => undefined);
    if (started === undefined || Date.now() - started.mtimeMs < ABANDONED_AFTER_MS) continue;
    await rm(join(root, name), { recursive: true, force: true });
  }
}

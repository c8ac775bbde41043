import { statSync } from 'node:fs';

/** The file under a program that has it open is gone, or is another one. */
export type StoreLoss = 'missing' | 'replaced';

/** The file itself, whatever its name; `null` where there is none. */
function identityOf(path: string): string | null {
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  if (stats === undefined) return null;
  // Windows lets nobody move or replace a file that SQLite has open, and its network drives number files anew.
  return process.platform === 'win32' ? 'there' : `${stats.dev}:${stats.ino}`;
}

/**
 * Looks whether the file and its log are still those that were opened. Unix lets other programs take them away: every
 * write would go on without a word, into files that nobody finds again.
 */
export function createStoreWatch(databasePath: string): () => StoreLoss | null {
  const file = identityOf(databasePath);
  let log = identityOf(`${databasePath}-wal`);

  return () => {
    const now = identityOf(databasePath);
    if (now === null) return 'missing';
    if (now !== file) return 'replaced';
    const logNow = identityOf(`${databasePath}-wal`);
    if (log !== null && logNow !== log) return 'replaced';
    log = logNow;
    return null;
  };
}

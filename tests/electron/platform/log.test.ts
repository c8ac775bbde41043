import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import consoleAndFile from 'electron-log/node.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog, logFolderIn } from '../../../electron/platform/log.ts';
import { createMemoryStore } from '../../support/memory-store.ts';

const MEGABYTE = 1024 * 1024;

describe('X6: the log', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiaoer-log-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  const written = (): string =>
    readdirSync(logFolderIn(folder))
      .map((name) => readFileSync(join(logFolderIn(folder), name), 'utf8'))
      .join('');

  it('knows of a failed write where it happened, and nothing of the customer', () => {
    const log = quietLog();
    const { db } = createMemoryStore();
    const save = db.prepare("INSERT INTO customers VALUES (?, 'tmall', '橘子不吃皮', NULL, 2, ?, NULL, 0)");
    try {
      save.run('customer-1', '住在示例路 1 号');
    } catch (error) {
      log.error('customers.edit', error);
    }
    db.close();
    expect(written()).toMatch(/customers\.edit SqliteError · SQLITE_CONSTRAINT_CHECK/);
    expect(written()).toMatch(/log\.test\.ts:\d+/);
    expect(written()).not.toMatch(/橘子|示例路|customer-1/);
  });

  function quietLog() {
    const log = createLog(folder);
    consoleAndFile.transports.console.level = false;
    return log;
  }

  it('stays small however much goes wrong', () => {
    const log = quietLog();
    const error = new Error('x');
    for (let count = 0; count < 12_000; count += 1) log.error('a handler', error);
    const files = readdirSync(logFolderIn(folder));
    expect(files.toSorted()).toEqual(['main.log', 'main.old.log']);
    for (const name of files)
      expect(statSync(join(logFolderIn(folder), name)).size).toBeLessThan(2.1 * MEGABYTE);
  });
});

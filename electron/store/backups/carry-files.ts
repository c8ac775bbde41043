import { existsSync, linkSync, mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import Database from 'better-sqlite3';
import { copyDurably, fsyncFolder } from '../files/durable-files.ts';
import { namesIn } from '../files/names-in.ts';

/** The folders beside a store whose files are named by their content, and so never change. */
const FOLDERS = ['pictures', 'evidence'] as const;
const BY_CONTENT = /^([0-9a-f]{64})(?:\.\w+)?$/u;

const filesIn = (folder: string): string[] => namesIn(folder).filter((name) => BY_CONTENT.test(name));

/**
 * Takes the pictures and the evidence along, without a second copy on the same disk. Answers how many could not;
 * `beforeEach` may stop it.
 */
export function carryFiles(from: string, to: string, beforeEach = () => {}): number {
  let leftOut = 0;
  for (const name of FOLDERS) leftOut += carryFolder(join(from, name), join(to, name), beforeEach);
  return leftOut;
}

function carryFolder(from: string, to: string, beforeEach: () => void): number {
  const there = new Set(filesIn(to));
  const missing = filesIn(from).filter((name) => !there.has(name));
  if (missing.length === 0) return 0;
  mkdirSync(to, { recursive: true });
  const leftOut = missing.filter((name) => {
    beforeEach();
    return !hasCarried(join(from, name), join(to, name));
  });
  fsyncFolder(to);
  return leftOut.length;
}

function hasCarried(source: string, target: string): boolean {
  try {
    linkSync(source, target);
    return true;
  } catch {
    return hasCopied(source, target);
  }
}

/** Another disk, or one without links such as a stick. */
function hasCopied(source: string, target: string): boolean {
  try {
    const [, wanted] = BY_CONTENT.exec(target.slice(dirname(target).length + 1)) ?? [];
    if (copyDurably(source, target) === wanted) return true;
    // The disk gave other bytes than were written once.
    rmSync(target, { force: true });
    return false;
  } catch {
    return false;
  }
}

const FILES_OF = {
  pictures: `SELECT DISTINCT sha256 FROM script_pictures`,
  evidence: `SELECT DISTINCT sha256 FROM evidence WHERE sha256 IS NOT NULL`,
} as const;

function filesNamedIn(path: string, folder: (typeof FOLDERS)[number]): string[] | null {
  try {
    const db = new Database(path, { readonly: true, fileMustExist: true });
    try {
      const hasTable = db.prepare(`SELECT 1 FROM sqlite_master WHERE name = ?`);
      const table = folder === 'pictures' ? 'script_pictures' : 'evidence';
      return hasTable.get(table) === undefined ? [] : db.prepare<[], string>(FILES_OF[folder]).pluck().all();
    } finally {
      db.close();
    }
  } catch {
    return null;
  }
}

/** Removes what no backup that is kept, and not the store itself, names any more. */
export function dropUnusedFiles(folder: string, backups: readonly string[], live: string): void {
  for (const name of FOLDERS) {
    const kept = filesIn(join(folder, name)).filter((file) => !existsSync(join(live, name, file)));
    if (kept.length === 0) continue;
    const named = backups.map((path) => filesNamedIn(path, name));
    // A backup that cannot be read may need any of them.
    if (named.includes(null)) continue;
    const needed = new Set(named.flatMap((files) => files ?? []));
    for (const file of kept) {
      const [, sha256 = ''] = BY_CONTENT.exec(file) ?? [];
      if (!needed.has(sha256)) rmSync(join(folder, name, file), { force: true });
    }
  }
}

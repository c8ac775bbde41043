import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';

const FIRST_STORE = resolve(import.meta.dirname, '../fixtures/stores/version-1.db.gz');

/** Puts a store at the path as the build of schema version 1 left it after its first import. */
export function writeFirstStore(path: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, gunzipSync(readFileSync(FIRST_STORE)));
}

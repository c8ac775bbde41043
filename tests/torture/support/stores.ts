import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { storeState } from '../../../electron/store/state/store-state.ts';
import { verifyFile } from '../../../electron/store/state/verify-file.ts';
import { START_MS } from '../program/acts.ts';
import { runWhole } from './run-whole.ts';

/** In the folder of each part: the store of a shop that has begun. */
export const baseIn = (folder: string): string => join(folder, 'base');

/** Has the program make that store. */
export async function makeBase(folder: string): Promise<void> {
  mkdirSync(baseIn(folder));
  await runWhole(['set-up', join(baseIn(folder), 'xiaoer.db')]);
}

/** A folder of its own with the same store in it; answers with the path of the store. */
export function copyOf(base: string, name: string): string {
  const folder = join(base, '..', name);
  rmSync(folder, { recursive: true, force: true });
  cpSync(base, folder, { recursive: true });
  return join(folder, 'xiaoer.db');
}

/** The fault that the program finds in the store when it starts, or `verify`; `null`: there is none. */
export function faultOf(path: string): string | null {
  const state = storeState(path, { isThorough: true });
  if (state.kind !== 'ok') return `the store is ${state.kind}`;
  const found = verifyFile(path, { nowMs: START_MS, busyTimeoutMs: 0 });
  return found?.ok === true ? null : `verify: ${found?.problems.join('; ') ?? 'no store'}`;
}

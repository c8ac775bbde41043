import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Verification } from '../../../electron/store/verify/verify-store.ts';
import type { RunningApp } from './app.ts';

const execute = promisify(execFile);
const repositoryRoot = resolve(import.meta.dirname, '../../..');

/** Checks the data file from outside, as an IT department would: the app must not be running. */
export async function verifyData({ userData }: RunningApp): Promise<Verification> {
  const databasePath = join(userData, 'data', 'xiaoer.db');
  const node = join(repositoryRoot, 'node_modules', '.bin', 'node');
  const { stdout } = await execute(node, ['cli/main.ts', 'verify', '--db', databasePath, '--json'], {
    cwd: repositoryRoot,
  });
  return JSON.parse(stdout) as Verification;
}

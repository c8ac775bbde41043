import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import type { Verification } from '../../../electron/store/verify/verify-store.ts';
import type { RunningApp } from './app.ts';

const execute = promisify(execFile);
const repositoryRoot = resolve(import.meta.dirname, '../../..');

async function runCli({ userData }: RunningApp, command: string, ...rest: string[]): Promise<string> {
  const databasePath = join(userData, 'data', 'xiaoer.db');
  const node = join(repositoryRoot, 'node_modules', '.bin', 'node');
  const { stdout } = await execute(node, ['cli/main.ts', command, ...rest, '--db', databasePath, '--json'], {
    cwd: repositoryRoot,
  });
  return stdout;
}

/** Checks the data file from outside, as an IT department would: the app must not be running. */
export async function verifyData(app: RunningApp): Promise<Verification> {
  return JSON.parse(await runCli(app, 'verify')) as Verification;
}

/** Imports the file for the shop of `openShop` as a scheduled task of the PC does, beside the app. */
export async function importBeside(app: RunningApp, path: string, { now }: { now: string }): Promise<void> {
  await runCli(app, 'import', path, '--shop', '示例旗舰店', '--platform', 'tmall', '--now', now);
}

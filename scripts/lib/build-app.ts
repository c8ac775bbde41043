import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fingerprint } from './fingerprint.ts';
import { repositoryRoot, toolPath } from './paths.ts';
import { run, ScriptError } from './run.ts';

const INPUTS = [
  'electron/**/*',
  'renderer/**/*',
  'shared/**/*',
  'resources/**/*',
  'electron.config.ts',
  'tsconfig*.json',
  'package-lock.json',
];
const stampFile = join(repositoryRoot, 'out', 'app', 'built-from');

export async function buildApp(): Promise<void> {
  const inputs = await fingerprint(INPUTS);
  const { exitCode } = await run(toolPath('electron-vite'), ['build', '--config', 'electron.config.ts']);
  if (exitCode !== 0) throw new ScriptError('The app could not be built.');
  await writeFile(stampFile, inputs);
}

/** Builds only when a source, a resource or a setting of the build has changed since the last time. */
export async function buildAppIfStale(): Promise<void> {
  const stamp = await readFile(stampFile, 'utf8').catch(() => '');
  if (stamp === (await fingerprint(INPUTS))) return;
  await buildApp();
}

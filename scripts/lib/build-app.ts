import { join } from 'node:path';
import { madeFrom } from './made-from.ts';
import { repositoryRoot, toolPath } from './paths.ts';
import { run, ScriptError } from './run.ts';

const app = madeFrom({
  inputs: [
    'electron/**/*',
    'renderer/**/*',
    'shared/**/*',
    'resources/**/*',
    'electron.config.ts',
    'tsconfig*.json',
    'package-lock.json',
  ],
  stampFile: join(repositoryRoot, 'out', 'app', 'built-from'),
  async make() {
    const { exitCode } = await run(toolPath('electron-vite'), ['build', '--config', 'electron.config.ts']);
    if (exitCode !== 0) throw new ScriptError('The app could not be built.');
  },
});

export const buildApp = app.makeNow;

/** Builds only when a source, a resource or a setting of the build has changed since the last time. */
export const buildAppIfStale = app.makeIfStale;

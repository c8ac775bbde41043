import { requirePackages } from './desktop/system-packages.ts';
import { buildAppIfStale } from './lib/build-app.ts';
import { repositoryRoot } from './lib/paths.ts';
import { run, runScript, ScriptError } from './lib/run.ts';
import { findRuntime } from './runtime/find-runtime.ts';

// Usage: npm start [-- ARGUMENT…]; the arguments go to the app.
await runScript(async () => {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform === 'linux' && !DISPLAY && !WAYLAND_DISPLAY) {
    throw new ScriptError(
      'There is no display to open a window on (DISPLAY and WAYLAND_DISPLAY are not set).\n' +
        'On a machine without a screen, `npm run demo` plays a working day and saves what it looks like in out/demo/.',
    );
  }
  await requirePackages(['app']);
  await buildAppIfStale();
  const runtime = await findRuntime();
  const args = [...runtime.args, repositoryRoot, ...process.argv.slice(2)];
  return (await run(runtime.executable, args)).exitCode;
});

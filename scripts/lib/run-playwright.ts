import { onPrivateDesktop } from '../desktop/on-desktop.ts';
import { findRuntime } from '../runtime/find-runtime.ts';
import { buildAppIfStale } from './build-app.ts';
import { toolPath } from './paths.ts';
import { run } from './run.ts';

/** One test waits for its window most of the time, so that two cores have room for three. */
const E2E_DESKTOPS = 3;

/** As many desktops as asked for; other systems than Linux have the user's own and no other. */
async function onDesktops<T>(
  count: number,
  body: (desktops: readonly NodeJS.ProcessEnv[]) => Promise<T>,
): Promise<T> {
  return onPrivateDesktop(async (desktop) => {
    if (count === 1 || process.platform !== 'linux') return body([desktop]);
    return onDesktops(count - 1, (others) => body([desktop, ...others]));
  });
}

/** Builds what is stale and runs one Playwright project on private desktops; returns its exit code. */
export async function runPlaywright(
  project: 'e2e' | 'demo' | 'hands' | 'screens',
  args: readonly string[] = [],
): Promise<number> {
  await buildAppIfStale();
  const runtime = await findRuntime();
  return onDesktops(project === 'e2e' ? E2E_DESKTOPS : 1, async (desktops) => {
    const env = {
      ...desktops[0],
      XIAOER_ELECTRON: runtime.executable,
      XIAOER_ELECTRON_ARGS: runtime.args.join(' '),
      // `playwright.config.ts` gives one to each of its workers.
      XIAOER_DESKTOPS: JSON.stringify(desktops.map(ownVariables)),
    };
    const finished = await run(toolPath('playwright'), ['test', `--project=${project}`, ...args], { env });
    return finished.exitCode;
  });
}

/** The variables by which one desktop differs from another. */
const ownVariables = (desktop: NodeJS.ProcessEnv): NodeJS.ProcessEnv =>
  Object.fromEntries(Object.entries(desktop).filter(([name, value]) => process.env[name] !== value));

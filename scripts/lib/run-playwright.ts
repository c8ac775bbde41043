import { onPrivateDesktop } from '../desktop/on-desktop.ts';
import { findRuntime } from '../runtime/find-runtime.ts';
import { buildAppIfStale } from './build-app.ts';
import { toolPath } from './paths.ts';
import { run } from './run.ts';

/** Builds what is stale and runs one Playwright project on a private desktop; returns its exit code. */
export async function runPlaywright(project: 'e2e' | 'demo', args: readonly string[] = []): Promise<number> {
  await buildAppIfStale();
  const runtime = await findRuntime();
  return onPrivateDesktop(async (desktop) => {
    const env = {
      ...desktop,
      XIAOER_ELECTRON: runtime.executable,
      XIAOER_ELECTRON_ARGS: runtime.args.join(' '),
    };
    const finished = await run(toolPath('playwright'), ['test', `--project=${project}`, ...args], { env });
    return finished.exitCode;
  });
}

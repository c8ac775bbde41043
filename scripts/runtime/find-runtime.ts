import { existsSync } from 'node:fs';
import { ScriptError } from '../lib/run.ts';
import { isFallbackPossible, makeFallbackRuntime } from './fallback-runtime.ts';
import { downloadOfficial, executableIn, installedDistribution, versionOf } from './official-runtime.ts';

export type Runtime = {
  readonly executable: string;
  /** The unpacked Electron that the executable belongs to. */
  readonly distribution: string;
  readonly version: string;
  /** A better-sqlite3 compiled for this runtime, where the published binary does not fit. */
  readonly addon?: string;
  /** Switches that this machine needs and that the product itself must never carry. */
  readonly args: readonly string[];
  /** One line for people: which runtime, and what it is good for. */
  readonly description: string;
};

/** Finds an Electron runtime, or makes one; scripts/README.md says why there are four ways. */
export async function findRuntime(report: (text: string) => void = console.log): Promise<Runtime> {
  const runtime = await chooseRuntime(report);
  report(`Runtime: ${runtime.description}`);
  return { ...runtime, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] };
}

async function chooseRuntime(report: (text: string) => void): Promise<Omit<Runtime, 'args'>> {
  const override = process.env['ELECTRON_OVERRIDE_DIST_PATH'];
  if (override !== undefined && override !== '') {
    const executable = executableIn(override);
    if (!existsSync(executable)) {
      throw new ScriptError(`ELECTRON_OVERRIDE_DIST_PATH holds no Electron: ${executable} is missing`);
    }
    const version = versionOf(override);
    return {
      executable,
      distribution: override,
      version,
      description: `Electron ${version} from ELECTRON_OVERRIDE_DIST_PATH`,
    };
  }
  const official = installedDistribution() ?? (await downloadOfficial(report));
  if (official !== undefined) {
    const version = versionOf(official);
    return {
      executable: executableIn(official),
      distribution: official,
      version,
      description: `Electron ${version}, official binary`,
    };
  }
  if (!isFallbackPossible) {
    throw new ScriptError(
      'The Electron release server cannot be reached. Set ELECTRON_MIRROR to a mirror of it, ' +
        'or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, and run this again.',
    );
  }
  return makeFallbackRuntime(report);
}

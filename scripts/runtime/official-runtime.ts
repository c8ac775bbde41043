import { existsSync, readFileSync } from 'node:fs';
import { mkdir, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../lib/paths.ts';
import { run } from '../lib/run.ts';

const RELEASE_SERVER = 'https://github.com/electron/electron/releases/download/';
const CONNECT_TIMEOUT_MS = 10_000;
const DOWNLOAD_TIMEOUT_MS = 15 * 60_000;
/** A closed network rarely opens within the day, and every start would wait for it. */
const ASK_AGAIN_AFTER_MS = 24 * 3_600_000;

const electronPackage = dirname(createRequire(import.meta.url).resolve('electron/package.json'));

/** The path of the executable inside a distribution. */
const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  darwin: 'Electron.app/Contents/MacOS/Electron',
  win32: 'electron.exe',
};

export function executableIn(distribution: string): string {
  return join(distribution, EXECUTABLES[process.platform] ?? 'electron');
}

export function versionOf(distribution: string): string {
  const file = join(distribution, 'version');
  return existsSync(file) ? readFileSync(file, 'utf8').trim().replace(/^v/, '') : 'of unknown version';
}

/** The distribution folder that the `electron` package downloaded, if it has. */
export function installedDistribution(): string | undefined {
  const distribution = join(electronPackage, 'dist');
  return existsSync(executableIn(distribution)) ? distribution : undefined;
}

/** Downloads the pinned release, unless its server cannot be reached. */
export async function downloadOfficial(report: (text: string) => void): Promise<string | undefined> {
  const server =
    process.env['ELECTRON_MIRROR'] ?? process.env['npm_config_electron_mirror'] ?? RELEASE_SERVER;
  const refusal = join(cacheFolder(), `unreachable-${encodeURIComponent(server)}`);
  if (await isYoung(refusal)) return undefined;
  if (await isReachable(server)) {
    report(`Downloading Electron from ${server}`);
    const script = join(electronPackage, 'install.js');
    await run(process.execPath, [script], { timeoutMs: DOWNLOAD_TIMEOUT_MS });
    const distribution = installedDistribution();
    if (distribution !== undefined) {
      await rm(refusal, { force: true });
      return distribution;
    }
  }
  await mkdir(dirname(refusal), { recursive: true });
  await writeFile(refusal, '');
  return undefined;
}

async function isReachable(server: string): Promise<boolean> {
  try {
    await fetch(server, {
      method: 'HEAD',
      redirect: 'manual',
      signal: AbortSignal.timeout(CONNECT_TIMEOUT_MS),
    });
    return true;
  } catch {
    return false;
  }
}

async function isYoung(file: string): Promise<boolean> {
  const written = await stat(file).catch(() => undefined);
  return written !== undefined && Date.now() - written.mtimeMs < ASK_AGAIN_AFTER_MS;
}

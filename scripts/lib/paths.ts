import { homedir } from 'node:os';
import { join, resolve } from 'node:path';

export const repositoryRoot = resolve(import.meta.dirname, '../..');

/** Things that every clone of this repository on the machine can share. */
export function cacheFolder(): string {
  return resolve(process.env['XIAOER_CACHE'] ?? join(homedir(), '.cache', 'xiaoer'));
}

/** The command-line tool of a development dependency. */
export function toolPath(name: string): string {
  return join(repositoryRoot, 'node_modules', '.bin', name);
}

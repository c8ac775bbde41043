import { readdirSync, statSync } from 'node:fs';

/** Nothing where there is no such folder. */
export function namesIn(folder: string): string[] {
  return statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
}

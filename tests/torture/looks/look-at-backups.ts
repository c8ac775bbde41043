import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { listBackups, readManifest } from '../../../electron/store/backups/backup-files.ts';
import { digestOf } from '../support/digest.ts';
import { faultOf } from '../support/stores.ts';
import type { Twin } from '../support/twin.ts';
import type { Interrupted } from './look.ts';

/** Whole is: the bytes that its note says, a sound store, and what the store held after some act. */
function faultOfBackup(file: string, twin: Twin): string | null {
  const manifest = readManifest(file);
  if (!manifest) return 'its note is missing';
  const sha256 = createHash('sha256').update(readFileSync(file)).digest('hex');
  if (sha256 !== manifest.sha256) return 'its bytes are others than its note says';
  return twin.actsIn(digestOf(file)).length === 0 ? 'it is the store after no act' : faultOf(file);
}

/** A backup is whole or it is not there, and the last one that was confirmed is there. */
export function lookAtBackups({
  path,
  lines,
  where,
  tally,
  twin,
}: Interrupted & { readonly twin: Twin }): void {
  const folder = join(dirname(path), 'backups');
  const [, last] = lines.at(-1)?.split(' ') ?? [];
  if (last !== undefined && !existsSync(join(folder, basename(last))))
    tally.broke(`${where}: the last backup is not there`);
  for (const { file } of listBackups(folder, path)) {
    const fault = faultOfBackup(file, twin);
    if (fault !== null) tally.broke(`${where}, ${basename(file)}: ${fault}`);
    tally.count('backups read through');
  }
}

import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import type { Part } from './support/part.ts';
import { runWhole } from './support/run-whole.ts';
import { faultOf } from './support/stores.ts';
import { createTally, skipped, type TallyCounter } from './support/tally.ts';

const CALLS_PER_DISK = 300;
/** A disk of its own in memory, that no other process sees; what lies on it is brought out at the end. */
const ON_SMALL_DISK = `mount -t tmpfs -o size=128m tmpfs "$0" && "$@"; ended=$?; cp -r "$0/." "$0-after"; exit $ended`;

function mayMount(folder: string): boolean {
  try {
    execFileSync('unshare', ['-m', 'mount', '-t', 'tmpfs', 'tmpfs', folder], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const isAboutRoom = (message: string): boolean => /空间/u.test(message);

function count(lines: readonly string[], tally: TallyCounter, where: string): string[] {
  const confirmed: string[] = [];
  for (const line of lines) {
    const [how = '', channel = '', ...rest] = line.split(' ');
    const words = rest.join(' ');
    if (how === 'accepted') {
      tally.count('accepted');
      if (words !== '-' && words !== 'null') confirmed.push(words);
    } else if (how === 'internal') tally.broke(`${where}, ${channel}: no sentence for ${words}`);
    else if (how === 'refused')
      tally.count(isAboutRoom(words) ? 'refused for want of room, in words' : 'refused for other reasons');
  }
  return confirmed;
}

function missingFrom(path: string, confirmed: readonly string[]): number {
  const db = new Database(path, { readonly: true });
  const select = db.prepare<[string]>('SELECT 1 FROM activities WHERE id = ?');
  const missing = confirmed.filter((id) => select.get(id) === undefined).length;
  db.close();
  return missing;
}

/** Every channel on a disk without room: what was confirmed is there, and what was not is said in words. */
export const tortureByFullDisks: Part = async ({ rounds, seed, folder, say }) => {
  const what = 'calls of all channels on a full disk';
  if (!mayMount(folder)) return [skipped('full', what, 'this user may not mount a small disk')];
  const tally = createTally('full', what);
  for (let done = 0; done < rounds; done += CALLS_PER_DISK) {
    const calls = Math.min(CALLS_PER_DISK, rounds - done);
    const disk = join(folder, `disk-${done}`);
    mkdirSync(disk);
    mkdirSync(`${disk}-after`);
    const args = ['starve', join(disk, 'xiaoer.db'), String(seed + done), String(calls)];
    const under = ['unshare', '-m', 'sh', '-c', ON_SMALL_DISK, disk];
    const { lines } = await runWhole(args, under);
    const after = join(`${disk}-after`, 'xiaoer.db');
    const where = `seed ${seed + done}`;
    const confirmed = count(lines, tally, where);
    for (let call = 0; call < calls; call += 1) tally.round();
    const fault = faultOf(after);
    if (fault !== null) tally.broke(`${where}: ${fault}`);
    const missing = missingFrom(after, confirmed);
    if (missing > 0) tally.broke(`${where}: ${missing} confirmed acts are gone`);
    rmSync(`${disk}-after`, { recursive: true });
    say(`${done + calls} calls on full disks`);
  }
  return [tally.result()];
};

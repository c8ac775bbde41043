import { mkdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { below, pick, type Random } from '../../bench/support/random.ts';
import { READY } from '../children/say.ts';
import { createDisk, type Loss } from './disk.ts';
import type { SystemCall } from './system-call.ts';

const LOSSES: readonly Loss[] = ['all', 'nothing', 'some', 'some', 'some'];
/** Of the output, by which the errand says what is confirmed. */
const OUTPUT = 1;

export type Cut = {
  /** The store as the cut has left it. */
  readonly path: string;
  /** The lines that had been said before. */
  readonly lines: readonly string[];
  readonly where: string;
};

type Cutting = {
  readonly calls: readonly SystemCall[];
  /** Where the store was when the errand began. */
  readonly before: string;
  /** The path of the store, as the errand knew it. */
  readonly path: string;
  readonly cuts: number;
  readonly random: Random;
};

const changes = ({ kind }: SystemCall): boolean => kind !== 'open' && kind !== 'close';

/** Cuts the power at random moments of what was recorded, and gives what is left of the store each time. */
export function* cutEverywhere({ calls, before, path, cuts, random }: Cutting): Generator<Cut> {
  const root = dirname(path);
  const disk = createDisk(before, root);
  const places = calls.flatMap((call, at) => (changes(call) ? at : []));
  const wanted = Array.from({ length: cuts }, () => places[below(random, places.length)] ?? 0);
  const byPlace = Map.groupBy(wanted, (at) => at);
  const lines: string[] = [];
  for (const [at, call] of calls.entries()) {
    for (const [number] of (byPlace.get(at) ?? []).entries()) {
      const loss = pick(random, LOSSES);
      const target = join(root, '..', 'after-a-cut');
      rmSync(target, { recursive: true, force: true });
      mkdirSync(target);
      disk.leave(target, loss, random);
      const where = `call ${at} (${call.kind}), ${loss} of what was not synced lost, ${number}`;
      yield { path: join(target, basename(path)), lines: [...lines], where };
    }
    disk.take(call);
    if (call.kind === 'write' && call.fd === OUTPUT) lines.push(...said(call.data));
  }
}

const said = (data: Buffer): string[] =>
  data
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '' && line !== READY);

import { once } from 'node:events';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { UpgradeMessage } from '../../electron/platform/upgrade-store.ts';
import { openForJob } from '../../electron/store/connection.ts';
import { MINUTE } from '../../shared/time/durations.ts';
import { firstStoreWith } from './data/first-store.ts';
import { benchFolder, copyOfStore } from './data/make-store.ts';
import { type Figure, shownOnly, toFigure, within } from './support/figures.ts';
import { spreadOf, timeMs } from './support/measure.ts';

type Options = { readonly orders: number };

const THREAD = new URL('../../electron/migration-worker.ts', import.meta.url);

/** In a thread, as the app does it. Returns when it told how far it is, and last of all that it was done. */
async function upgrade(databasePath: string): Promise<number[]> {
  const startedAt = performance.now();
  const toldAtMs: number[] = [];
  let last: UpgradeMessage | undefined;
  const worker = new Worker(THREAD, { workerData: databasePath });
  worker.on('message', (message: UpgradeMessage) => {
    last = message;
    toldAtMs.push(performance.now() - startedAt);
  });
  // Rejects where the thread has thrown.
  await once(worker, 'exit');
  if (last?.kind !== 'done') throw new Error(`The upgrade ended with ${JSON.stringify(last)}`);
  return toldAtMs;
}

/** SQLite's own copy of the file, without a look at what is in it. */
function copyMs(databasePath: string): number {
  const copy = join(benchFolder, 'work', 'upgrade-copy.db');
  rmSync(copy, { force: true });
  const db = openForJob(databasePath);
  const spentMs = timeMs(() => db.prepare<[string]>('VACUUM INTO ?').run(copy));
  db.close();
  rmSync(copy);
  return spentMs;
}

/** Bringing the store of the very first version up, with the copy that is made before. */
export async function benchUpgrade({ orders }: Options): Promise<Figure[]> {
  const databasePath = copyOfStore(firstStoreWith(orders), 'upgrade');
  const reference = spreadOf([copyMs(databasePath)]);
  const toldAtMs = await upgrade(databasePath);
  const silencesMs = toldAtMs.map((atMs, index) => atMs - (toldAtMs[index - 1] ?? 0));
  const common = { unit: 'ms', rows: orders, against: 'the copy that is made before', reference } as const;
  return [
    toFigure({
      ...common,
      id: 'upgrade',
      what: 'bring a store of the first version up',
      subject: spreadOf([toldAtMs.at(-1) ?? Number.POSITIVE_INFINITY]),
      budget: within(2 * MINUTE),
    }),
    toFigure({
      ...common,
      id: 'upgrade-silence',
      what: 'longest time without progress meanwhile',
      subject: spreadOf([Math.max(...silencesMs)]),
      budget: shownOnly,
    }),
  ];
}

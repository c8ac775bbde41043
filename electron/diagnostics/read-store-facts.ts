import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { z } from 'zod';

/** A damaged store is what diagnostics are for: then there is a reason in place of the facts. */
const Answer = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), facts: z.record(z.string(), z.unknown()) }),
  z.object({ ok: z.literal(false), reason: z.string() }),
]);
export type StoreReading = z.infer<typeof Answer>;

type Request = { readonly workerUrl: URL; readonly databasePath: string; readonly nowMs: number };

/** Counts and checks in a thread of its own: a year of orders takes seconds. */
export async function readStoreInWorker({ workerUrl, databasePath, nowMs }: Request): Promise<StoreReading> {
  const worker = new Worker(workerUrl, { workerData: { databasePath, nowMs } });
  const [answer] = await once(worker, 'message');
  return Answer.parse(answer);
}

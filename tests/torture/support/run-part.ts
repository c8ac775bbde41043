import { Worker } from 'node:worker_threads';
import type { PartOptions } from './part.ts';
import type { Tally } from './tally.ts';

export type PartData = Pick<PartOptions, 'rounds' | 'seed' | 'folder'> & { readonly name: string };
export type FromPart =
  | { readonly kind: 'said'; readonly text: string }
  | { readonly kind: 'began'; readonly what: string }
  | { readonly kind: 'ended'; readonly tallies: readonly Tally[] };

/** A round takes milliseconds; one that is not over by then never will be. */
const NEVER_MS = 300_000;

const hung = (part: string, what: string): Tally => ({
  part,
  what: 'a round that never ended; those after it were not run',
  rounds: 1,
  seen: {},
  broken: [`${what}: no end`],
});

/** Runs the part in a thread; a round that hangs ends it, and is told by its name. */
export function runPart(data: PartData, say: (text: string) => void): Promise<readonly Tally[]> {
  const worker = new Worker(new URL('../part-worker.ts', import.meta.url), { workerData: data });
  return new Promise((resolve, reject) => {
    let round = '';
    let timer: NodeJS.Timeout | undefined;
    function watch(): void {
      clearTimeout(timer);
      // A part without rounds of its own waits for processes, and these end by themselves or are killed.
      if (round === '') return;
      timer = setTimeout(() => {
        resolve([hung(data.name, round)]);
        void worker.terminate();
      }, NEVER_MS);
    }
    worker.on('message', (message: FromPart) => {
      if (message.kind === 'began') round = message.what;
      else if (message.kind === 'said') say(message.text);
      else {
        round = '';
        resolve(message.tallies);
      }
      watch();
    });
    worker.on('error', reject);
  });
}

import { verifyStore } from '../../../electron/store/verify/verify-store.ts';
import { describeError } from '../../../shared/describe-error.ts';
import { below, pick, type Random } from '../../bench/support/random.ts';
import { replyOf } from '../../support/main-side/ask-main.ts';
import type { TallyCounter } from '../support/tally.ts';
import { mutate } from './mutate.ts';
import { ASKED, keepSignedIn, openWorkstation, payloadFor } from './workstation.ts';

const MINUTE = 60_000;
/** A call that has not answered by then never will: everything else here takes milliseconds. */
const NEVER_MS = 120_000;

const own = (prototype: object) => Object.getOwnPropertyNames(prototype).length;
/** Grows when a payload has reached a prototype. */
const prototypes = (): number => own(Object.prototype) + own(Array.prototype) + own(String.prototype);

const neverAnswered = Symbol('never answered');
async function answered<T>(call: Promise<T>): Promise<T | typeof neverAnswered> {
  let timer: NodeJS.Timeout | undefined;
  const never = new Promise<typeof neverAnswered>((resolve) => {
    timer = setTimeout(() => resolve(neverAnswered), NEVER_MS);
  });
  try {
    return await Promise.race([call, never]);
  } finally {
    clearTimeout(timer);
  }
}

type Sitting = {
  readonly folder: string;
  readonly calls: number;
  readonly seed: number;
  readonly random: Random;
  readonly tally: TallyCounter;
  /** Before each call: a call that hangs this thread is known by it. */
  readonly begin: (what: string) => void;
};

/** One program with its store, and thousands of payloads. */
export async function sit({ folder, calls, seed, random, tally, begin }: Sitting): Promise<void> {
  const before = prototypes();
  const workstation = openWorkstation(folder, random);
  const { main } = workstation;
  for (let number = 0; number < calls; number += 1) {
    keepSignedIn(workstation, random);
    const channel = pick(random, ASKED);
    const payload = await payloadFor(workstation, channel, random);
    const isMutated = random() < 0.35;
    const where = `seed ${seed}, call ${number}, ${channel}`;
    begin(where);
    const call = replyOf(main, channel, isMutated ? mutate(payload, random) : payload);
    const reply = await answered(call);
    tally.round();
    if (reply === neverAnswered) tally.broke(`${where}: no answer`);
    else if (reply.ok) tally.count('accepted');
    else if (reply.failure.code === 'internal') tally.count('answered with an internal error');
    else tally.count('refused in words');
    for (const { what, error } of main.bugs.splice(0))
      tally.broke(`${where}: ${what}: ${describeError(error)}`);
    if (prototypes() !== before) tally.broke(`${where}: a prototype has grown`);
    if (random() < 0.1) main.clock.advanceBy(below(random, 90) * MINUTE);
  }
  const { ok, problems } = verifyStore(main.db, main.clock.now());
  if (!ok) tally.broke(`seed ${seed}, after ${calls} calls: ${problems.join('; ')}`);
  main.db.close();
}

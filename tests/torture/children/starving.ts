import { closeSync, fstatSync, ftruncateSync, openSync, statfsSync, writeSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { MINUTE } from '../../../shared/time/durations.ts';
import { below, createRandom, pick, type Random } from '../../bench/support/random.ts';
import { replyOf } from '../../support/main-side/ask-main.ts';
import {
  ASKED,
  keepSignedIn,
  openWorkstation,
  payloadFor,
  type Workstation,
} from '../payloads/workstation.ts';
import { READY, say } from './say.ts';

const KIB = 1024;
/** The disk is filled anew after so many calls. */
const CALLS_PER_FILL = 8;

/** A file that takes the room of the disk away, but for so many bytes. */
function createBallast(folder: string) {
  const file = openSync(join(folder, 'ballast'), 'w');
  const free = () => {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  };
  return {
    leave(bytes: number): void {
      const size = fstatSync(file).size + free() - bytes;
      ftruncateSync(file, Math.max(0, Math.min(size, fstatSync(file).size)));
      const piece = Buffer.alloc(64 * KIB);
      for (let at = fstatSync(file).size; at < size; )
        at += writeSync(file, piece, 0, Math.min(piece.length, size - at), at);
    },
    drop(): void {
      ftruncateSync(file, 0);
      closeSync(file);
    },
  };
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error ? String(error.code) : String(error);

type Sitting = { readonly workstation: Workstation; readonly random: Random };

function signInIfThereIsRoom({ workstation, random }: Sitting): void {
  try {
    keepSignedIn(workstation, random);
  } catch (error) {
    // A sign-in writes into the store, too.
    if (!codeOf(error).startsWith('SQLITE_FULL')) throw error;
  }
}

async function callAnything({ workstation, random }: Sitting): Promise<void> {
  const { main } = workstation;
  const channel = pick(random, ASKED);
  const reply = await replyOf(main, channel, await payloadFor(workstation, channel, random));
  const value: unknown = reply.ok ? reply.value : null;
  const activityId = value instanceof Object && 'activityId' in value ? String(value.activityId) : '-';
  const why = main.bugs.splice(0).map(({ error }) => codeOf(error));
  if (reply.ok) say(`accepted ${channel} ${activityId}`);
  else if (reply.failure.code === 'internal') say(`internal ${channel} ${[...new Set(why)].join(' ')}`);
  else say(`refused ${channel} ${reply.failure.message.replaceAll('\n', ' ')}`);
}

/** Every channel while the disk is full; says how each call was answered. */
export async function keepStarving(path: string, [seed = 1, calls = 1]: readonly number[]): Promise<void> {
  const random = createRandom(seed);
  const sitting = { random, workstation: openWorkstation(dirname(path), random) };
  const { main } = sitting.workstation;
  const ballast = createBallast(dirname(path));
  say(READY);
  for (let number = 0; number < calls; number += 1) {
    if (number % CALLS_PER_FILL === 0) ballast.leave(pick(random, [0, 0, 8, 40, 200]) * KIB);
    await callAnything(sitting);
    if (random() < 0.05) main.clock.advanceBy(below(random, 90) * MINUTE);
    signInIfThereIsRoom(sitting);
  }
  ballast.drop();
  main.db.close();
  say('done');
}

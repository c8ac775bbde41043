import { doAct, START_MS, setUp } from '../program/acts.ts';
import { fixRandomness } from '../program/fixed-randomness.ts';
import { openProgram } from '../program/open-program.ts';
import { digestOf } from '../support/digest.ts';
import { READY, say } from './say.ts';

/** Makes the store with which every chain of acts begins. */
export function setUpStore(path: string): void {
  fixRandomness('set up');
  const program = openProgram(path, START_MS);
  setUp(program);
  program.core.db.close();
}

/** Says `7 done` as soon as act 7 has returned, as a page would be told. */
export function keepActing(path: string, [seed = 1, first = 1, last = 1]: readonly number[]): void {
  const program = openProgram(path, START_MS);
  say(READY);
  for (let number = first; number <= last; number += 1) say(`${number} ${doAct(program, seed, number)}`);
  program.core.db.close();
}

/** The same acts without any harm; says what the store holds after each. */
export function keepActingAsTwin(path: string, [seed = 1, last = 0]: readonly number[]): void {
  const program = openProgram(path, START_MS);
  say(digestOf(path));
  for (let number = 1; number <= last; number += 1) {
    doAct(program, seed, number);
    say(digestOf(path));
  }
  program.core.db.close();
}

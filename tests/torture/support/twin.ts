import { runWhole } from './run-whole.ts';
import { copyOf } from './stores.ts';

/** The contents of a store after each act of a seed, as a process leaves them that nobody disturbs. */
export type Twin = {
  readonly seed: number;
  readonly acts: number;
  /** After how many acts a store holds that; `undefined`: after none of them. */
  readonly actsIn: (digest: string) => readonly number[];
};

export async function makeTwin(base: string, seed: number, acts: number): Promise<Twin> {
  const path = copyOf(base, `twin-${seed}`);
  const { lines } = await runWhole(['twin', path, String(seed), String(acts)]);
  const numbers = Map.groupBy(lines.keys(), (number) => lines[number] ?? '');
  return { seed, acts, actsIn: (digest) => numbers.get(digest) ?? [] };
}

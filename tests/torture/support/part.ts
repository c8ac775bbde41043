import type { Random } from '../../bench/support/random.ts';
import type { Tally } from './tally.ts';

export type PartOptions = {
  readonly rounds: number;
  readonly seed: number;
  /** Its own, with a store to begin with; removed afterwards. */
  readonly folder: string;
  /** How far it is, for the person who waits. */
  readonly say: (text: string) => void;
  /** The round that begins now: one that never ends is known by it. */
  readonly begin: (what: string) => void;
};

export type Part = (options: PartOptions) => Promise<Tally[]>;

export type Killing = PartOptions & { readonly random: Random };

import type { Part } from './part.ts';

type PartSpec = {
  /** Of a whole run, and of the short one that `npm test` does. */
  readonly rounds: number;
  readonly quick: number;
  readonly load: () => Promise<Part>;
};

/** A line for each way in which the program is tortured. */
export const PARTS: Readonly<Record<string, PartSpec>> = {
  kills: { rounds: 1000, quick: 6, load: async () => (await import('../kills.ts')).tortureByKills },
  power: { rounds: 2000, quick: 7, load: async () => (await import('../power.ts')).tortureByPowerCuts },
  full: { rounds: 3000, quick: 30, load: async () => (await import('../full.ts')).tortureByFullDisks },
  bits: { rounds: 2000, quick: 20, load: async () => (await import('../bits.ts')).tortureByFlippedBits },
  files: { rounds: 10_000, quick: 100, load: async () => (await import('../files.ts')).tortureByFiles },
  payloads: {
    rounds: 50_000,
    quick: 300,
    load: async () => (await import('../payloads.ts')).tortureByPayloads,
  },
};

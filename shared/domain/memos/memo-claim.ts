import { z } from 'zod';
import { Flag } from '../orders/order.ts';
import { MemoTemplate } from './memo-template.ts';

/** The details of the claim that a memo is on the platform. */
export const MemoClaim = z.object({
  template: MemoTemplate,
  /** The words that were added, and the whole text with them. */
  fragment: z.string(),
  fullText: z.string(),
  /** The flag that the order is to have, by this memo and those written with it. */
  flag: Flag,
  /** An agent says that it is pasted. */
  writtenAtMs: z.int().nullable(),
});
export type MemoClaim = z.infer<typeof MemoClaim>;

/** An order has one flag; the one that asks most of others stands. */
const FLAG_RANK = {
  green: 4,
  purple: 3,
  blue: 3,
  red: 2,
  yellow: 1,
  grey: 0,
} as const satisfies Record<Flag, number>;

/** The flag of an order on which several memos are to be written: of two that rank alike the later one. */
export const flagFor = (flags: readonly [Flag, ...Flag[]]): Flag =>
  flags.reduce((chosen, flag) => (FLAG_RANK[chosen] > FLAG_RANK[flag] ? chosen : flag));

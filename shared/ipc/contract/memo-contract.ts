import { z } from 'zod';
import { ClaimId, OrderId } from '../../domain/ids.ts';
import { Memo } from '../../domain/memos/memo.ts';
import { MemoTemplate } from '../../domain/memos/memo-template.ts';
import { Flag } from '../../domain/orders/order.ts';
import { memoSettings } from '../../domain/settings/shop/memo.ts';
import type { Endpoint } from './endpoint.ts';
import { optionalText } from './note.ts';
import { Recorded } from './task-contract.ts';

/** Words that are longer would not fit beside a memo that is there already. */
const Words = optionalText(300).optional();

export const MemoWish = z.object({
  orderId: OrderId,
  /** `null`: the memos still to be written are copied again, and nothing is added. */
  template: MemoTemplate.nullable(),
  /** Left out: as far as the order says. */
  reason: Words,
  courier: Words,
});
export type MemoWish = z.output<typeof MemoWish>;

/** The composer of an order is filled with this. */
export const MemoDraft = z.object({
  memo: z.string().nullable(),
  flag: Flag.nullable(),
  /** Copied before, and shown by no import yet; the oldest first. */
  pending: z.array(Memo),
  settings: memoSettings.schema,
  likely: MemoTemplate,
  reason: z.string().nullable(),
  courier: z.string().nullable(),
  agentName: z.string(),
  /** When the newest file of the shop's orders was written, as far as that is known. */
  asOfMs: z.int().nullable(),
});
export type MemoDraft = z.infer<typeof MemoDraft>;

export const memoContract = {
  'memos.ofOrder': { input: z.object({ orderId: OrderId }), output: MemoDraft },
  /** Puts the whole text on the clipboard, and keeps it as to be written back. */
  'memos.copy': { input: MemoWish, output: Recorded },
  /** The agent has pasted what was copied. */
  'memos.markWritten': { input: z.object({ orderId: OrderId }), output: Recorded },
  /** It is not needed any more. */
  'memos.drop': {
    input: z.object({ id: ClaimId, reason: z.string().trim().min(1, '请填写原因').max(100) }),
    output: Recorded,
  },
} as const satisfies Record<string, Endpoint>;

import { z } from 'zod';
import type { EpochMs } from '../../time/clock.ts';
import type { ActivityId, AgentId, ImportRunId, OrderId, ScriptId, TaskId } from '../ids.ts';
import type { CustomerGrade } from '../orders/customer.ts';
import { type UnpaidReason } from '../orders/unpaid-reason.ts';

/**
 * X5: the outcome of a use.
 *
 * - `pending`: no import has shown it yet; never counted as a failure.
 * - `recovered`: the customer paid, and this was the last chase before it.
 * - `retained`: the same, of a customer who hesitated, found it dear or had ordered by mistake.
 * - `overtaken`: the customer paid after a later chase.
 * - `lost`: the order was closed unpaid.
 * - `uncounted`: it says nothing about the script (no chase, copied again for the same message, after the payment).
 */
export const USE_OUTCOMES = ['pending', 'recovered', 'retained', 'overtaken', 'lost', 'uncounted'] as const;
export const UseOutcome = z.enum(USE_OUTCOMES);
export type UseOutcome = z.infer<typeof UseOutcome>;

/** Customers with these reasons were about to leave; that they paid is their being kept. */
export const RETAINING_REASONS = [
  'hesitating',
  'price',
  'mistake',
] as const satisfies readonly UnpaidReason[];
const RETAINING: ReadonlySet<string> = new Set(RETAINING_REASONS);

export type NewScriptUse = {
  /** Of the activity that copied it. */
  readonly id: ActivityId;
  readonly scriptId: ScriptId;
  readonly agentId: AgentId | null;
  readonly orderId: OrderId | null;
  readonly taskId: TaskId | null;
  readonly step: string | null;
  readonly reason: UnpaidReason | null;
  readonly grade: CustomerGrade | null;
  readonly atMs: EpochMs;
  readonly outcome: Extract<UseOutcome, 'pending' | 'uncounted'>;
};

export type PendingUse = { readonly id: ActivityId; readonly reason: string | null };

export type SettledUse = {
  readonly id: ActivityId;
  readonly outcome: Exclude<UseOutcome, 'pending'>;
  readonly reason: string | null;
  readonly atMs: EpochMs;
  readonly importRunId: ImportRunId;
};

/** One message of the order, and the use that speaks for it; `null` where no script was copied. */
type Message = { readonly useId: ActivityId | null; readonly atMs: EpochMs };

/** An import has shown this of an order. */
export type OrderProof<M extends Message = Message> = {
  readonly result: 'paid' | 'closed' | 'neither';
  /** Of the payment, or of the import that shows the closing. */
  readonly atMs: EpochMs;
  /** All that was sent, oldest first. */
  readonly messages: readonly M[];
  /** The message that gets the credit in the chase report. */
  readonly credited: M | undefined;
  readonly notedReason: string | null;
};

/**
 * The outcome of every use of the order that was still open. A use counts as the script of a message of the chase
 * report, so that script page and report give the same credit to the same message.
 */
export function outcomeOf(use: PendingUse, proof: OrderProof): Exclude<UseOutcome, 'pending'> {
  const message = proof.messages.find(({ useId }) => useId === use.id);
  if (message === undefined || message.atMs > proof.atMs || proof.result === 'neither') return 'uncounted';
  if (proof.result === 'closed') return 'lost';
  if (message === proof.credited) return isRetaining(use, proof) ? 'retained' : 'recovered';
  // Paid, but no message gets the credit: the customer paid unasked, which says nothing about a script.
  return proof.credited === undefined ? 'uncounted' : 'overtaken';
}

const isRetaining = (use: PendingUse, { notedReason }: OrderProof): boolean =>
  RETAINING.has(use.reason ?? notedReason ?? '');

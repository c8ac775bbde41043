import { z } from 'zod';
import { CustomerId, OrderId } from '../../../domain/ids.ts';
import { OrderItem } from '../../../domain/orders/order.ts';
import { Arrival, Refund, RefundDecision, RefundId, Retention } from '../../../domain/refunds/refund.ts';
import { REFUND_TYPES } from '../../../domain/refunds/refund-words.ts';
import { DeadlineSource } from '../../../domain/shared-parts/deadline.ts';
import { Task } from '../../../domain/tasks/task.ts';
import type { Endpoint } from '../endpoint.ts';
import { OptionalNote, optionalText } from '../note.ts';
import { Recorded } from '../task-contract.ts';

/** When the platform decides by itself, what it does then, and who says so. */
const RefundEnd = z.object({
  atMs: z.int(),
  source: DeadlineSource,
  /** In the agent's words; a time by the rules says that it is an estimate, and of what. */
  sourceText: z.string(),
  /** The time was moved: from when. */
  moveText: z.string().nullable(),
});

/** A refund as the panel of its order shows it. */
export const RefundLine = z.object({
  id: RefundId,
  /** `null`: an agent has written it down, and no import has shown it yet. */
  refundNo: z.string().nullable(),
  /** In Chinese; a word without a meaning here as the platform writes it. */
  stateText: z.string(),
  typeText: z.string().nullable(),
  refundFen: z.int().nullable(),
  end: RefundEnd.nullable(),
});
export type RefundLine = z.infer<typeof RefundLine>;

export const RefundDetail = RefundLine.extend({
  refund: Refund,
  /** The part of the order that it is about, or all parts where it names none. */
  items: z.array(OrderItem),
  shopName: z.string(),
  isOver: z.boolean(),
  /** `'待商家处理，超时自动退款'`; `null`: it is over, or nobody knows. */
  waitText: z.string().nullable(),
  proofEndAtMs: z.int().nullable(),
  /** X4: an agent has answered on the platform, and no import has shown it. */
  isAnswerOpen: z.boolean(),
  refusal: z.object({ isAllowed: z.boolean().nullable(), text: z.string() }),
  retentionChance: z.object({ isWorthIt: z.boolean().nullable(), text: z.string() }),
  /** A10, in a sentence. */
  returnRightText: z.string(),
  /** Tasks that are open or snoozed, earliest first. */
  tasks: z.array(Task),
  nowMs: z.int(),
});
export type RefundDetail = z.infer<typeof RefundDetail>;

/** A2, A4: the customer wants the money back, and no import has shown it yet. */
export const NewRefund = z.object({
  orderId: OrderId,
  /** The part of the order; `null`: all of it. */
  lineNo: z.string().nullable(),
  type: z.enum(REFUND_TYPES),
  /** `null`: nobody has said how much. */
  refundFen: z.int().positive().nullable(),
  reason: optionalText(100),
  /** The customer has asked the platform already, so its clock runs. */
  isApplied: z.boolean(),
  note: OptionalNote,
});
export type NewRefund = z.infer<typeof NewRefund>;

const Asked = z.object({ refundId: RefundId, note: OptionalNote });

export const refundContract = {
  'refunds.detail': { input: z.object({ refundId: RefundId }), output: RefundDetail },
  /** Newest first, of whichever of the customer's orders; the card shows the last few of them. */
  'refunds.ofCustomer': { input: z.object({ customerId: CustomerId }), output: z.array(RefundLine) },
  /** The next import that shows it takes it over, with everything that was written down about it. */
  'refunds.register': { input: NewRefund, output: Recorded.extend({ refundId: RefundId }) },
  /** A4: the shop's answer on the platform. */
  'refunds.answer': { input: Asked.extend({ decision: RefundDecision }), output: Recorded },
  /** A2: whether the customer keeps the order. */
  'refunds.noteRetention': { input: Asked.extend({ retention: Retention }), output: Recorded },
  /** A3, A5: the goods are there, and what state they are in. */
  'refunds.noteArrival': { input: Asked.extend({ arrival: Arrival }), output: Recorded },
} as const satisfies Record<string, Endpoint>;

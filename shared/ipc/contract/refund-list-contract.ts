import { z } from 'zod';
import { ShopId, TaskId } from '../../domain/ids.ts';
import { RefundDecision, RefundId } from '../../domain/refunds/refund.ts';
import { REFUND_STATE_LABELS, REFUND_TYPES } from '../../domain/refunds/refund-words.ts';
import type { Endpoint } from './endpoint.ts';
import { OptionalNote } from './note.ts';
import { EXPORT_FORMATS } from './program/report-contract.ts';
import { RefundLine } from './refund-contract.ts';
import { Recorded } from './task-contract.ts';

/** Parts of the list: the states in which agents have something to do stand for themselves. */
export const REFUND_PLACES = [
  'open',
  'wait-seller',
  'wait-seller-receive',
  'wait-buyer-return',
  'refused',
  'platform',
  'other',
  'over',
] as const;
export type RefundPlace = (typeof REFUND_PLACES)[number];

export const REFUND_PLACE_LABELS = {
  open: '进行中',
  'wait-seller': REFUND_STATE_LABELS['wait-seller'],
  'wait-seller-receive': REFUND_STATE_LABELS['wait-seller-receive'],
  'wait-buyer-return': REFUND_STATE_LABELS['wait-buyer-return'],
  refused: REFUND_STATE_LABELS.refused,
  platform: REFUND_STATE_LABELS.platform,
  other: '其他',
  over: '已结束',
} as const satisfies Record<RefundPlace, string>;

export const RefundFilter = z.object({
  place: z.enum(REFUND_PLACES),
  shopId: ShopId.nullable(),
  type: z.enum(REFUND_TYPES).nullable(),
  text: z.string().trim().max(100),
});
export type RefundFilter = z.infer<typeof RefundFilter>;

/** `urgency`: by the time that is left, in steps, and within each by money. */
export const REFUND_SORTS = ['urgency', 'end', 'money', 'newest'] as const;
export type RefundSort = (typeof REFUND_SORTS)[number];

export const RefundRow = RefundLine.extend({
  shopName: z.string(),
  customerNick: z.string().nullable(),
  orderNo: z.string().nullable(),
  itemTitle: z.string().nullable(),
  reason: z.string().nullable(),
  /** When the customer asked, else when it was first seen. */
  askedAtMs: z.int(),
  /** X4: an agent has answered on the platform, and no import has shown it. */
  isAnswerOpen: z.boolean(),
  /** Everything that is to do about it. */
  taskIds: z.array(TaskId),
});
export type RefundRow = z.infer<typeof RefundRow>;

export const RefundPage = z.object({
  rows: z.array(RefundRow),
  total: z.int(),
  refundFen: z.int(),
  /** Of the shop, the type and the text that are asked for. */
  byPlace: z.record(z.enum(REFUND_PLACES), z.int()),
});
export type RefundPage = z.infer<typeof RefundPage>;

export const MOST_ANSWERED = 500;

export const refundListContract = {
  'refunds.page': {
    input: RefundFilter.extend({
      sort: z.enum(REFUND_SORTS),
      offset: z.int().min(0),
      limit: z.int().min(1).max(500),
    }),
    output: RefundPage,
  },
  /** A4: one answer that was given to many; those that cannot have it are left out, and the message says how many. */
  'refunds.answerMany': {
    input: z.object({
      refundIds: z.array(RefundId).min(1).max(MOST_ANSWERED),
      decision: RefundDecision,
      note: OptionalNote,
    }),
    output: Recorded,
  },
  /** `filter: null` is every refund; asks where to, and `null` is an agent who thinks better of it. */
  'refunds.export': {
    input: z.object({ filter: RefundFilter.nullable(), format: z.enum(EXPORT_FORMATS) }),
    output: z.string().nullable(),
  },
} as const satisfies Record<string, Endpoint>;

import { z } from 'zod';
import { ShopId, TaskId } from '../../../domain/ids.ts';
import { RefundDecision, RefundId } from '../../../domain/refunds/refund.ts';
import { REFUND_STATE_LABELS, REFUND_TYPES } from '../../../domain/refunds/refund-words.ts';
import type { Endpoint } from '../endpoint.ts';
import { OptionalNote } from '../note.ts';
import { EXPORT_FORMATS } from '../program/report-contract.ts';
import { Recorded } from '../task-contract.ts';
import { RefundLine } from './refund-contract.ts';

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

/** `urgency`: by the time that is left, in steps, and within each by money. Those that are over come by their end only. */
export const REFUND_SORTS = [
  'urgency',
  'end',
  'money',
  'money-up',
  'newest',
  'oldest',
  'state',
  'customer',
  'type',
  'reason',
  'item',
] as const;
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

/** A file of refunds can say the platform's words, under the names of its own export, and what is known here. */
export const REFUND_FILE_LABELS = {
  no: '退款编号',
  'order-no': '订单编号',
  shop: '店铺名称',
  customer: '买家会员名称',
  item: '宝贝标题',
  type: '售后类型',
  state: '状态',
  'platform-status': '退款状态',
  end: '截止时间',
  'end-source': '截止来源',
  refund: '买家退款金额',
  paid: '买家实际支付金额',
  reason: '买家退款原因',
  explanation: '买家退款说明',
  'applied-at': '退款的申请时间',
  carrier: '退货物流公司',
  'tracking-no': '退货物流单号',
  refusal: '能否拒绝',
  decision: '处理意见',
  'decided-at': '处理时间',
  retention: '挽留结果',
  arrival: '退货到仓',
  'ended-at': '退款完结时间',
} as const satisfies Record<string, string>;
export type RefundFileColumn = keyof typeof REFUND_FILE_LABELS;
// The keys of the labels are the columns.
export const REFUND_FILE_COLUMNS = Object.keys(REFUND_FILE_LABELS) as RefundFileColumn[];

/** `filter: null` is every refund. */
export const RefundSelection = z.object({
  filter: RefundFilter.nullable(),
  columns: z.array(z.enum(REFUND_FILE_COLUMNS)).min(1),
});
export type RefundSelection = z.infer<typeof RefundSelection>;

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
  /** Asks where to, and `null` is an agent who thinks better of it. */
  'refunds.export': {
    input: RefundSelection.extend({ format: z.enum(EXPORT_FORMATS) }),
    output: z.string().nullable(),
  },
} as const satisfies Record<string, Endpoint>;

import { z } from 'zod';
import type { EpochMs } from '../../time/clock.ts';
import { OrderId, ShopId, type SubjectId, subjectId } from '../ids.ts';
import { OrderStatus } from '../orders/order.ts';
import { Platform } from '../team/shop.ts';

export const RefundId = subjectId('refund');
export type RefundId = SubjectId<'refund'>;

const instant = z.int().nullable();
const fen = z.int().nullable();
const text = z.string().nullable();

/** A refund that an agent has written down has this in the place of its number, and of the platform's word. */
export const BY_HAND = '手工登记';

/** All that an export can say about a refund, in the platform's words. `null` is "the platform says nothing here". */
export const RefundFields = z.object({
  /** `null`: an agent has written it down, and no import has shown it yet. */
  refundNo: text,
  /** The main order or a part of it: it is not known which of them a platform names. */
  orderNo: text,
  subOrderNo: text,
  customerNick: text,
  platformType: text,
  /** 是否需要退货: older exports have this in place of a type. */
  needsReturn: text,
  /** `refundStateOf` says what it means. */
  platformStatus: text,
  intervention: text,
  reason: text,
  reasonTag: text,
  explanation: text,
  goodsState: text,
  shippedState: text,
  itemTitle: text,
  paidFen: fen,
  refundFen: fen,
  freightFen: fen,
  toPlatformFen: fen,
  /** 部分退款 or 全部退款. */
  extent: text,
  /** 手工退款 or 系统退款. */
  handling: text,
  /** 是否极速退款, 是否零秒响应. */
  isInstant: text,
  appliedAtMs: instant,
  agreedAtMs: instant,
  returnSentAtMs: instant,
  refundedAtMs: instant,
  endedAtMs: instant,
  /** The platform decides by itself then. */
  deadlineAtMs: instant,
  proofDeadlineAtMs: instant,
  returnTrackingNo: text,
  returnCarrier: text,
  returnState: text,
});
export type RefundFields = z.infer<typeof RefundFields>;

export const RETENTIONS = ['kept', 'exchanged', 'partial', 'failed'] as const;
export const Retention = z.enum(RETENTIONS);
export type Retention = z.infer<typeof Retention>;
export const RETENTION_LABELS = {
  kept: '已挽留',
  exchanged: '改为换货',
  partial: '部分退款',
  failed: '未能挽留',
} as const satisfies Record<Retention, string>;

export const REFUND_DECISIONS = ['agree', 'refuse', 'negotiate', 'intervene'] as const;
export const RefundDecision = z.enum(REFUND_DECISIONS);
export type RefundDecision = z.infer<typeof RefundDecision>;
export const REFUND_DECISION_LABELS = {
  agree: '同意',
  refuse: '拒绝',
  negotiate: '协商中',
  intervene: '申请平台介入',
} as const satisfies Record<RefundDecision, string>;

/** The goods that come back, as the warehouse has them. */
export const ARRIVALS = ['arrived', 'checked-ok', 'checked-bad', 'missing-parts'] as const;
export const Arrival = z.enum(ARRIVALS);
export type Arrival = z.infer<typeof Arrival>;
export const ARRIVAL_LABELS = {
  arrived: '已到仓',
  'checked-ok': '验货完好',
  'checked-bad': '货有问题',
  'missing-parts': '缺件',
} as const satisfies Record<Arrival, string>;

/** Agents write these down about a refund. */
export const RefundNotes = z.object({
  decision: RefundDecision.nullable(),
  decidedAtMs: instant,
  firstHandledAtMs: instant,
  retention: Retention.nullable(),
  /** When that was said. */
  retainedAtMs: instant,
  arrival: Arrival.nullable(),
  arrivedAtMs: instant,
});
export type RefundNotes = z.infer<typeof RefundNotes>;

/** The order behind a refund, as far as the rules need it. */
export const RefundOrder = z.object({
  id: OrderId,
  no: z.string(),
  status: OrderStatus,
  paidFen: fen,
  shippedAtMs: instant,
  completedAtMs: instant,
});
export type RefundOrder = z.infer<typeof RefundOrder>;

export const Refund = RefundFields.extend(RefundNotes.shape).extend({
  id: RefundId,
  shopId: ShopId,
  platform: Platform,
  /** `null`: no import has shown it, or its number fits none. */
  order: RefundOrder.nullable(),
  /** When an import showed it for the first time, or an agent wrote it down. */
  firstSeenAtMs: z.int(),
});
export type Refund = z.infer<typeof Refund>;

/** When the customer asked, else when it was first seen. */
export const askedAtMs = ({
  appliedAtMs,
  firstSeenAtMs,
}: Pick<Refund, 'appliedAtMs' | 'firstSeenAtMs'>): EpochMs => appliedAtMs ?? firstSeenAtMs;

/** The number of the platform, or what stands in its place until an import brings one. */
export const refundTitle = ({ refundNo }: Pick<Refund, 'refundNo'>): string => refundNo ?? BY_HAND;

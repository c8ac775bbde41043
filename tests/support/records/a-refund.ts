import type { OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { Refund, RefundOrder } from '../../../shared/domain/refunds/refund.ts';
import { type RefundSubject, toRefundSubject } from '../../../shared/domain/refunds/refund-subject.ts';
import type { Deadline, DeadlineKind, DeadlineSource } from '../../../shared/domain/shared-parts/deadline.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { Claim } from '../../../shared/domain/tasks/claim.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../shared/domain/team/shop.ts';
import { beijing } from './an-order.ts';

/** A Wednesday morning. */
export const APPLIED_AT_MS: number = beijing('2026-06-10 09:00');

/** The platform's words for each state, as 淘宝 writes them. */
export const STATUS = {
  applied: '买家已经申请退款，等待卖家同意',
  agreed: '卖家已经同意退款，等待买家退货',
  returned: '买家已经退货，等待卖家确认收货',
  refused: '卖家拒绝退款',
  success: '退款成功',
  closed: '退款关闭',
} as const;

/** 39 yuan asked back for a shipped order; no file names an end. */
export function aRefund(overrides: Partial<Refund> = {}): Refund {
  return {
    id: 'refund-1' as Refund['id'],
    shopId: 'shop-1' as ShopId,
    platform: 'taobao',
    order: null,
    firstSeenAtMs: APPLIED_AT_MS,
    refundNo: '250000000000000002',
    orderNo: '3304370000000000009',
    subOrderNo: null,
    customerNick: null,
    platformType: '退货退款',
    needsReturn: null,
    platformStatus: STATUS.applied,
    intervention: '无客服介入',
    reason: '商品质量问题',
    reasonTag: null,
    explanation: null,
    goodsState: '已收到货',
    shippedState: null,
    itemTitle: '示例水杯',
    paidFen: 3900,
    refundFen: 3900,
    freightFen: null,
    toPlatformFen: null,
    extent: null,
    handling: null,
    isInstant: null,
    appliedAtMs: APPLIED_AT_MS,
    agreedAtMs: null,
    returnSentAtMs: null,
    refundedAtMs: null,
    endedAtMs: null,
    deadlineAtMs: null,
    proofDeadlineAtMs: null,
    returnTrackingNo: null,
    returnCarrier: null,
    returnState: null,
    decision: null,
    decidedAtMs: null,
    firstHandledAtMs: null,
    retention: null,
    retainedAtMs: null,
    arrival: null,
    arrivedAtMs: null,
    ...overrides,
  };
}

export function aRefundOrder(overrides: Partial<RefundOrder> = {}): RefundOrder {
  return {
    id: 'order-1' as OrderId,
    no: '3304370000000000009',
    status: 'shipped',
    paidFen: 3900,
    shippedAtMs: null,
    completedAtMs: null,
    ...overrides,
  };
}

/** The end of the refund as one source names it. */
export function aRefundEnd(
  source: DeadlineSource,
  atMs: number,
  overrides: Partial<Deadline> & { readonly kind?: DeadlineKind } = {},
): Deadline {
  return {
    id: `deadline-${source}` as Deadline['id'],
    shopId: 'shop-1' as ShopId,
    subject: asSubject('refund', 'refund-1'),
    kind: 'refund',
    source,
    atMs,
    originalAtMs: null,
    reason: null,
    agentId: null,
    setAtMs: APPLIED_AT_MS,
    importRunId: null,
    ...overrides,
  };
}

type Facts = Partial<Refund> & {
  readonly deadlines?: readonly Deadline[];
  readonly claims?: readonly Claim[];
};

export function aRefundSubject({ deadlines = [], claims = [], ...refund }: Facts = {}): RefundSubject {
  return toRefundSubject({ refund: aRefund(refund), deadlines, claims, settings: DEFAULT_SHOP_SETTINGS });
}

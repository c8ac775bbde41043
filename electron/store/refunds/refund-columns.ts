import type { RefundFields, RefundNotes } from '../../../shared/domain/refunds/refund.ts';

/** The column of each field that an import writes. */
export const FIELD_COLUMNS = {
  refundNo: 'refund_no',
  orderNo: 'order_no',
  subOrderNo: 'sub_order_no',
  customerNick: 'customer_nick',
  platformType: 'platform_type',
  needsReturn: 'needs_return',
  platformStatus: 'platform_status',
  intervention: 'intervention',
  reason: 'reason',
  reasonTag: 'reason_tag',
  explanation: 'explanation',
  goodsState: 'goods_state',
  shippedState: 'shipped_state',
  itemTitle: 'item_title',
  paidFen: 'paid_fen',
  refundFen: 'refund_fen',
  freightFen: 'freight_fen',
  toPlatformFen: 'to_platform_fen',
  extent: 'extent',
  handling: 'handling',
  isInstant: 'is_instant',
  appliedAtMs: 'applied_at_ms',
  agreedAtMs: 'agreed_at_ms',
  returnSentAtMs: 'return_sent_at_ms',
  refundedAtMs: 'refunded_at_ms',
  endedAtMs: 'ended_at_ms',
  deadlineAtMs: 'deadline_at_ms',
  proofDeadlineAtMs: 'proof_deadline_at_ms',
  returnTrackingNo: 'return_tracking_no',
  returnCarrier: 'return_carrier',
  returnState: 'return_state',
} as const satisfies Record<keyof RefundFields, string>;

/** The column of each field that agents write. */
export const NOTE_COLUMNS = {
  decision: 'decision',
  decidedAtMs: 'decided_at_ms',
  firstHandledAtMs: 'first_handled_at_ms',
  retention: 'retention',
  retainedAtMs: 'retained_at_ms',
  arrival: 'arrival',
  arrivedAtMs: 'arrived_at_ms',
} as const satisfies Record<keyof RefundNotes, string>;

type Columns = Readonly<Record<string, string>>;

export const selected = (columns: Columns): string =>
  Object.entries(columns)
    .map(([field, column]) => `r.${column} AS "${field}"`)
    .join(', ');

export const assigned = (columns: Columns): string =>
  Object.entries(columns)
    .map(([field, column]) => `${column} = @${field}`)
    .join(', ');

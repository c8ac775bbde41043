import type { ShopId } from '../../shared/domain/ids.ts';
import {
  ARRIVAL_LABELS,
  REFUND_DECISION_LABELS,
  RETENTION_LABELS,
} from '../../shared/domain/refunds/refund.ts';
import { refusalOf } from '../../shared/domain/refunds/refund-refusal.ts';
import type { RefundSubject } from '../../shared/domain/refunds/refund-subject.ts';
import { REFUND_STATE_LABELS, REFUND_TYPE_LABELS } from '../../shared/domain/refunds/refund-words.ts';
import { DEADLINE_SOURCE_LABELS } from '../../shared/domain/shared-parts/deadline.ts';
import type { Cell, ColumnKind, Table } from './table.ts';

type Column = {
  readonly header: string;
  readonly kind: ColumnKind;
  readonly cell: (subject: RefundSubject, shopName: string) => Cell;
};

const labelOf = <Key extends string>(
  labels: Readonly<Record<Key, string>>,
  key: Key | null,
): string | null => (key === null ? null : labels[key]);

/** The platform's words under the names of its own export; beside them their meaning here, and the notes of agents. */
const COLUMNS: readonly Column[] = [
  { header: '退款编号', kind: 'text', cell: ({ refund }) => refund.refundNo },
  { header: '订单编号', kind: 'text', cell: ({ refund }) => refund.order?.no ?? refund.orderNo },
  { header: '店铺名称', kind: 'text', cell: (_, shopName) => shopName },
  { header: '买家会员名称', kind: 'text', cell: ({ refund }) => refund.customerNick },
  { header: '宝贝标题', kind: 'text', cell: ({ refund }) => refund.itemTitle },
  {
    header: '售后类型',
    kind: 'text',
    cell: ({ clock, refund }) => labelOf(REFUND_TYPE_LABELS, clock.type) ?? refund.platformType,
  },
  { header: '状态', kind: 'text', cell: ({ clock }) => REFUND_STATE_LABELS[clock.state] },
  { header: '退款状态', kind: 'text', cell: ({ refund }) => refund.platformStatus },
  { header: '截止时间', kind: 'time', cell: ({ clock }) => clock.end?.atMs ?? null },
  {
    header: '截止来源',
    kind: 'text',
    cell: ({ clock }) => labelOf(DEADLINE_SOURCE_LABELS, clock.end?.source ?? null),
  },
  { header: '买家退款金额', kind: 'money', cell: ({ refund }) => refund.refundFen },
  {
    header: '买家实际支付金额',
    kind: 'money',
    cell: ({ refund }) => refund.paidFen ?? refund.order?.paidFen ?? null,
  },
  { header: '买家退款原因', kind: 'text', cell: ({ refund }) => refund.reason },
  { header: '买家退款说明', kind: 'text', cell: ({ refund }) => refund.explanation },
  { header: '退款的申请时间', kind: 'time', cell: ({ refund }) => refund.appliedAtMs },
  { header: '退货物流公司', kind: 'text', cell: ({ refund }) => refund.returnCarrier },
  { header: '退货物流单号', kind: 'text', cell: ({ refund }) => refund.returnTrackingNo },
  { header: '能否拒绝', kind: 'text', cell: ({ refund }) => refusalOf(refund).text },
  {
    header: '处理意见',
    kind: 'text',
    cell: ({ refund }) => labelOf(REFUND_DECISION_LABELS, refund.decision),
  },
  { header: '处理时间', kind: 'time', cell: ({ refund }) => refund.decidedAtMs },
  { header: '挽留结果', kind: 'text', cell: ({ refund }) => labelOf(RETENTION_LABELS, refund.retention) },
  { header: '退货到仓', kind: 'text', cell: ({ refund }) => labelOf(ARRIVAL_LABELS, refund.arrival) },
  { header: '退款完结时间', kind: 'time', cell: ({ refund }) => refund.refundedAtMs ?? refund.endedAtMs },
];

export function refundTable(
  subjects: Iterable<RefundSubject>,
  shopNameOf: (shopId: ShopId) => string,
): Table {
  return {
    name: '退款',
    columns: COLUMNS.map(({ header, kind }) => ({ header, kind })),
    rows: rowsOf(subjects, shopNameOf),
  };
}

function* rowsOf(
  subjects: Iterable<RefundSubject>,
  shopNameOf: (shopId: ShopId) => string,
): Generator<Cell[]> {
  for (const subject of subjects) {
    const shopName = shopNameOf(subject.refund.shopId);
    yield COLUMNS.map(({ cell }) => cell(subject, shopName));
  }
}

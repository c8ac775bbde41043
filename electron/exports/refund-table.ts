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
import {
  REFUND_FILE_LABELS,
  type RefundFileColumn,
} from '../../shared/ipc/contract/refunds/refund-list-contract.ts';
import type { Cell, ColumnKind, Table } from './table.ts';

type Column = {
  readonly kind: ColumnKind;
  readonly cell: (subject: RefundSubject, shopName: string) => Cell;
};

const labelOf = <Key extends string>(
  labels: Readonly<Record<Key, string>>,
  key: Key | null,
): string | null => (key === null ? null : labels[key]);

const COLUMNS: Readonly<Record<RefundFileColumn, Column>> = {
  no: { kind: 'text', cell: ({ refund }) => refund.refundNo },
  'order-no': { kind: 'text', cell: ({ refund }) => refund.order?.no ?? refund.orderNo },
  shop: { kind: 'text', cell: (_, shopName) => shopName },
  customer: { kind: 'text', cell: ({ refund }) => refund.customerNick },
  item: { kind: 'text', cell: ({ refund }) => refund.itemTitle },
  type: {
    kind: 'text',
    cell: ({ clock, refund }) => labelOf(REFUND_TYPE_LABELS, clock.type) ?? refund.platformType,
  },
  state: { kind: 'text', cell: ({ clock }) => REFUND_STATE_LABELS[clock.state] },
  'platform-status': { kind: 'text', cell: ({ refund }) => refund.platformStatus },
  end: { kind: 'time', cell: ({ clock }) => clock.end?.atMs ?? null },
  'end-source': {
    kind: 'text',
    cell: ({ clock }) => labelOf(DEADLINE_SOURCE_LABELS, clock.end?.source ?? null),
  },
  refund: { kind: 'money', cell: ({ refund }) => refund.refundFen },
  paid: { kind: 'money', cell: ({ refund }) => refund.paidFen ?? refund.order?.paidFen ?? null },
  reason: { kind: 'text', cell: ({ refund }) => refund.reason },
  explanation: { kind: 'text', cell: ({ refund }) => refund.explanation },
  'applied-at': { kind: 'time', cell: ({ refund }) => refund.appliedAtMs },
  carrier: { kind: 'text', cell: ({ refund }) => refund.returnCarrier },
  'tracking-no': { kind: 'text', cell: ({ refund }) => refund.returnTrackingNo },
  refusal: { kind: 'text', cell: ({ refund }) => refusalOf(refund).text },
  decision: { kind: 'text', cell: ({ refund }) => labelOf(REFUND_DECISION_LABELS, refund.decision) },
  'decided-at': { kind: 'time', cell: ({ refund }) => refund.decidedAtMs },
  retention: { kind: 'text', cell: ({ refund }) => labelOf(RETENTION_LABELS, refund.retention) },
  arrival: { kind: 'text', cell: ({ refund }) => labelOf(ARRIVAL_LABELS, refund.arrival) },
  'ended-at': { kind: 'time', cell: ({ refund }) => refund.refundedAtMs ?? refund.endedAtMs },
};

type Refunds = {
  readonly subjects: Iterable<RefundSubject>;
  readonly shopNameOf: (shopId: ShopId) => string;
  readonly columns: readonly RefundFileColumn[];
};

export function refundTable({ columns, ...refunds }: Refunds): Table {
  return {
    name: '退款',
    columns: columns.map((column) => ({ header: REFUND_FILE_LABELS[column], kind: COLUMNS[column].kind })),
    rows: rowsOf({ columns, ...refunds }),
  };
}

function* rowsOf({ subjects, shopNameOf, columns }: Refunds): Generator<Cell[]> {
  const cells = columns.map((column) => COLUMNS[column].cell);
  for (const subject of subjects) {
    const shopName = shopNameOf(subject.refund.shopId);
    yield cells.map((cell) => cell(subject, shopName));
  }
}

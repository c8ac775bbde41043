import { ORDER_STATUS_LABELS, type Order } from '../../shared/domain/orders/order.ts';
import { ORDER_FILE_LABELS, type OrderFileColumn } from '../../shared/domain/orders/order-list.ts';
import type { ListedOrder } from '../../shared/ipc/contract/order-contract.ts';
import type { Cell, ColumnKind, Table } from './table.ts';

export type ShownOrder = {
  readonly order: Order;
  readonly shopName: string;
  /** Until when it has to be shipped, and whose word that is. */
  readonly shipEnd: Pick<NonNullable<ListedOrder['end']>, 'atMs' | 'sourceText'> | null;
};
type Column = { readonly kind: ColumnKind; readonly cell: (shown: ShownOrder) => Cell };

const COLUMNS: Readonly<Record<OrderFileColumn, Column>> = {
  no: { kind: 'text', cell: ({ order }) => order.no },
  shop: { kind: 'text', cell: ({ shopName }) => shopName },
  customer: { kind: 'text', cell: ({ order }) => order.customerNick },
  status: {
    kind: 'text',
    cell: ({ order }) => order.platformStatus ?? ORDER_STATUS_LABELS[order.status],
  },
  payable: { kind: 'money', cell: ({ order }) => order.payableFen },
  paid: { kind: 'money', cell: ({ order }) => order.paidFen },
  'placed-at': { kind: 'time', cell: ({ order }) => order.placedAtMs },
  'paid-at': { kind: 'time', cell: ({ order }) => order.paidAtMs },
  'ship-end': { kind: 'time', cell: ({ shipEnd }) => shipEnd?.atMs ?? null },
  'ship-end-source': { kind: 'text', cell: ({ shipEnd }) => shipEnd?.sourceText ?? null },
  'shipped-at': { kind: 'time', cell: ({ order }) => order.shippedAtMs },
  item: { kind: 'text', cell: ({ order }) => order.itemTitle },
  'item-count': { kind: 'count', cell: ({ order }) => order.itemCount },
  carrier: { kind: 'text', cell: ({ order }) => order.carrier },
  'tracking-no': { kind: 'text', cell: ({ order }) => order.trackingNo },
  message: { kind: 'text', cell: ({ order }) => order.customerMessage },
  memo: { kind: 'text', cell: ({ order }) => order.memo },
  'close-reason': { kind: 'text', cell: ({ order }) => order.closeReason },
};

type Orders = {
  readonly shown: Iterable<ShownOrder>;
  readonly rowCount: number;
  readonly columns: readonly OrderFileColumn[];
};

export function orderTable({ shown, rowCount, columns }: Orders): Table {
  return {
    name: '订单',
    columns: columns.map((column) => ({ header: ORDER_FILE_LABELS[column], kind: COLUMNS[column].kind })),
    rows: rowsOf(shown, columns),
    rowCount,
  };
}

function* rowsOf(shown: Iterable<ShownOrder>, columns: readonly OrderFileColumn[]): Generator<Cell[]> {
  const cells = columns.map((column) => COLUMNS[column].cell);
  for (const one of shown) yield cells.map((cell) => cell(one));
}

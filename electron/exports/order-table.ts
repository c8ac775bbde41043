import { ORDER_STATUS_LABELS, type Order } from '../../shared/domain/orders/order.ts';
import type { Cell, ColumnKind, Table } from './table.ts';

export type ShownOrder = { readonly order: Order; readonly shopName: string };
type Column = {
  readonly header: string;
  readonly kind: ColumnKind;
  readonly cell: (shown: ShownOrder) => Cell;
};

/** Headers as the platform's own export has them, so that the file can be imported again. */
const COLUMNS: readonly Column[] = [
  { header: '订单编号', kind: 'text', cell: ({ order }) => order.no },
  { header: '店铺名称', kind: 'text', cell: ({ shopName }) => shopName },
  { header: '买家会员名', kind: 'text', cell: ({ order }) => order.customerNick },
  {
    header: '订单状态',
    kind: 'text',
    cell: ({ order }) => order.platformStatus ?? ORDER_STATUS_LABELS[order.status],
  },
  { header: '总金额', kind: 'money', cell: ({ order }) => order.payableFen },
  { header: '买家实付金额', kind: 'money', cell: ({ order }) => order.paidFen },
  { header: '订单创建时间', kind: 'time', cell: ({ order }) => order.placedAtMs },
  { header: '订单付款时间', kind: 'time', cell: ({ order }) => order.paidAtMs },
  { header: '发货时间', kind: 'time', cell: ({ order }) => order.shippedAtMs },
  { header: '商品标题', kind: 'text', cell: ({ order }) => order.itemTitle },
  { header: '宝贝总数量', kind: 'count', cell: ({ order }) => order.itemCount },
  { header: '物流公司', kind: 'text', cell: ({ order }) => order.carrier },
  { header: '物流单号', kind: 'text', cell: ({ order }) => order.trackingNo },
  { header: '买家留言', kind: 'text', cell: ({ order }) => order.customerMessage },
  { header: '商家备注', kind: 'text', cell: ({ order }) => order.memo },
  { header: '订单关闭原因', kind: 'text', cell: ({ order }) => order.closeReason },
];

export function orderTable(shown: Iterable<ShownOrder>, rowCount: number): Table {
  return {
    name: '订单',
    columns: COLUMNS.map(({ header, kind }) => ({ header, kind })),
    rows: rowsOf(shown),
    rowCount,
  };
}

function* rowsOf(shown: Iterable<ShownOrder>): Generator<Cell[]> {
  for (const one of shown) yield COLUMNS.map(({ cell }) => cell(one));
}

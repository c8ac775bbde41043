import { paidOrPayableFen } from '../../../shared/domain/orders/order.ts';
import {
  isSortOfFew,
  type OrderFileColumn,
  type OrderSort,
} from '../../../shared/domain/orders/order-list.ts';
import type { ListedOrder } from '../../../shared/ipc/contract/order-contract.ts';
import { HOUR } from '../../../shared/time/durations.ts';
import { maskName, maskPhone } from '../../lib/mask.ts';
import { copied } from '../../ui/copy-button.tsx';
import { FlagMark } from '../../ui/facts/flag-mark.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { StatusTag } from '../../ui/facts/status-tag.tsx';
import { TimeLeft } from '../../ui/facts/time-left.tsx';
import { type ListColumn, MomentCell, TextCell } from '../../ui/lists/columns/list-columns.tsx';

/** Of a number, customers and colleagues say this much; a click copies the whole. */
const TAIL = 6;

function OrderNo({ no }: { readonly no: string }) {
  return (
    <span className="numeric orders-no" {...copied(no, '订单号')} title={`${no}，点击复制`}>
      <span className="muted truncate">{no.slice(0, -TAIL)}</span>
      <span>{no.slice(-TAIL)}</span>
    </span>
  );
}

function State({ order }: { readonly order: ListedOrder }) {
  const { status, platformStatus, end } = order;
  return (
    <span className="orders-state">
      <StatusTag status={status} platformStatus={platformStatus} />
      {end && (
        <span title={end.sourceText}>
          <TimeLeft atMs={end.atMs} soonMs={HOUR} />
          {end.isByRule && <span className="muted"> 估</span>}
        </span>
      )}
    </span>
  );
}

function itemText({ itemTitle, itemCount }: ListedOrder): string | null {
  if (itemTitle === null) return null;
  return itemCount !== null && itemCount > 1 ? `${itemTitle} ×${itemCount}` : itemTitle;
}

function Parcel({ carrier, trackingNo }: ListedOrder) {
  if (trackingNo === null) return <TextCell text={carrier} isMuted />;
  const title = `${carrier ?? ''} ${trackingNo}，点击复制`.trim();
  return (
    <span className="numeric" {...copied(trackingNo, '快递单号')} title={title}>
      <span className="muted">{carrier} </span>…{trackingNo.slice(-TAIL)}
    </span>
  );
}

function Memo({ flag, memo }: ListedOrder) {
  return (
    <span className="muted" title={memo ?? undefined}>
      {flag && <FlagMark flag={flag} />} {memo}
    </span>
  );
}

export type OrderColumn = ListColumn<ListedOrder, OrderSort> & {
  /** Said of it in the file of an export. */
  readonly inFile: readonly OrderFileColumn[];
};

/**
 * In the order of the table. Numbers and phones do not sort: they are looked for, and their order says nothing. The
 * shop is chosen for every screen (Ctrl+J), so it does not sort either.
 */
const COLUMNS: readonly OrderColumn[] = [
  {
    key: 'no',
    title: '订单号',
    width: 'minmax(72px, 168px)',
    inFile: ['no'],
    cell: ({ no }) => <OrderNo no={no} />,
  },
  {
    key: 'customer',
    title: '客户',
    width: 'minmax(88px, 1fr)',
    sorts: { up: 'customer', down: 'customer-down', isUpFirst: true },
    inFile: ['customer'],
    cell: ({ customerNick }) => <TextCell text={customerNick} />,
  },
  {
    key: 'item',
    title: '商品',
    width: 'minmax(120px, 2fr)',
    fromWidth: 720,
    sorts: { up: 'item', down: 'item-down', isUpFirst: true },
    inFile: ['item', 'item-count'],
    cell: (order) => <TextCell text={itemText(order)} />,
  },
  {
    key: 'amount',
    title: '金额',
    width: '92px',
    isRight: true,
    sorts: { down: 'amount', up: 'amount-up' },
    inFile: ['payable', 'paid'],
    cell: (order) => <Money fen={paidOrPayableFen(order)} />,
  },
  {
    key: 'state',
    title: '状态和时限',
    width: 'minmax(176px, 1fr)',
    // The other way round, the list would begin with orders that have no end at all.
    sorts: { up: 'end', isUpFirst: true },
    inFile: ['status', 'ship-end', 'ship-end-source'],
    cell: (order) => <State order={order} />,
  },
  {
    key: 'placed',
    title: '下单',
    width: '96px',
    sorts: { down: 'newest', up: 'oldest' },
    inFile: ['placed-at'],
    cell: ({ placedAtMs }) => <MomentCell atMs={placedAtMs} />,
  },
  {
    key: 'paid',
    title: '付款',
    width: '96px',
    fromWidth: 900,
    isExtra: true,
    sorts: { down: 'paid', up: 'paid-up' },
    inFile: ['paid-at'],
    cell: ({ paidAtMs }) => <MomentCell atMs={paidAtMs} />,
  },
  {
    key: 'parcel',
    title: '物流',
    width: 'minmax(90px, 0.8fr)',
    fromWidth: 860,
    sorts: { up: 'parcel', down: 'parcel-down', isUpFirst: true },
    inFile: ['carrier', 'tracking-no'],
    cell: (order) => <Parcel {...order} />,
  },
  {
    key: 'memo',
    title: '旗/备注',
    width: 'minmax(80px, 1fr)',
    fromWidth: 960,
    sorts: { up: 'memo', down: 'memo-down', isUpFirst: true },
    inFile: ['memo'],
    cell: (order) => <Memo {...order} />,
  },
  {
    key: 'receiver',
    title: '收货人',
    width: 'minmax(64px, 0.6fr)',
    fromWidth: 900,
    isExtra: true,
    sorts: { up: 'receiver', down: 'receiver-down', isUpFirst: true },
    inFile: [],
    cell: ({ receiverName }) => <TextCell text={receiverName && maskName(receiverName)} isMuted />,
  },
  {
    key: 'mobile',
    title: '电话',
    width: '104px',
    fromWidth: 900,
    isExtra: true,
    inFile: [],
    cell: ({ receiverMobile }) => <TextCell text={receiverMobile && maskPhone(receiverMobile)} isMuted />,
  },
  {
    key: 'shop',
    title: '店铺',
    width: 'minmax(72px, 0.7fr)',
    fromWidth: 900,
    inFile: ['shop'],
    cell: ({ shopName }) => <TextCell text={shopName} isMuted />,
  },
];

const isForFew = ({ down, up }: NonNullable<OrderColumn['sorts']>) =>
  [down, up].some((sort) => sort !== undefined && isSortOfFew(sort));

/** The shop says something only where there are several; a list that is too long is not sorted by everything. */
export function orderColumns(is: {
  readonly ofOneShop: boolean;
  readonly long: boolean;
}): readonly OrderColumn[] {
  const columns = is.ofOneShop ? COLUMNS.filter(({ key }) => key !== 'shop') : COLUMNS;
  if (!is.long) return columns;
  return columns.map((column) =>
    column.sorts && isForFew(column.sorts)
      ? { ...column, sorts: undefined, unsorted: '超过 1 万单不能按此列排序，先按视图、状态或日期缩小范围' }
      : column,
  );
}

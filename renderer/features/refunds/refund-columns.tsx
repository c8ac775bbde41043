import { refundTitle } from '../../../shared/domain/refunds/refund.ts';
import type {
  RefundFileColumn,
  RefundRow,
  RefundSort,
} from '../../../shared/ipc/contract/refunds/refund-list-contract.ts';
import { HOUR } from '../../../shared/time/durations.ts';
import { Money } from '../../ui/facts/money.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { TimeLeft } from '../../ui/facts/time-left.tsx';
import { type ListColumn, MomentCell, TextCell } from '../../ui/lists/columns/list-columns.tsx';

export type RefundColumn = ListColumn<RefundRow, RefundSort> & {
  /** Said of it in the file of an export. */
  readonly inFile: readonly RefundFileColumn[];
};

function Left({ row: { end, isAnswerOpen } }: { readonly row: RefundRow }) {
  if (isAnswerOpen) return <Tag tone="accent">待核实</Tag>;
  if (end === null) return <span className="muted">未知</span>;
  return (
    <span title={end.moveText ?? end.sourceText}>
      <TimeLeft atMs={end.atMs} event="超时" soonMs={4 * HOUR} />
      {end.source === 'rule' && <span className="muted"> 估</span>}
    </span>
  );
}

const LEFT: RefundColumn = {
  key: 'left',
  title: '剩余时间',
  width: '132px',
  sorts: { up: 'end', isUpFirst: true },
  inFile: ['end', 'end-source'],
  cell: (row) => <Left row={row} />,
};
const OVER: RefundColumn = { ...LEFT, cell: () => <span className="muted">—</span> };

const OTHERS: readonly RefundColumn[] = [
  {
    key: 'money',
    title: '金额',
    width: 'minmax(72px, 92px)',
    isRight: true,
    sorts: { down: 'money', up: 'money-up' },
    inFile: ['refund'],
    cell: ({ refundFen }) => <Money fen={refundFen} isStrong />,
  },
  {
    key: 'state',
    title: '状态',
    width: '88px',
    fromWidth: 480,
    sorts: { up: 'state', isUpFirst: true },
    inFile: ['state'],
    cell: ({ stateText }) => <TextCell text={stateText} />,
  },
  {
    key: 'customer',
    title: '客户',
    width: 'minmax(72px, 1fr)',
    sorts: { up: 'customer', isUpFirst: true },
    inFile: ['customer'],
    cell: ({ customerNick }) => <TextCell text={customerNick} />,
  },
  {
    key: 'type',
    title: '类型',
    width: '112px',
    sorts: { up: 'type', isUpFirst: true },
    inFile: ['type'],
    cell: ({ typeText }) => <TextCell text={typeText} isMuted />,
  },
  {
    key: 'reason',
    title: '原因',
    width: 'minmax(90px, 1fr)',
    sorts: { up: 'reason', isUpFirst: true },
    inFile: ['reason'],
    cell: ({ reason }) => <TextCell text={reason} />,
  },
  {
    key: 'item',
    title: '商品',
    width: 'minmax(110px, 2fr)',
    fromWidth: 1010,
    sorts: { up: 'item', isUpFirst: true },
    inFile: ['item'],
    cell: ({ itemTitle }) => <TextCell text={itemTitle} isMuted />,
  },
  {
    key: 'no',
    title: '退款编号',
    width: '158px',
    inFile: ['no', 'order-no'],
    cell: (row) => (
      <span className="numeric" title={refundTitle(row)}>
        {refundTitle(row)}
      </span>
    ),
  },
  {
    key: 'asked',
    title: '申请时间',
    width: '92px',
    fromWidth: 1200,
    sorts: { down: 'newest', up: 'oldest' },
    inFile: ['applied-at'],
    cell: ({ askedAtMs }) => <MomentCell atMs={askedAtMs} />,
  },
  {
    key: 'shop',
    title: '店铺',
    width: 'minmax(72px, 0.8fr)',
    fromWidth: 1200,
    inFile: ['shop'],
    cell: ({ shopName }) => <TextCell text={shopName} isMuted />,
  },
];

/**
 * Of refunds that are over, no time is left, and they come by their end: they are too many to be sorted otherwise. The
 * shop says something only where there are several.
 */
export function refundColumns(is: {
  readonly over: boolean;
  readonly ofOneShop: boolean;
}): readonly RefundColumn[] {
  const others = is.ofOneShop ? OTHERS.filter(({ key }) => key !== 'shop') : OTHERS;
  if (!is.over) return [LEFT, ...others];
  return [OVER, ...others].map((column) => ({
    ...column,
    sorts: undefined,
    unsorted: '已结束的退款按完结时间排列',
  }));
}

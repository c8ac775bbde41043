import { ORDER_STATUS_LABELS } from '../../../shared/domain/orders/order.ts';
import { isTrouble, PARCEL_STATE_LABELS } from '../../../shared/domain/parcels/parcel-words.ts';
import type { ParcelRow } from '../../../shared/ipc/contract/parcel-contract.ts';
import { copied } from '../../ui/copy-button.tsx';
import { Tag } from '../../ui/facts/tag.tsx';
import { type ListColumn, MomentCell, TextCell } from '../../ui/lists/columns/list-columns.tsx';

function State({ row: { state, direction } }: { readonly row: ParcelRow }) {
  const tone = isTrouble(state) ? { tone: 'warning' as const } : {};
  return (
    <>
      <Tag {...tone}>{PARCEL_STATE_LABELS[state]}</Tag>
      {direction === 'back' && <span className="muted"> 退回</span>}
    </>
  );
}

/** The list stands in the order of the text that was looked for. */
type ParcelColumn = ListColumn<ParcelRow, 'asked'>;

const COLUMNS: readonly ParcelColumn[] = [
  { key: 'state', title: '物流状态', width: '104px', cell: (row) => <State row={row} /> },
  {
    key: 'no',
    title: '快递单号',
    width: '148px',
    cell: ({ trackingNo }) => (
      <span className="numeric truncate" title={trackingNo} {...copied(trackingNo, '快递单号')}>
        {trackingNo}
      </span>
    ),
  },
  {
    key: 'carrier',
    title: '快递',
    width: '88px',
    fromWidth: 700,
    cell: ({ carrier }) => <TextCell text={carrier} isMuted />,
  },
  {
    key: 'last',
    title: '最后记录',
    width: 'minmax(90px, 2fr)',
    cell: ({ lastText }) => <TextCell text={lastText} />,
  },
  {
    key: 'last-at',
    title: '记录时间',
    width: '92px',
    fromWidth: 560,
    cell: ({ lastAtMs }) =>
      lastAtMs === null ? <span className="muted">—</span> : <MomentCell atMs={lastAtMs} />,
  },
  {
    key: 'customer',
    title: '客户',
    width: 'minmax(64px, 1fr)',
    cell: ({ customer, receiverName }) => <TextCell text={customer ?? receiverName} />,
  },
  {
    key: 'order',
    title: '订单编号',
    width: '164px',
    fromWidth: 860,
    cell: ({ orderNo }) => <TextCell text={orderNo} isMuted />,
  },
  {
    key: 'order-state',
    title: '订单状态',
    width: '76px',
    fromWidth: 1010,
    cell: ({ orderStatus }) => (
      <TextCell text={orderStatus === null ? null : ORDER_STATUS_LABELS[orderStatus]} isMuted />
    ),
  },
  {
    key: 'sent',
    title: '发货时间',
    width: '92px',
    fromWidth: 1010,
    cell: ({ shippedAtMs }) =>
      shippedAtMs === null ? <span className="muted">—</span> : <MomentCell atMs={shippedAtMs} />,
  },
  {
    key: 'shop',
    title: '店铺',
    width: 'minmax(72px, 0.8fr)',
    fromWidth: 1200,
    cell: ({ shopName }) => <TextCell text={shopName} isMuted />,
  },
];

/** The shop says something only where there are several. */
export const parcelColumns = (ofOneShop: boolean): readonly ParcelColumn[] =>
  ofOneShop ? COLUMNS.filter(({ key }) => key !== 'shop') : COLUMNS;

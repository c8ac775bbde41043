import { Segmented, Select } from 'antd';
import { REFUND_TYPE_LABELS, REFUND_TYPES } from '../../../shared/domain/refunds/refund-words.ts';
import {
  REFUND_FILE_LABELS,
  REFUND_PLACE_LABELS,
  REFUND_PLACES,
  type RefundPage,
  type RefundPlace,
  type RefundSort,
} from '../../../shared/ipc/contract/refunds/refund-list-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { SearchField } from '../../ui/forms/search-field.tsx';
import { ShiftDeadlines } from '../../ui/forms/shift-deadlines.tsx';
import { ShopSelect } from '../../ui/forms/shop-select.tsx';
import { ColumnsMenu } from '../../ui/lists/columns/columns-menu.tsx';
import type { Columns } from '../../ui/lists/columns/use-columns.ts';
import { ExportButton } from '../../ui/lists/export-button.tsx';
import type { RefundsAsked } from './queries.ts';
import type { RefundColumn } from './refund-columns.tsx';

const SORT_LABELS = {
  urgency: '剩余时间 × 金额',
  end: '最先截止',
  money: '金额从高到低',
  'money-up': '金额从低到高',
  newest: '最新申请',
  oldest: '最早申请',
  state: '按状态',
  customer: '按客户',
  type: '按类型',
  reason: '按原因',
  item: '按商品',
} as const satisfies Record<RefundSort, string>;
const sortOptions = Object.entries(SORT_LABELS).map(([value, label]) => ({ value, label }));

const ANY = 'any';
const typeOptions = [
  { value: ANY, label: '全部类型' },
  ...REFUND_TYPES.map((type) => ({ value: type as string, label: REFUND_TYPE_LABELS[type] })),
];

type Props = {
  readonly asked: RefundsAsked;
  readonly page: RefundPage | undefined;
  readonly text: string;
  readonly columns: Columns<RefundColumn>;
  readonly onAsk: (change: Partial<RefundsAsked>) => void;
  readonly onText: (text: string) => void;
  /** Enter or ↓ in the search field. */
  readonly onEnterList: () => void;
};

function Places({ asked, page, onAsk }: Props) {
  return (
    <Segmented<RefundPlace>
      aria-label="状态"
      value={asked.place}
      options={REFUND_PLACES.map((place) => ({
        value: place,
        label: (
          <>
            {REFUND_PLACE_LABELS[place]}{' '}
            <span className="refunds-count numeric">
              {page?.byPlace[place].toLocaleString('zh-CN') ?? ''}
            </span>
          </>
        ),
      }))}
      onChange={(place) => onAsk({ place })}
    />
  );
}

export function RefundsBar(props: Props) {
  const { asked, page, text, columns, onAsk, onText, onEnterList } = props;
  return (
    <header className="list-bar">
      <SearchField
        className="list-search"
        label="查找退款"
        placeholder="退款编号、订单号、客户、商品、退货单号"
        shortcut={SHORTCUTS.findRefund}
        text={text}
        onText={onText}
        onEnterList={onEnterList}
      />
      <Select<string>
        aria-label="类型"
        popupMatchSelectWidth={false}
        options={typeOptions}
        value={asked.type ?? ANY}
        onChange={(value) => onAsk({ type: REFUND_TYPES.find((type) => type === value) ?? null })}
      />
      <ShopSelect className="refunds-shop" shopId={asked.shopId} onShop={(shopId) => onAsk({ shopId })} />
      <Select<string>
        aria-label="排序"
        popupMatchSelectWidth={false}
        disabled={asked.place === 'over'}
        options={sortOptions}
        value={asked.place === 'over' ? 'newest' : asked.sort}
        onChange={(value) => onAsk({ sort: value as RefundSort })}
      />
      <span className="list-bar-end">
        <ShiftDeadlines label="节假日顺延" kinds={['refund', 'ship']} root="refunds" />
        <ColumnsMenu columns={columns} />
        <ExportButton
          what="退款"
          unit="笔"
          total={page?.total ?? 0}
          columns={REFUND_FILE_LABELS}
          shown={columns.ticked.flatMap(({ inFile }) => inFile)}
          save={({ scope, ...how }) =>
            call('refunds.export', { filter: scope === 'shown' ? asked : null, ...how })
          }
        />
      </span>
      <Places {...props} />
    </header>
  );
}

import { Segmented, Select } from 'antd';
import { REFUND_TYPE_LABELS, REFUND_TYPES } from '../../../shared/domain/refunds/refund-words.ts';
import {
  REFUND_PLACE_LABELS,
  REFUND_PLACES,
  type RefundPage,
  type RefundPlace,
  type RefundSort,
} from '../../../shared/ipc/contract/refund-list-contract.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { Money } from '../../ui/facts/money.tsx';
import { SearchField } from '../../ui/forms/search-field.tsx';
import { ExportRefunds } from './export-refunds.tsx';
import type { RefundsAsked } from './queries.ts';
import { ShiftDeadlines } from './shift-deadlines.tsx';

const SORT_LABELS = {
  urgency: '剩余时间 × 金额',
  end: '最先截止',
  money: '金额从高到低',
  newest: '最新申请',
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
  const { asked, page, text, onAsk, onText, onEnterList } = props;
  const { shops } = useAppState();
  const shopOptions = [
    { value: ANY, label: '全部店铺' },
    ...shops.map(({ id, name }) => ({ value: id as string, label: name })),
  ];
  return (
    <header className="refunds-bar">
      <SearchField
        className="refunds-search"
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
      {shops.length > 1 && (
        <Select<string>
          aria-label="店铺"
          className="refunds-shop"
          popupMatchSelectWidth={false}
          options={shopOptions}
          value={asked.shopId ?? ANY}
          onChange={(value) => onAsk({ shopId: shops.find(({ id }) => id === value)?.id ?? null })}
        />
      )}
      <Select<string>
        aria-label="排序"
        popupMatchSelectWidth={false}
        disabled={asked.place === 'over'}
        options={sortOptions}
        value={asked.place === 'over' ? 'newest' : asked.sort}
        onChange={(value) => onAsk({ sort: value as RefundSort })}
      />
      <span className="refunds-total numeric muted" aria-live="polite">
        {page !== undefined && (
          <>
            {page.total.toLocaleString('zh-CN')} 笔 · <Money fen={page.refundFen} />
          </>
        )}
      </span>
      <ShiftDeadlines />
      <ExportRefunds filter={asked} total={page?.total ?? 0} />
      <Places {...props} />
    </header>
  );
}

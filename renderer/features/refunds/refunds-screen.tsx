import './refunds.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useDeferredValue } from 'react';
import { z } from 'zod';
import type { RefundId } from '../../../shared/domain/refunds/refund.ts';
import { REFUND_TYPE_LABELS } from '../../../shared/domain/refunds/refund-words.ts';
import { REFUND_SORTS, RefundFilter } from '../../../shared/ipc/contract/refunds/refund-list-contract.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { useChosenShop } from '../../lib/place/chosen-shop.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { useColumns } from '../../ui/lists/columns/use-columns.ts';
import type { FilterChip } from '../../ui/lists/filter-chips.tsx';
import { ListScreen } from '../../ui/lists/list-screen.tsx';
import { pagedRows } from '../../ui/lists/paged-rows.ts';
import { useListWork } from '../../ui/lists/use-list-work.ts';
import { type RefundsAsked, refundListQueries } from './queries.ts';
import { REFUND_ACTIONS } from './refund-actions.tsx';
import { refundColumns } from './refund-columns.tsx';
import { RefundsBar } from './refunds-bar.tsx';

/** The shop is chosen for every screen, and the search is kept with the place in the list. */
const View = RefundFilter.omit({ text: true, shopId: true }).extend({ sort: z.enum(REFUND_SORTS) });
type View = z.infer<typeof View>;
const FIRST_VIEW: View = { place: 'open', type: null, sort: 'urgency' };

function NoRefunds({ asked, onClear }: { readonly asked: RefundsAsked; readonly onClear: () => void }) {
  const { openScreen } = useNavigation();
  const { place, shopId, type, text } = asked;
  if (text !== '' || shopId !== null || type !== null || place !== 'open') {
    return <EmptyState title="没有符合条件的退款" action={<Button onClick={onClear}>清除条件</Button>} />;
  }
  return (
    <EmptyState
      title="没有进行中的退款"
      hint="导入平台的退款（售后）报表后，各店铺的退款按剩余时间和金额显示在这里"
      action={
        <Button type="primary" onClick={() => openScreen('imports')}>
          去导入
        </Button>
      }
    />
  );
}

type Conditions = {
  readonly view: View;
  readonly text: string;
  readonly shopName: string | undefined;
  readonly onAsk: (change: Partial<RefundsAsked>) => void;
  readonly onText: (text: string) => void;
};

/** The states stand above the list with their numbers; these narrow it beside them. */
function refundChips({ view: { type }, text, shopName, onAsk, onText }: Conditions): FilterChip[] {
  const chips: FilterChip[] = [];
  if (text !== '') chips.push({ key: 'text', label: `查找「${text}」`, onRemove: () => onText('') });
  if (type !== null)
    chips.push({ key: 'type', label: REFUND_TYPE_LABELS[type], onRemove: () => onAsk({ type: null }) });
  if (shopName !== undefined)
    chips.push({ key: 'shop', label: shopName, onRemove: () => onAsk({ shopId: null }) });
  return chips;
}

type Props = { readonly onOpenRefund: (id: RefundId) => void };

/** A4: every refund of every shop, worked through by keys. */
export function RefundsScreen({ onOpenRefund }: Props) {
  const [shopId, chooseShop] = useChosenShop();
  const { shops } = useAppState();
  const [view, setView] = useViewState('refunds', View, FIRST_VIEW);
  const work = useListWork('refunds');
  const asked = { ...view, shopId, text: useDeferredValue(work.text.trim()) };
  const { rows, first, loadUpTo, error, refetch } = pagedRows(
    useInfiniteQuery(refundListQueries.pages(asked)),
  );

  const columns = useColumns(
    'refunds',
    refundColumns({ over: view.place === 'over', ofOneShop: shops.length < 2 }),
  );

  function clear(): void {
    work.search('');
    chooseShop(null);
    setView({ ...FIRST_VIEW, sort: view.sort });
  }
  function ask({ shopId: chosen, ...change }: Partial<RefundsAsked>): void {
    work.unmark();
    if (chosen !== undefined) chooseShop(chosen);
    setView({ ...view, ...change });
  }
  return (
    <ListScreen
      label="退款"
      unit="笔"
      bar={
        <RefundsBar
          asked={asked}
          page={first}
          text={work.text}
          columns={columns}
          onAsk={ask}
          onText={work.search}
          onEnterList={() => work.enter(rows)}
        />
      }
      chips={refundChips({
        view,
        text: asked.text,
        shopName: shops.find(({ id }) => id === shopId)?.name,
        onAsk: ask,
        onText: work.search,
      })}
      onClear={clear}
      empty={first?.total === 0 ? <NoRefunds asked={asked} onClear={clear} /> : null}
      rows={rows}
      loadUpTo={loadUpTo}
      error={error}
      onRetry={() => void refetch()}
      columns={columns}
      sort={view.sort}
      onSort={(sort) => ask({ sort })}
      work={work}
      onOpen={({ id }) => onOpenRefund(id)}
      actions={REFUND_ACTIONS}
      moneyOf={({ refundFen }) => refundFen}
      totals={
        first && (
          <>
            {first.total.toLocaleString('zh-CN')} 笔 · <Money fen={first.refundFen} />
          </>
        )
      }
    />
  );
}

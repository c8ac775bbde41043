import './refunds.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useDeferredValue, useRef, useState } from 'react';
import { z } from 'zod';
import type { RefundId } from '../../../shared/domain/refunds/refund.ts';
import {
  REFUND_SORTS,
  RefundFilter,
  type RefundRow,
} from '../../../shared/ipc/contract/refund-list-contract.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { VirtualList } from '../../ui/lists/virtual-list.tsx';
import { ChosenBar } from './chosen-bar.tsx';
import { type RefundsAsked, refundListQueries } from './queries.ts';
import { RefundHead, RefundRowView } from './refund-row.tsx';
import { RefundsBar } from './refunds-bar.tsx';

const ROW_HEIGHT = 34;
/** So many rows before the end the next page is asked for, so that scrolling never meets a gap. */
const AHEAD = 60;

const View = RefundFilter.omit({ text: true }).extend({ sort: z.enum(REFUND_SORTS) });
type View = z.infer<typeof View>;
const FIRST_VIEW: View = { place: 'open', shopId: null, type: null, sort: 'urgency' };

function useRefunds(asked: RefundsAsked) {
  const query = useInfiniteQuery(refundListQueries.pages(asked));
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const rows: readonly RefundRow[] = data?.pages.flatMap((page) => page.rows) ?? [];
  const loadUpTo = (last: number) => {
    if (last + AHEAD >= rows.length && hasNextPage && !isFetchingNextPage) void fetchNextPage();
  };
  return { rows, page: data?.pages[0], loadUpTo, error: query.error, refetch: query.refetch };
}

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

type Props = { readonly onOpenRefund: (id: RefundId) => void };

/** A4: every refund of every shop, worked through by keys. */
export function RefundsScreen({ onOpenRefund }: Props) {
  const { shops } = useAppState();
  const [view, setView] = useViewState('refunds', View, FIRST_VIEW);
  const [text, setText] = useState('');
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const list = useRef<HTMLDivElement>(null);
  // A shop may have gone since the view was kept.
  const shopId = shops.find(({ id }) => id === view.shopId)?.id ?? null;
  const asked = { ...view, shopId, text: useDeferredValue(text.trim()) };
  const { rows, page, loadUpTo, error, refetch } = useRefunds(asked);
  const areMarked = marked.size > 1;
  const chosen = rows.filter(({ id }) => (areMarked ? marked.has(id) : id === selectedId));

  function open(key: string | null): void {
    const row = rows.find(({ id }) => id === key);
    if (row) onOpenRefund(row.id);
  }
  function ask(change: Partial<RefundsAsked>): void {
    setMarked(new Set());
    setView({ ...view, shopId, ...change });
  }
  function enterList(): void {
    const first = rows[0];
    if (first && !rows.some(({ id }) => id === selectedId)) setSelectedId(first.id);
    list.current?.focus();
  }
  return (
    <div className="screen">
      <RefundsBar
        asked={asked}
        page={page}
        text={text}
        onAsk={ask}
        onText={setText}
        onEnterList={enterList}
      />
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {page?.total === 0 ? (
        <NoRefunds
          asked={asked}
          onClear={() => {
            setText('');
            setView({ ...FIRST_VIEW, sort: view.sort });
          }}
        />
      ) : (
        <>
          <RefundHead />
          <div className="refunds-list">
            <VirtualList
              label="退款"
              listRef={list}
              count={rows.length}
              rowHeight={ROW_HEIGHT}
              rowKey={(index) => rows[index]?.id}
              selectedKey={selectedId}
              onSelect={setSelectedId}
              onOpen={open}
              onVisible={(_, last) => loadUpTo(last)}
              marked={marked}
              onMark={setMarked}
              renderRow={(index) => {
                const row = rows[index];
                return row && <RefundRowView row={row} isOver={view.place === 'over'} />;
              }}
            />
          </div>
          <ChosenBar
            chosen={chosen}
            areMarked={areMarked}
            onOpen={() => open(chosen[0]?.id ?? null)}
            onDone={() => {
              setMarked(new Set());
              list.current?.focus();
            }}
          />
        </>
      )}
    </div>
  );
}

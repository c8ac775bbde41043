import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import { Button, Segmented, Select } from 'antd';
import { useDeferredValue, useState } from 'react';
import {
  WAITING_ON,
  WAITING_ON_LABELS,
  type WaitingOn,
} from '../../../shared/domain/shared-parts/case/after-sales-case.ts';
import { CASE_KINDS, type CaseKind } from '../../../shared/domain/shared-parts/case/case-kind.ts';
import { CASE_KIND_SPECS } from '../../../shared/domain/shared-parts/case/kinds/index.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { CaseFilter, CaseRow } from '../../../shared/ipc/contract/case-contract.ts';
import { call } from '../../lib/main-process/ipc.ts';
import { QUERY_ROOTS } from '../../lib/main-process/query-roots.ts';
import { useChosenShop } from '../../lib/place/chosen-shop.ts';
import { type OpenSubject, useNavigation } from '../../lib/place/navigation.ts';
import { SHORTCUTS } from '../../lib/shortcuts.ts';
import { useCopyText } from '../../ui/copy-button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ExportMenu } from '../../ui/forms/export-menu.tsx';
import { SearchField } from '../../ui/forms/search-field.tsx';
import { ShopSelect } from '../../ui/forms/shop-select.tsx';
import { ColumnsMenu } from '../../ui/lists/columns/columns-menu.tsx';
import { useColumns } from '../../ui/lists/columns/use-columns.ts';
import type { ListAction } from '../../ui/lists/list-actions.tsx';
import { ListScreen } from '../../ui/lists/list-screen.tsx';
import { useListWork } from '../../ui/lists/use-list-work.ts';
import { CASE_COLUMNS } from './case-columns.tsx';

const PAGE = 200;

const listQuery = (asked: CaseFilter, limit: number) =>
  queryOptions({
    queryKey: [...QUERY_ROOTS.cases, 'list', asked, limit],
    queryFn: () => call('cases.page', { ...asked, offset: 0, limit }),
    placeholderData: keepPreviousData,
  });

const STATES = [
  { value: 'open', label: '进行中' },
  { value: 'own', label: '我负责的' },
  { value: 'closed', label: '已关闭' },
];
const ANY = 'any';
const KINDS = [
  { value: ANY, label: '全部类型' },
  ...CASE_KINDS.map((value) => ({ value, label: CASE_KIND_SPECS[value].label })),
];
const PARTIES = [
  { value: ANY, label: '全部等待方' },
  ...WAITING_ON.map((value) => ({ value, label: `等待${WAITING_ON_LABELS[value]}` })),
];

function NoCases({ isNarrowed, onClear }: { readonly isNarrowed: boolean; readonly onClear: () => void }) {
  const { openScreen } = useNavigation();
  return isNarrowed ? (
    <EmptyState title="没有符合的事务" action={<Button onClick={onClear}>清除条件</Button>} />
  ) : (
    <EmptyState
      title="没有进行中的事务"
      hint="客户要撤单、有特殊要求等需要几步才能办完的事，在订单上按 Ctrl+H 登记，到时提醒，办到哪一步、等谁，都在这里"
      action={
        <Button type="primary" onClick={() => openScreen('orders')}>
          去订单
        </Button>
      }
    />
  );
}

function useCaseActions(): readonly ListAction<CaseRow>[] {
  const copy = useCopyText();
  const numbers = (chosen: readonly CaseRow[]) => chosen.flatMap(({ orderNo }) => orderNo ?? []);
  return [
    {
      key: 'numbers',
      label: '复制订单编号',
      isPossible: (chosen) => numbers(chosen).length > 0,
      run: (chosen) => copy(numbers(chosen).join('\n'), ` ${numbers(chosen).length} 个订单编号`),
    },
  ];
}

const isNarrowed = ({ text, kind, waitingOn, isClosed, isOwn }: CaseFilter): boolean =>
  text !== '' || kind !== null || waitingOn !== null || isClosed || isOwn;

/** Every matter that takes several steps, by when somebody has to look at it. */
export function CasesScreen({ onOpen }: { readonly onOpen: OpenSubject }) {
  const [shopId, chooseShop] = useChosenShop();
  const work = useListWork('cases');
  const [view, setView] = useState('open');
  const [kind, setKind] = useState<CaseKind | null>(null);
  const [waitingOn, setWaitingOn] = useState<WaitingOn | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const text = useDeferredValue(work.text.trim());
  const asked = { isClosed: view === 'closed', isOwn: view === 'own', kind, waitingOn, shopId, text };
  const { data, error, refetch } = useQuery(listQuery(asked, limit));
  const rows = data?.rows ?? [];
  const columns = useColumns('cases', CASE_COLUMNS);
  const actions = useCaseActions();
  const clear = () => {
    work.search('');
    setKind(null);
    setWaitingOn(null);
    setView('open');
  };
  return (
    <ListScreen
      label="事务"
      unit="件"
      bar={
        <header className="list-bar">
          <SearchField
            className="list-search"
            label="查事务"
            placeholder="客户、订单编号、标题"
            shortcut={SHORTCUTS.findCase}
            text={work.text}
            onText={work.search}
            onEnterList={() => work.enter(rows)}
          />
          <Segmented aria-label="范围" value={view} options={STATES} onChange={(chosen) => setView(chosen)} />
          <Select
            aria-label="类型"
            value={kind ?? ANY}
            options={KINDS}
            popupMatchSelectWidth={false}
            onChange={(chosen) => setKind(chosen === ANY ? null : (chosen as CaseKind))}
          />
          <Select
            aria-label="等待方"
            value={waitingOn ?? ANY}
            options={PARTIES}
            popupMatchSelectWidth={false}
            onChange={(chosen) => setWaitingOn(chosen === ANY ? null : (chosen as WaitingOn))}
          />
          <ShopSelect shopId={shopId} onShop={chooseShop} />
          <span className="list-bar-end">
            <ColumnsMenu columns={columns} />
            <ExportMenu
              disabled={rows.length === 0}
              onFormat={(format) => void call('cases.export', { ...asked, format })}
            >
              导出所列
            </ExportMenu>
          </span>
        </header>
      }
      chips={[]}
      onClear={clear}
      empty={data && rows.length === 0 ? <NoCases isNarrowed={isNarrowed(asked)} onClear={clear} /> : null}
      rows={rows}
      loadUpTo={(last) => {
        if (last >= limit - 1 && rows.length === limit) setLimit(Math.min(500, limit + PAGE));
      }}
      error={error}
      onRetry={() => void refetch()}
      columns={columns}
      sort="next"
      onSort={() => undefined}
      work={work}
      onOpen={({ id }) => onOpen(asSubject('case', id))}
      actions={actions}
      moneyOf={({ amountFen }) => amountFen}
      totals={data && `${data.total.toLocaleString('zh-CN')} 件`}
    />
  );
}

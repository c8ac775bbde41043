import { useQuery } from '@tanstack/react-query';
import { Segmented, Table } from 'antd';
import { useState } from 'react';
import type { ScriptId } from '../../../shared/domain/ids.ts';
import {
  FIGURE_GROUPS,
  type FigureGroup,
  type FigureRow,
  type ScriptFigures,
  settledOf,
  successesOf,
  type Tally,
} from '../../../shared/domain/scripts/script-learning/figures.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { FIGURE_GROUP_LABELS, figureLabel, sortedRows } from './figure-labels.ts';
import { scriptPageQueries } from './queries.ts';
import { SuccessRateText } from './success-rate.tsx';

const count = (value: number) => value.toLocaleString('zh-CN');

const FACTS = [
  ['recovered', '催付成功', '付款前最后一次催付用的是这条话术，由导入确认'],
  ['retained', '挽留成功', '客户犹豫、嫌贵或误拍，用了这条话术之后仍然付款'],
  ['overtaken', '后续催付后付款', '客户在之后的另一次催付后付款'],
  ['lost', '未付款关闭', '订单未付款关闭'],
  ['pending', '待定', '订单还没有结果，不计入成功率'],
] as const satisfies readonly (readonly [keyof Tally, string, string])[];

function Summary({ total }: { readonly total: Tally }) {
  return (
    <div className="figures-summary">
      <p className="figures-rate">
        <span className="muted">催付成功率</span> <SuccessRateText tally={total} />
      </p>
      <dl className="figures-facts">
        {FACTS.map(([outcome, label, hint]) => (
          <div key={outcome} title={hint}>
            <dt className="muted">{label}</dt>
            <dd className="numeric">{count(total[outcome])}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function GroupTable({ group, rows }: { readonly group: FigureGroup; readonly rows: readonly FigureRow[] }) {
  const { shops } = useAppState();
  const columns = [
    {
      title: FIGURE_GROUP_LABELS[group],
      key: 'label',
      render: (_: unknown, { key }: FigureRow) => figureLabel(group, key, shops),
    },
    {
      title: '有结果',
      key: 'settled',
      align: 'right' as const,
      width: 80,
      render: (_: unknown, { tally }: FigureRow) => (
        <span className="numeric">{count(settledOf(tally))}</span>
      ),
    },
    {
      title: '成功',
      key: 'successes',
      align: 'right' as const,
      width: 72,
      render: (_: unknown, { tally }: FigureRow) => (
        <span className="numeric">{count(successesOf(tally))}</span>
      ),
    },
    {
      title: '待定',
      key: 'pending',
      align: 'right' as const,
      width: 72,
      render: (_: unknown, { tally }: FigureRow) => <span className="numeric">{count(tally.pending)}</span>,
    },
    {
      title: '成功率',
      key: 'rate',
      width: 240,
      render: (_: unknown, { tally }: FigureRow) => <SuccessRateText tally={tally} />,
    },
  ];
  return (
    <Table<FigureRow>
      size="small"
      rowKey={({ key }) => key ?? ''}
      aria-label={`按${FIGURE_GROUP_LABELS[group]}`}
      columns={columns}
      dataSource={sortedRows(group, rows)}
      scroll={{ x: 'max-content' }}
      pagination={false}
    />
  );
}

function Figures({ figures }: { readonly figures: ScriptFigures }) {
  const [group, setGroup] = useState<FigureGroup>('step');
  if (settledOf(figures.total) + figures.total.pending === 0) {
    return (
      <EmptyState
        title="还没有用于催付的记录"
        hint="在催付待办中复制这条话术后，导入新的订单文件即可看到效果"
      />
    );
  }
  return (
    <>
      <Summary total={figures.total} />
      <Segmented<FigureGroup>
        aria-label="分组"
        options={FIGURE_GROUPS.map((value) => ({ value, label: `按${FIGURE_GROUP_LABELS[value]}` }))}
        value={group}
        onChange={setGroup}
      />
      <GroupTable group={group} rows={figures.by[group]} />
      <p className="muted figures-note">
        成功率 = 成功 ÷
        有结果的使用。每次催付中复制的话术计一次；付款由导入确认，归于付款前最后一次催付所用的话术，与催付报表一致。括号内为
        95% 置信区间；少于 10 次不显示成功率。
      </p>
    </>
  );
}

/** X5: the outcomes of the uses, with their number. */
export function FiguresTab({ scriptId }: { readonly scriptId: ScriptId }) {
  const { data, error, refetch } = useQuery(scriptPageQueries.figures(scriptId));
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return data ? <Figures figures={data} /> : null;
}

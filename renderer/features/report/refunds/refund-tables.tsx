import { Button, Table, Tabs } from 'antd';
import {
  REFUND_GROUP_LABELS,
  REFUND_GROUPS,
  type RefundGroup,
} from '../../../../shared/domain/refunds/refund-report.ts';
import { FEWEST_FOR_RATE } from '../../../../shared/domain/report-figures.ts';
import type {
  RefundReport,
  RefundReportRow,
} from '../../../../shared/ipc/contract/refunds/refund-report-contract.ts';
import { formatRate } from '../../../lib/time/format.ts';
import { Money } from '../../../ui/facts/money.tsx';
import { useScaled } from '../../../ui/theme/text-scale.ts';
import type { Drilled } from './drill.ts';

/** Where there is less room the table is scrolled sideways. */
const TABLE_WIDTH = 660;
const count = (value: number) => value.toLocaleString('zh-CN');

/** The most frequent first, each with all that is before it; days stand in their own order. */
type ShownRow = RefundReportRow & { readonly upTo: number | null };

function withSums(rows: readonly RefundReportRow[], group: RefundGroup): ShownRow[] {
  let sum = 0;
  return rows.map((row) => {
    sum += row.share ?? 0;
    return { ...row, upTo: row.share === null || group === 'day' ? null : sum };
  });
}

function columnsFor(group: RefundGroup, onDrill: (drilled: Drilled) => void) {
  const label = REFUND_GROUP_LABELS[group];
  return [
    { title: label, key: 'label', ellipsis: true, render: (_: unknown, row: ShownRow) => row.label },
    {
      title: '笔数',
      key: 'count',
      align: 'right' as const,
      width: 100,
      sorter: (a: ShownRow, b: ShownRow) => a.count - b.count,
      render: (_: unknown, row: ShownRow) => (
        <Button
          type="link"
          size="small"
          className="numeric"
          aria-label={`${row.label} ${count(row.count)} 笔，查看退款`}
          onClick={() => onDrill({ drill: { group, key: row.key }, title: `${label}：${row.label}` })}
        >
          {count(row.count)}
        </Button>
      ),
    },
    {
      title: '占比',
      key: 'share',
      align: 'right' as const,
      width: 180,
      render: (_: unknown, row: ShownRow) => (
        <span className="report-rate">
          <span className="report-rate-bar" aria-hidden="true">
            <span style={{ width: `${(row.share ?? 0) * 100}%` }} />
          </span>
          <span className="numeric report-rate-text">{formatRate(row.share)}</span>
        </span>
      ),
    },
    {
      title: '累计占比',
      key: 'upTo',
      align: 'right' as const,
      width: 110,
      render: (_: unknown, row: ShownRow) => <span className="numeric muted">{formatRate(row.upTo)}</span>,
    },
    {
      title: '金额',
      key: 'amount',
      align: 'right' as const,
      width: 140,
      sorter: (a: ShownRow, b: ShownRow) => a.amountFen - b.amountFen,
      render: (_: unknown, row: ShownRow) => <Money fen={row.amountFen} />,
    },
  ];
}

type Props = { readonly report: RefundReport; readonly onDrill: (drilled: Drilled) => void };

/** The refunds that were asked for in the period, cut by reason, product and the like. */
export function RefundTables({ report, onDrill }: Props) {
  const leastWidth = useScaled(TABLE_WIDTH);
  const items = REFUND_GROUPS.map((group) => {
    const label = `按${REFUND_GROUP_LABELS[group]}`;
    const rows = withSums(report.by[group], group);
    const total = rows.reduce((sum, row) => sum + row.count, 0);
    return {
      key: group,
      label,
      children: (
        <>
          <p className="muted numeric report-base">
            基数 {count(total)} 笔{total < FEWEST_FOR_RATE && `，不足 ${FEWEST_FOR_RATE} 例，不算占比`}
          </p>
          <Table<ShownRow>
            size="small"
            rowKey="key"
            aria-label={label}
            scroll={{ x: leastWidth }}
            columns={columnsFor(group, onDrill)}
            dataSource={rows}
            showSorterTooltip={false}
            locale={{ emptyText: '没有退款' }}
            pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
          />
        </>
      ),
    };
  });
  return <Tabs items={items} />;
}

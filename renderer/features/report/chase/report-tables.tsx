import { Table, Tabs } from 'antd';
import { formatFen } from '../../../../shared/domain/money.ts';
import type {
  ChaseReport,
  ChaseReportGroup,
  ChaseReportRow,
} from '../../../../shared/ipc/contract/program/report-contract.ts';
import {
  CHASE_REPORT_GROUP_LABELS,
  CHASE_REPORT_GROUPS,
} from '../../../../shared/ipc/contract/program/report-contract.ts';
import { formatRate } from '../../../lib/time/format.ts';
import { useScaled } from '../../../ui/theme/text-scale.ts';
import { SmallSampleTag } from './headline.tsx';
import { isSmallSample } from './report-rows.ts';

/** Where there is less room the table is scrolled sideways. */
const TABLE_WIDTH = 760;
const count = (value: number) => value.toLocaleString('zh-CN');

function RateCell({ rate, chased }: Pick<ChaseReportRow, 'rate' | 'chased'>) {
  return (
    <span className="report-rate">
      {isSmallSample(chased) && <SmallSampleTag />}
      <span className="report-rate-bar" aria-hidden="true">
        <span style={{ width: `${(rate ?? 0) * 100}%` }} />
      </span>
      <span className="numeric report-rate-text">{formatRate(rate)}</span>
    </span>
  );
}

/** Steps, hours and the like have an order of their own; of days the last is the one that is asked for. */
function rowsOf(report: ChaseReport, group: ChaseReportGroup): readonly ChaseReportRow[] {
  const rows = report.by[group];
  return group === 'day' ? rows.toSorted((a, b) => b.key.localeCompare(a.key)) : rows;
}

function columnsFor(group: ChaseReportGroup) {
  return [
    {
      title: CHASE_REPORT_GROUP_LABELS[group],
      key: 'label',
      ellipsis: true,
      sorter: (a: ChaseReportRow, b: ChaseReportRow) =>
        a.key.localeCompare(b.key, 'zh-CN', { numeric: true }),
      render: (_: unknown, row: ChaseReportRow) => row.label,
    },
    {
      title: '催付过的订单',
      key: 'chased',
      align: 'right' as const,
      width: 140,
      sorter: (a: ChaseReportRow, b: ChaseReportRow) => a.chased - b.chased,
      render: (_: unknown, row: ChaseReportRow) => <span className="numeric">{count(row.chased)}</span>,
    },
    {
      title: '催付后付款',
      key: 'recovered',
      align: 'right' as const,
      width: 130,
      sorter: (a: ChaseReportRow, b: ChaseReportRow) => a.recovered - b.recovered,
      render: (_: unknown, row: ChaseReportRow) => <span className="numeric">{count(row.recovered)}</span>,
    },
    {
      title: '成功率',
      key: 'rate',
      align: 'right' as const,
      width: 240,
      sorter: (a: ChaseReportRow, b: ChaseReportRow) => (a.rate ?? -1) - (b.rate ?? -1),
      render: (_: unknown, row: ChaseReportRow) => <RateCell rate={row.rate} chased={row.chased} />,
    },
    {
      title: '催回金额',
      key: 'amount',
      align: 'right' as const,
      width: 140,
      sorter: (a: ChaseReportRow, b: ChaseReportRow) => a.recoveredFen - b.recoveredFen,
      render: (_: unknown, row: ChaseReportRow) => (
        <span className="numeric">¥{formatFen(row.recoveredFen)}</span>
      ),
    },
  ];
}

/** The same orders cut six ways. */
export function ReportTables({ report }: { readonly report: ChaseReport }) {
  const leastWidth = useScaled(TABLE_WIDTH);
  const items = CHASE_REPORT_GROUPS.map((group) => {
    const label = CHASE_REPORT_GROUP_LABELS[group];
    return {
      key: group,
      label: `按${label}`,
      children: (
        <Table<ChaseReportRow>
          size="small"
          rowKey="key"
          aria-label={`按${label}`}
          scroll={{ x: leastWidth }}
          columns={columnsFor(group)}
          dataSource={rowsOf(report, group)}
          showSorterTooltip={false}
          locale={{ emptyText: `没有记录${label}` }}
          pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        />
      ),
    };
  });
  return <Tabs items={items} />;
}

import { Button, Table, Tabs } from 'antd';
import {
  ORDER_GROUP_LABELS,
  ORDER_GROUPS,
  type OrderGroup,
} from '../../../../shared/domain/orders/order-report.ts';
import type { OrderReport, OrderReportRow } from '../../../../shared/ipc/contract/order-report-contract.ts';
import { formatRate } from '../../../lib/time/format.ts';
import { Money } from '../../../ui/facts/money.tsx';
import { useScaled } from '../../../ui/theme/text-scale.ts';
import type { DrilledOrders } from './order-figures.tsx';

/** Where there is less room the table is scrolled sideways. */
const TABLE_WIDTH = 560;
const count = (value: number) => value.toLocaleString('zh-CN');

function columnsFor(group: OrderGroup, onDrill: (drilled: DrilledOrders) => void) {
  const label = ORDER_GROUP_LABELS[group];
  return [
    { title: label, key: 'label', ellipsis: true, render: (_: unknown, row: OrderReportRow) => row.label },
    {
      title: '单数',
      key: 'count',
      align: 'right' as const,
      width: 100,
      sorter: (a: OrderReportRow, b: OrderReportRow) => a.count - b.count,
      render: (_: unknown, row: OrderReportRow) => (
        <Button
          type="link"
          size="small"
          className="numeric"
          aria-label={`${row.label} ${count(row.count)} 单，查看订单`}
          onClick={() => onDrill({ drill: { group, key: row.key }, title: `${label}：${row.label}` })}
        >
          {count(row.count)}
        </Button>
      ),
    },
    {
      title: '基数',
      key: 'base',
      align: 'right' as const,
      width: 100,
      render: (_: unknown, row: OrderReportRow) => <span className="numeric muted">{count(row.base)}</span>,
    },
    {
      title: '比率',
      key: 'rate',
      align: 'right' as const,
      width: 100,
      render: (_: unknown, row: OrderReportRow) => <span className="numeric">{formatRate(row.rate)}</span>,
    },
    {
      title: '金额',
      key: 'amount',
      align: 'right' as const,
      width: 140,
      sorter: (a: OrderReportRow, b: OrderReportRow) => a.amountFen - b.amountFen,
      render: (_: unknown, row: OrderReportRow) => <Money fen={row.amountFen} />,
    },
  ];
}

type Props = { readonly report: OrderReport; readonly onDrill: (drilled: DrilledOrders) => void };

/** Late orders, parcels in trouble and cancellations, cut by day, shop, goods, carrier, province and stage. */
export function OrderTables({ report, onDrill }: Props) {
  const leastWidth = useScaled(TABLE_WIDTH);
  const items = ORDER_GROUPS.map((group) => ({
    key: group,
    label: ORDER_GROUP_LABELS[group],
    children: (
      <Table<OrderReportRow>
        size="small"
        rowKey="key"
        aria-label={ORDER_GROUP_LABELS[group]}
        scroll={{ x: leastWidth }}
        columns={columnsFor(group, onDrill)}
        dataSource={report.by[group]}
        showSorterTooltip={false}
        locale={{ emptyText: '没有这样的订单' }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
      />
    ),
  }));
  return <Tabs items={items} />;
}

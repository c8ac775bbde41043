import { useQuery } from '@tanstack/react-query';
import { Button, Drawer } from 'antd';
import { useState } from 'react';
import { ORDER_STATUS_LABELS, paidOrPayableFen } from '../../../../shared/domain/orders/order.ts';
import { asSubject } from '../../../../shared/domain/subjects/subject.ts';
import type { OrderLine } from '../../../../shared/ipc/contract/order-contract.ts';
import type { ReportQuery } from '../../../../shared/ipc/contract/program/report-contract.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { Money } from '../../../ui/facts/money.tsx';
import { DrillList } from '../drill-list.tsx';
import { reportQueries } from '../queries.ts';
import { type DrilledOrders, OrderFigures } from './order-figures.tsx';
import { OrderTables } from './order-tables.tsx';

function Row({ row }: { readonly row: OrderLine }) {
  return (
    <div className="report-drill-row">
      <Money fen={paidOrPayableFen(row)} isStrong />
      <span className="truncate">{ORDER_STATUS_LABELS[row.status]}</span>
      <span className="truncate">{row.customerNick ?? '—'}</span>
      <span className="truncate muted">{row.shopName}</span>
      <span className="truncate muted" title={row.itemTitle ?? undefined}>
        {row.itemTitle ?? '—'}
      </span>
      <span className="numeric truncate muted">{row.no}</span>
    </div>
  );
}

type RowsProps = { readonly query: ReportQuery; readonly drilled: DrilledOrders };

function Rows({ query, drilled: { drill } }: RowsProps) {
  const { openSubject } = useNavigation();
  const { data, error, refetch } = useQuery(reportQueries.orderRows({ ...query, drill }));
  if (error) return <ErrorNote error={error} onRetry={() => void refetch()} />;
  return (
    <DrillList
      label="报表中的订单"
      unit="单"
      rows={data?.rows ?? []}
      total={data?.total ?? 0}
      renderRow={(row) => <Row row={row} />}
      onOpen={({ id }) => openSubject(asSubject('order', id))}
    />
  );
}

/** 4.5: the orders of the period that were paid, each number with its base and the orders behind it. */
export function OrderReportBody({ query }: { readonly query: ReportQuery }) {
  const { openScreen } = useNavigation();
  const { data: report, error, refetch } = useQuery(reportQueries.orders(query));
  const [drilled, setDrilled] = useState<DrilledOrders | null>(null);
  const isEmpty = report?.figures.every(({ count }) => count === 0) ?? false;
  return (
    <>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {isEmpty && (
        <EmptyState
          title="这段时间没有付款的订单"
          hint="导入订单报表后，这里按期限日期、店铺、商品和快递统计"
          action={<Button onClick={() => openScreen('imports')}>去导入</Button>}
        />
      )}
      {report !== undefined && !isEmpty && (
        <div className="report-body">
          <OrderFigures figures={report.figures} onDrill={setDrilled} />
          <OrderTables report={report} onDrill={setDrilled} />
        </div>
      )}
      <Drawer
        open={drilled !== null}
        title={drilled?.title}
        size={860}
        onClose={() => setDrilled(null)}
        destroyOnHidden
      >
        {drilled && <Rows query={query} drilled={drilled} />}
      </Drawer>
    </>
  );
}

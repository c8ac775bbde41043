import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import type { ReportQuery } from '../../../../shared/ipc/contract/program/report-contract.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { reportQueries } from '../queries.ts';
import type { Drilled } from './drill.ts';
import { DrillDrawer } from './drill-drawer.tsx';
import { RefundFigures } from './refund-figures.tsx';
import { RefundTables } from './refund-tables.tsx';

/** 5.10: the refunds of the period, each number with its base and the refunds behind it. */
export function RefundReportBody({ query }: { readonly query: ReportQuery }) {
  const { openScreen } = useNavigation();
  const { data: report, error, refetch } = useQuery(reportQueries.refunds(query));
  const [drilled, setDrilled] = useState<Drilled | null>(null);
  const isEmpty = report?.figures.every(({ count }) => count === 0) ?? false;
  return (
    <>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {isEmpty && (
        <EmptyState
          title="这段时间没有退款"
          hint="导入平台的退款（售后）报表后，这里按原因、商品、类型等统计"
          action={<Button onClick={() => openScreen('imports')}>去导入</Button>}
        />
      )}
      {report !== undefined && !isEmpty && (
        <div className="report-body">
          <RefundFigures figures={report.figures} onDrill={setDrilled} />
          <RefundTables report={report} onDrill={setDrilled} />
        </div>
      )}
      <DrillDrawer query={query} drilled={drilled} onClose={() => setDrilled(null)} />
    </>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReportQuery } from '../../../../shared/ipc/contract/program/report-contract.ts';
import { useNavigation } from '../../../lib/place/navigation.ts';
import type { DateRange } from '../../../lib/time/day-range.ts';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { reportQueries } from '../queries.ts';
import { DayChart } from './day-chart.tsx';
import { Headline } from './headline.tsx';
import { fillDays } from './report-rows.ts';
import { ReportTables } from './report-tables.tsx';

type Props = { readonly query: ReportQuery; readonly range: DateRange };

/** P10: the chases of the period and what came of them. */
export function ChaseReportBody({ query, range }: Props) {
  const { openScreen } = useNavigation();
  const { data: report, error, refetch } = useQuery(reportQueries.chase(query));
  return (
    <>
      {error && <ErrorNote error={error} onRetry={() => void refetch()} />}
      {report?.chased === 0 && (
        <EmptyState
          title="这段时间没有催付"
          hint="在工作台完成催付待办后，这里按日期、步骤、原因、话术、时段和客服统计成效"
          action={<Button onClick={() => openScreen('workbench')}>去工作台</Button>}
        />
      )}
      {report !== undefined && report.chased > 0 && (
        <div className="report-body">
          <Headline report={report} />
          {range.fromDate !== range.toDate && <DayChart days={fillDays(report.by.day, range)} />}
          <ReportTables report={report} />
        </div>
      )}
    </>
  );
}

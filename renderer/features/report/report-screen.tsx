import './report.css';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useState } from 'react';
import { z } from 'zod';
import { MINUTE } from '../../../shared/time/durations.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import { useNow } from '../../lib/time/now.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { DayChart } from './day-chart.tsx';
import { Headline } from './headline.tsx';
import { reportQueries } from './queries.ts';
import { ReportBar } from './report-bar.tsx';
import { RANGE_PRESETS, rangeOf } from './report-range.ts';
import { fillDays } from './report-rows.ts';
import { ReportTables } from './report-tables.tsx';

const Preset = z.enum(RANGE_PRESETS);

export function ReportScreen() {
  const { shops } = useAppState();
  const { openScreen } = useNavigation();
  const nowMs = useNow(MINUTE);
  const [preset, setPreset] = useViewState('report-range', Preset, 'last-7');
  const [custom, setCustom] = useState(() => rangeOf('last-7', nowMs));
  const [shopId, setShopId] = useViewState('report-shop', z.string().nullable(), null);
  const range = preset === 'custom' ? custom : rangeOf(preset, nowMs);
  const query = { ...range, shopId: shops.find(({ id }) => id === shopId)?.id ?? null };
  const { data: report, error, refetch } = useQuery(reportQueries.chase(query));

  return (
    <div className="screen report-screen">
      <ReportBar
        preset={preset}
        range={range}
        query={query}
        onPreset={(next) => {
          // The dates that are shown become the ones to start from.
          if (next === 'custom') setCustom(range);
          setPreset(next);
        }}
        onRange={setCustom}
        onShop={setShopId}
      />
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
    </div>
  );
}

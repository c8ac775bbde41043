import './report.css';
import { useState } from 'react';
import { z } from 'zod';
import { MINUTE } from '../../../shared/time/durations.ts';
import { useChosenShop } from '../../lib/place/chosen-shop.ts';
import { useViewState } from '../../lib/place/view-state.ts';
import { rangeOf } from '../../lib/time/day-range.ts';
import { useNow } from '../../lib/time/now.ts';
import { ChaseReportBody } from './chase/chase-report.tsx';
import { OrderReportBody } from './orders/order-report.tsx';
import { RefundReportBody } from './refunds/refund-report.tsx';
import { ReportBar } from './report-bar.tsx';
import { REPORT_KINDS } from './report-kinds.ts';
import { RANGE_PRESETS } from './report-range.ts';

const Preset = z.enum(RANGE_PRESETS);

export function ReportScreen() {
  const nowMs = useNow(MINUTE);
  const [kind, setKind] = useViewState('report-kind', z.enum(REPORT_KINDS), 'chase');
  const [preset, setPreset] = useViewState('report-range', Preset, 'last-7');
  const [custom, setCustom] = useState(() => rangeOf('last-7', nowMs));
  const [shopId, chooseShop] = useChosenShop();
  const range = preset === 'custom' ? custom : rangeOf(preset, nowMs);
  const query = { ...range, shopId };

  return (
    <div className="screen report-screen">
      <ReportBar
        kind={kind}
        preset={preset}
        range={range}
        query={query}
        onKind={setKind}
        onPreset={(next) => {
          // The dates that are shown become the ones to start from.
          if (next === 'custom') setCustom(range);
          setPreset(next);
        }}
        onRange={setCustom}
        onShop={chooseShop}
      />
      {kind === 'chase' && <ChaseReportBody query={query} range={range} />}
      {kind === 'orders' && <OrderReportBody query={query} />}
      {kind === 'refunds' && <RefundReportBody query={query} />}
    </div>
  );
}

import { useQuery } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useState } from 'react';
import { CHASE_STEP_LABELS, ChaseSettings } from '../../../../shared/domain/chasing/chase-settings.ts';
import { startOfBeijingDay } from '../../../../shared/time/beijing.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { formatDuration, formatMoment } from '../../../lib/time/format.ts';
import { useNow } from '../../../lib/time/now.ts';
import { ErrorNote } from '../../../ui/error-note.tsx';
import { MinutePicker } from '../fields/minute-picker.tsx';
import { chasePreviewQueries } from '../queries.ts';
import type { PlanPoint } from './chase-plan.ts';
import { planOf, skippedSteps } from './chase-plan.ts';

type When = 'now' | 'chosen';
/** Late enough that quiet hours show what they do. */
const EVENING_MINUTE = 21 * 60 + 50;

const whenOptions = [
  { value: 'now' as const, label: '现在' },
  { value: 'chosen' as const, label: '今天' },
];

function movedText({ atMs, movedFromMs }: PlanPoint, nowMs: number): string | undefined {
  if (movedFromMs === null) return undefined;
  return `原定 ${formatMoment(movedFromMs, nowMs)}，${atMs > movedFromMs ? '顺延' : '提前'}`;
}

function PlanRow({
  point,
  placedAtMs,
  nowMs,
}: {
  readonly point: PlanPoint;
  readonly placedAtMs: number;
  readonly nowMs: number;
}) {
  const moved = movedText(point, nowMs);
  return (
    <li className="settings-plan-point" data-kind={point.kind}>
      <span className="settings-plan-dot" aria-hidden="true" />
      <span className="settings-plan-label">{point.label}</span>
      <time className="numeric">{formatMoment(point.atMs, nowMs)}</time>
      <span className="muted numeric settings-plan-offset">
        {point.kind === 'placed' ? '' : `下单后 ${formatDuration(point.atMs - placedAtMs)}`}
      </span>
      {moved !== undefined && <span className="settings-plan-moved">{moved}</span>}
    </li>
  );
}

/** Shows the settings above for one order, worked out by the rules themselves. */
export function ChasePlanPanel({ chase }: { readonly chase: ChaseSettings }) {
  const nowMs = useNow(MINUTE);
  const [when, setWhen] = useState<When>('now');
  const [minute, setMinute] = useState(EVENING_MINUTE);
  const placedAtMs = when === 'now' ? nowMs : startOfBeijingDay(nowMs) + minute * MINUTE;
  const isValid = ChaseSettings.safeParse(chase).success;
  const { data, error } = useQuery({ ...chasePreviewQueries.of(chase, placedAtMs), enabled: isValid });
  const skipped = data === undefined ? [] : skippedSteps(chase, data);
  return (
    <aside className="settings-plan" aria-label="催付预览">
      <header>
        <h3>预览</h3>
        <p className="muted">一个未付款订单将在何时提醒催付</p>
      </header>
      <div className="settings-times">
        <span>下单时间</span>
        <Segmented<When> aria-label="下单时间" options={whenOptions} value={when} onChange={setWhen} />
        {when === 'chosen' && <MinutePicker label="今天几点下单" minute={minute} onChange={setMinute} />}
      </div>
      {error && <ErrorNote error={error} />}
      {data !== undefined && (
        <ol className="settings-plan-points">
          {planOf(chase, placedAtMs, data).map((point) => (
            <PlanRow key={point.key} point={point} placedAtMs={placedAtMs} nowMs={nowMs} />
          ))}
        </ol>
      )}
      {skipped.length > 0 && (
        <p className="settings-plan-skipped">
          不会提醒：{skipped.map((step) => CHASE_STEP_LABELS[step]).join('、')}
        </p>
      )}
    </aside>
  );
}

import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { BulletinId } from '../../../shared/domain/bulletins/bulletin.ts';
import type { HandoverId } from '../../../shared/domain/handovers/handover.ts';
import type { Today } from '../../../shared/ipc/contract/shifts/today-contract.ts';
import { beijingDate } from '../../../shared/time/beijing.ts';
import { takeReports, waitingReportsQuery } from '../../lib/main-process/waiting-reports.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { Money } from '../../ui/facts/money.tsx';
import { useFeedback } from '../../ui/feedback.tsx';

/** The ways out of the day into its work. */
export type TodayPlaces = {
  readonly onSheet: (id: HandoverId) => void;
  readonly onBulletin: (id: BulletinId) => void;
  readonly onImport: () => void;
  readonly onBegin: () => void;
};

type Step = {
  readonly key: string;
  readonly words: ReactNode;
  readonly action: string;
  readonly run: () => void;
};

/** The shops whose orders are of another day, each with its age; one without a report says so. */
function OldData({ data, nowMs }: Pick<Today, 'data' | 'nowMs'>) {
  return data.map(({ shopId, shopName, asOfMs }) => (
    <span key={shopId} className="today-shop numeric">
      {shopName} {asOfMs === null ? '还没有导入过报表' : `数据截至 ${formatMoment(asOfMs, nowMs)}`}
    </span>
  ));
}

const isOld = (asOfMs: number | null, nowMs: number): boolean =>
  asOfMs === null || beijingDate(asOfMs) !== beijingDate(nowMs);

type StepsProps = TodayPlaces & { readonly today: Today };

/** In the order in which the morning goes: the promises of the shift before, then data that is true, then the first customer. */
function useSteps({ today, onSheet, onBulletin, onImport, onBegin }: StepsProps): readonly Step[] {
  const { data, handovers, bulletins, ahead, nowMs } = today;
  const feedback = useFeedback();
  const { data: reports = [] } = useQuery(waitingReportsQuery());
  const take = useMutation({ mutationFn: takeReports, onError: (error) => feedback.fail(error) });
  const steps: Step[] = handovers.map(({ id, giverName, givenAtMs, count }) => ({
    key: id,
    words: `${giverName} ${formatMoment(givenAtMs, nowMs)} 交接 ${count} 项，等你签收`,
    action: '看交接单',
    run: () => onSheet(id),
  }));
  const [unread] = bulletins;
  if (unread) {
    steps.push({
      key: unread.id,
      words: `未读通知${bulletins.length > 1 ? ` ${bulletins.length} 条` : ''}：${unread.title}`,
      action: '看通知',
      run: () => onBulletin(unread.id),
    });
  }
  const old = data.filter(({ asOfMs }) => isOld(asOfMs, nowMs));
  if (reports.length > 0) {
    steps.push({
      key: 'reports',
      words: `下载文件夹里有 ${reports.length} 个新报表`,
      action: '导入新报表',
      run() {
        take.mutate(reports.map(({ path }) => path));
        onImport();
      },
    });
  } else if (old.length > 0) {
    steps.push({
      key: 'data',
      words: <OldData data={old} nowMs={nowMs} />,
      action: '去导入',
      run: onImport,
    });
  }
  const { count, amountFen } = ahead.now;
  steps.push({
    key: 'begin',
    words:
      count === 0 ? (
        '现在没有要马上处理的'
      ) : (
        <span className="numeric">
          现在要处理 {count} 项{amountFen > 0 && '，涉及 '}
          {amountFen > 0 && <Money fen={amountFen} />}
        </span>
      ),
    action: count === 0 ? '去工作台' : '开始处理',
    run: onBegin,
  });
  return steps;
}

/** One Enter per step: the first one has the focus, and is the coloured one. */
export function TodaySteps(props: StepsProps) {
  const steps = useSteps(props);
  return (
    <ol className="today-steps" aria-label="先做这些">
      {steps.map(({ key, words, action, run }, at) => (
        // Drawn anew as soon as it comes first, so that it takes the focus.
        <li key={at === 0 ? `first ${key}` : key}>
          <div className="today-words">{words}</div>
          <Button autoFocus={at === 0} type={at === 0 ? 'primary' : 'default'} onClick={run}>
            {action} {at === 0 && <Kbd keys="Enter" />}
          </Button>
        </li>
      ))}
    </ol>
  );
}

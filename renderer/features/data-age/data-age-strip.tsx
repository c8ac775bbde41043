import './data-age.css';
import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { beijingDate } from '../../../shared/time/beijing.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { isFocusFree } from '../../lib/focus-home.ts';
import { useAppState } from '../../lib/main-process/app-state.ts';
import { takeReports, waitingReportsQuery } from '../../lib/main-process/waiting-reports.ts';
import { useNavigation } from '../../lib/place/navigation.ts';
import { SHORTCUTS, useShortcut } from '../../lib/shortcuts.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { useNow } from '../../lib/time/now.ts';
import { Kbd } from '../../ui/facts/kbd.tsx';
import { useFeedback } from '../../ui/feedback.tsx';
import { dataAgeQuery } from './queries.ts';

/** `刚刚`, `25 分钟前`, `3 小时前`, `2 天前`: as an agent says it, not to the minute. */
function agoText(ageMs: number): string {
  const hours = Math.floor(ageMs / HOUR);
  if (hours >= 24) return `${Math.floor(hours / 24)} 天前`;
  if (hours > 0) return `${hours} 小时前`;
  const minutes = Math.floor(ageMs / MINUTE);
  return minutes > 0 ? `${minutes} 分钟前` : '刚刚';
}

/** The shop whose orders are the oldest: what the queue says is at least as true as this. */
function useOldest() {
  const { shops } = useAppState();
  const { data: ages = [] } = useQuery(dataAgeQuery());
  const own = shops.filter(({ isSample }) => !isSample);
  const known = ages.flatMap(({ shopId, asOfMs }) => {
    const shop = own.find(({ id }) => id === shopId);
    return shop ? [{ name: own.length > 1 ? shop.name : null, asOfMs }] : [];
  });
  return known.toSorted((a, b) => a.asOfMs - b.asOfMs)[0];
}

/** `示例旗舰店 数据截至 09:00 · 3 小时前` */
function Age({ name, asOfMs }: { readonly name: string | null; readonly asOfMs: number }) {
  const nowMs = useNow(MINUTE);
  return (
    <span className="numeric">
      {name !== null && `${name} `}数据截至 {formatMoment(asOfMs, nowMs)} · {agoText(nowMs - asOfMs)}
    </span>
  );
}

type Props = {
  /** No order is open and nothing else has the focus: Enter takes the reports. */
  readonly takesFocus: boolean;
};

/** P1: says how old the orders are, and takes the reports that wait in the watched folder with one key. */
export function DataAgeStrip({ takesFocus }: Props) {
  const { openScreen } = useNavigation();
  const feedback = useFeedback();
  const nowMs = useNow(MINUTE);
  const oldest = useOldest();
  const { data: reports = [] } = useQuery(waitingReportsQuery());
  const take = useMutation({ mutationFn: takeReports, onError: (error) => feedback.fail(error) });
  const button = useRef<HTMLButtonElement>(null);
  const isWaiting = reports.length > 0;

  function takeAll(): void {
    take.mutate(reports.map(({ path }) => path));
    openScreen('imports');
  }
  useShortcut(SHORTCUTS.takeReports, takeAll, isWaiting);
  useEffect(() => {
    if (isWaiting && takesFocus && isFocusFree()) button.current?.focus();
  }, [isWaiting, takesFocus]);

  if (oldest === undefined && !isWaiting) return null;
  const isOld = oldest !== undefined && beijingDate(oldest.asOfMs) !== beijingDate(nowMs);
  return (
    <section className="data-age" aria-label="数据时间" data-is-old={isOld || undefined}>
      {oldest && <Age {...oldest} />}
      {isWaiting && (
        <>
          <span className="truncate" title={reports.map(({ fileName }) => fileName).join('\n')}>
            下载文件夹里有 {reports.length} 个新报表
          </span>
          <Button ref={button} type="primary" size="small" disabled={take.isPending} onClick={takeAll}>
            导入新报表 <Kbd keys={SHORTCUTS.takeReports.label} />
          </Button>
        </>
      )}
      {isOld && !isWaiting && (
        <Button size="small" onClick={() => openScreen('imports')}>
          去导入
        </Button>
      )}
    </section>
  );
}

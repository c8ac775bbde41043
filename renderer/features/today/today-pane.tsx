import './today.css';
import { useQuery } from '@tanstack/react-query';
import type { WorkSum } from '../../../shared/domain/tasks/day-ahead.ts';
import { type TaskKind, taskKindLabel } from '../../../shared/domain/tasks/task.ts';
import type { Today } from '../../../shared/ipc/contract/shifts/today-contract.ts';
import { beijingWeekday, toBeijing } from '../../../shared/time/beijing.ts';
import { useCurrentAgent } from '../../lib/main-process/app-state.ts';
import { useChosenShop } from '../../lib/place/chosen-shop.ts';
import { formatMoment } from '../../lib/time/format.ts';
import { Money } from '../../ui/facts/money.tsx';
import { todayQuery } from './queries.ts';
import { type TodayPlaces, TodaySteps } from './today-steps.tsx';

type Props = TodayPlaces & {
  /** Shows the tasks of one kind in the queue. */
  readonly onKind: (kind: TaskKind) => void;
};

const WEEKDAYS = '一二三四五六日';

function dayText(nowMs: number): string {
  const { month, day } = toBeijing(nowMs);
  return `${month} 月 ${day} 日 星期${WEEKDAYS[beijingWeekday(nowMs) - 1] ?? ''}`;
}

type FigureProps = { readonly label: string; readonly sum: WorkSum; readonly isUrgent?: boolean };

function Figure({ label, sum, isUrgent = false }: FigureProps) {
  return (
    <div className="today-figure" data-urgent={(isUrgent && sum.count > 0) || undefined}>
      <dt>{label}</dt>
      <dd>
        {sum.count} 项{' '}
        {sum.amountFen > 0 && (
          <span className="muted">
            <Money fen={sum.amountFen} />
          </span>
        )}
      </dd>
    </div>
  );
}

function Ahead({ today: { ahead, missed } }: { readonly today: Today }) {
  return (
    <dl className="today-figures numeric" aria-label="今天要做的">
      <Figure label="现在" sum={ahead.now} />
      <Figure label="1 小时内" sum={ahead.hour} />
      <Figure label="今天稍后" sum={ahead.later} />
      <Figure label="1 小时内截止" sum={ahead.endsSoon} isUrgent />
      {missed.count > 0 && <Figure label="已错过" sum={missed} isUrgent />}
    </dl>
  );
}

function Kinds({ kinds, onKind }: Pick<Props, 'onKind'> & { readonly kinds: Today['ahead']['kinds'] }) {
  if (kinds.length === 0) return null;
  return (
    <ul className="today-kinds numeric" aria-label="按事项">
      {kinds.map(({ kind, count, amountFen }) => (
        <li key={kind}>
          <button type="button" onClick={() => onKind(kind)}>
            <span>{taskKindLabel(kind)}</span>
            <span>{count} 项</span>
            <span className="muted">{amountFen > 0 && <Money fen={amountFen} />}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Left out without a roster. */
function OnDuty({ onDuty, nowMs }: Pick<Today, 'onDuty' | 'nowMs'>) {
  if (onDuty.length === 0) return null;
  const text = onDuty.map(({ name, untilMs }) => `${name} 至 ${formatMoment(untilMs, nowMs)}`).join('，');
  return <span className="muted numeric">在班：{text}</span>;
}

/** Nothing before the first thing is done: a morning is not to begin with zeros. */
function Done({ done: { tasks, chased, recovered, recoveredFen } }: Pick<Today, 'done'>) {
  if (tasks === 0 && chased === 0) return null;
  return (
    <p className="today-done numeric">
      今天已完成 {tasks} 项
      {chased > 0 && (
        <>
          ，催付 {chased} 单，催回 {recovered} 单 <Money fen={recoveredFen} />
        </>
      )}
    </p>
  );
}

/** Issue 14: what the day holds, before the first customer and after the last. */
export function TodayPane({ onKind, ...places }: Props) {
  const agent = useCurrentAgent();
  const [shopId] = useChosenShop();
  const { data: today } = useQuery(todayQuery(shopId));
  return (
    <section className="today" aria-label="今天">
      {today && (
        <div className="today-card">
          <header>
            <h2>{agent?.name}，今天</h2>
            <span className="muted">{dayText(today.nowMs)}</span>
            <OnDuty {...today} />
          </header>
          <TodaySteps today={today} {...places} />
          <Ahead today={today} />
          <Kinds kinds={today.ahead.kinds} onKind={onKind} />
          <Done done={today.done} />
        </div>
      )}
    </section>
  );
}

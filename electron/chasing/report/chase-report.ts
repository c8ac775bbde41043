import { CHASE_STEPS, chaseStepLabel } from '../../../shared/domain/chasing/chase-settings.ts';
import type { OrderId, TaskId } from '../../../shared/domain/ids.ts';
import { UNPAID_REASON_LABELS, UNPAID_REASONS } from '../../../shared/domain/orders/unpaid-reason.ts';

import {
  CHASE_REPORT_GROUPS,
  type ChaseReport,
  type ChaseReportGroup,
  type ChaseReportRow,
} from '../../../shared/ipc/contract/program/report-contract.ts';
import { ownValue } from '../../../shared/own-value.ts';
import { beijingDate, toBeijing } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';

/** One message of the period, in the shops that were asked for. */
export type ReportedChase = {
  readonly orderId: OrderId;
  readonly taskId: TaskId | null;
  readonly atMs: EpochMs;
  readonly step: string;
  readonly reason: string | null;
  readonly scriptCode: string | null;
  readonly scriptTitle: string | null;
  readonly agentId: string | null;
  readonly agentName: string | null;
};

/** A payment that an import has proved; order and task name the chase that gets the credit. */
export type ReportedRecovery = {
  readonly orderId: OrderId;
  readonly taskId: TaskId | null;
  readonly amountFen: number;
};

type Figures = Pick<ChaseReport, 'chased' | 'recovered' | 'rate' | 'recoveredFen'>;
type Group = { readonly key: string; readonly label: string; readonly sortKey: string | number };
type Credited = ReportedChase & { readonly recoveredFen: number | null };

const NONE = 'none';

function placeIn(keys: readonly string[], key: string): number {
  const index = keys.indexOf(key);
  return index < 0 ? keys.length : index;
}

/** In which line of each grouping a message stands. */
const GROUP_OF: Record<ChaseReportGroup, (chase: ReportedChase) => Group> = {
  day({ atMs }) {
    const date = beijingDate(atMs);
    return { key: date, label: date, sortKey: date };
  },
  step({ step }) {
    return { key: step, label: chaseStepLabel(step), sortKey: placeIn(CHASE_STEPS, step) };
  },
  reason({ reason }) {
    const key = reason ?? NONE;
    return {
      key,
      label: ownValue(UNPAID_REASON_LABELS, key) ?? '未记录',
      sortKey: placeIn(UNPAID_REASONS, key),
    };
  },
  script({ scriptCode, scriptTitle }) {
    const key = scriptCode ?? NONE;
    const label = scriptTitle === null ? key : `${scriptTitle}（${key}）`;
    return { key, label: scriptCode === null ? '未用话术' : label, sortKey: scriptCode === null ? '~' : key };
  },
  hour({ atMs }) {
    const { hour } = toBeijing(atMs);
    const two = (value: number) => String(value).padStart(2, '0');
    return { key: two(hour), label: `${two(hour)}:00–${two(hour + 1)}:00`, sortKey: hour };
  },
  agent({ agentId, agentName }) {
    const key = agentId ?? NONE;
    return { key, label: agentName ?? '未登录', sortKey: agentName ?? '~' };
  },
};

/**
 * P10. Base: distinct orders chased in the period. A recovered order is credited to the last chase before the payment
 * and counts only if that chase is in the period, so that no order is counted in two periods.
 */
export function buildChaseReport(
  chases: readonly ReportedChase[],
  recoveries: readonly ReportedRecovery[],
): ChaseReport {
  const credited = credit(chases, recoveries);
  const by = Object.fromEntries(CHASE_REPORT_GROUPS.map((group) => [group, rowsBy(group, credited)]));
  // Every group is there, because the entries are made from the groups.
  return { ...figuresOf(credited), by: by as ChaseReport['by'] };
}

function credit(chases: readonly ReportedChase[], recoveries: readonly ReportedRecovery[]): Credited[] {
  const byOrder = new Map(recoveries.map((recovery) => [recovery.orderId, recovery]));
  // Contacts without a task are told apart by their time: the last one gets the credit.
  const last = new Map(chases.map((chase) => [`${chase.orderId} ${chase.taskId}`, chase]));
  return chases.map((chase) => {
    const recovery = byOrder.get(chase.orderId);
    const isLast = last.get(`${chase.orderId} ${chase.taskId}`) === chase;
    const isCredited = recovery !== undefined && recovery.taskId === chase.taskId && isLast;
    return { ...chase, recoveredFen: isCredited ? recovery.amountFen : null };
  });
}

function figuresOf(chases: readonly Credited[]): Figures {
  const chased = new Set(chases.map((chase) => chase.orderId)).size;
  const amounts = new Map(
    chases.flatMap(({ orderId, recoveredFen }) => (recoveredFen === null ? [] : [[orderId, recoveredFen]])),
  );
  const recovered = amounts.size;
  const recoveredFen = [...amounts.values()].reduce((sum, fen) => sum + fen, 0);
  return { chased, recovered, rate: chased === 0 ? null : recovered / chased, recoveredFen };
}

function rowsBy(group: ChaseReportGroup, chases: readonly Credited[]): ChaseReportRow[] {
  const grouped = Map.groupBy(chases, (chase) => GROUP_OF[group](chase).key);
  return [...grouped]
    .flatMap(([key, members]) => {
      const [first] = members;
      if (!first) return [];
      const { label, sortKey } = GROUP_OF[group](first);
      return [{ sortKey, row: { key, label, ...figuresOf(members) } }];
    })
    .toSorted((a, b) => compare(a.sortKey, b.sortKey))
    .map(({ row }) => row);
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return String(a) < String(b) ? -1 : Number(String(a) > String(b));
}

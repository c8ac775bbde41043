import { isDisputed, type Parcel } from '../../../shared/domain/parcels/parcel.ts';
import {
  overdueFromMs,
  type ParcelRule,
  type ParcelSubject,
  parcelAtRiskFen,
  parcelSettlement,
  parcelTask,
  shippedAtMsOf,
  stalledAfterMs,
} from '../../../shared/domain/parcels/parcel-subject.ts';
import {
  PARCEL_STATE_LABELS,
  type ParcelState,
  parcelStateOf,
} from '../../../shared/domain/parcels/parcel-words.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { momentText } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { HOUR } from '../../../shared/time/durations.ts';

type Step = {
  readonly task: Pick<WantedTask, 'step' | 'dueAtMs' | 'reason'> & { readonly occurrence?: string };
  /** A customer who was told from then on knows of it. */
  readonly sinceMs: EpochMs;
};

const LATE = '该到未到，主动查件';

/** O13: the customer hears that something is wrong with a parcel before asking. */
export const watchParcel: ParcelRule = {
  kind: 'parcel',
  concerns: (subject) => parcelSettlement(subject) === null,
  find,
  settledBy: parcelSettlement,
};

function find(subject: ParcelSubject): WantedTask[] {
  const { parcel } = subject;
  if (parcelSettlement(subject) !== null) return [];
  const knownUntilMs = Math.max(parcel.toldAtMs ?? -1, parcel.settledAtMs ?? -1);
  return stepsOf(subject)
    .filter(({ sinceMs }) => sinceMs > knownUntilMs)
    .map(({ task }) =>
      parcelTask(parcel, {
        ...task,
        kind: 'parcel',
        expiresAtMs: null,
        amountAtRiskFen: parcelAtRiskFen(parcel),
      }),
    );
}

const STEPS: Readonly<Record<ParcelState, (subject: ParcelSubject) => Step[]>> = {
  'no-pickup': (subject) => [noPickup(subject), ...overdueByDate(subject)],
  undelivered: ({ parcel }) => [atOnce(parcel, 'undelivered', '派送失败')],
  returning: ({ parcel }) => [atOnce(parcel, 'returning', '包裹退回中，先联系客户')],
  lost: ({ parcel }) => [atOnce(parcel, 'lost', PARCEL_STATE_LABELS.lost)],
  overdue: ({ parcel }) => [atOnce(parcel, 'overdue', LATE)],
  stalled: ({ parcel }) => [atOnce(parcel, 'stalled', '物流停滞')],
  moving: (subject) => [...stalledByTime(subject), ...overdueByDate(subject)],
  delivering: (subject) => [...stalledByTime(subject), ...overdueByDate(subject)],
  unknown: (subject) => overdueByDate(subject),
  signed: () => [],
};

function stepsOf(subject: ParcelSubject): Step[] {
  const { parcel } = subject;
  return isDisputed(parcel) ? [notReceived(parcel)] : STEPS[parcelStateOf(parcel)](subject);
}

function notReceived({ disputedAtMs, firstSeenAtMs, lastText }: Parcel): Step {
  const sinceMs = disputedAtMs ?? firstSeenAtMs;
  const reason = `客户称未收到，向快递核实签收人${saying(lastText)}`;
  return {
    task: { step: 'not-received', occurrence: String(sinceMs), dueAtMs: sinceMs, reason },
    // The customer has asked already, so the answer is still owed.
    sinceMs: Number.POSITIVE_INFINITY,
  };
}

const saying = (text: string | null): string => (text === null ? '' : `：${text}`);

/** When it went wrong, as far as anybody knows. */
const wrongSinceMs = ({ exceptionAtMs, lastAtMs, firstSeenAtMs }: Parcel): EpochMs =>
  exceptionAtMs ?? lastAtMs ?? firstSeenAtMs;

function atOnce(parcel: Parcel, step: string, what: string): Step {
  const sinceMs = wrongSinceMs(parcel);
  const reason = `${what}${saying(parcel.lastText ?? parcel.exception)}`;
  return { task: { step, occurrence: String(sinceMs), dueAtMs: sinceMs, reason }, sinceMs };
}

const hoursOf = (ms: number): number => Math.round(ms / HOUR);

function noPickup({ parcel, settings }: ParcelSubject): Step {
  const { firstScanMs } = settings.parcel;
  const sinceMs = shippedAtMsOf(parcel) ?? parcel.firstSeenAtMs;
  const dueAtMs = Math.min(sinceMs + firstScanMs, parcel.exceptionAtMs ?? Number.POSITIVE_INFINITY);
  const reason = `已发货 ${hoursOf(firstScanMs)} 小时没有揽收记录`;
  return { task: { step: 'no-pickup', dueAtMs, reason }, sinceMs };
}

/** The next file may show a newer scan; until it does, the agent learns which one was the last. */
function stalledByTime({ parcel, settings }: ParcelSubject): Step[] {
  const { lastAtMs, lastText } = parcel;
  if (lastAtMs === null) return [];
  const afterMs = stalledAfterMs(parcel, settings.parcel);
  const dueAtMs = lastAtMs + afterMs;
  const last = momentText(lastAtMs, dueAtMs);
  const reason = `${hoursOf(afterMs)} 小时没有更新（最后记录 ${last}）${saying(lastText)}`;
  return [{ task: { step: 'stalled', occurrence: String(lastAtMs), dueAtMs, reason }, sinceMs: lastAtMs }];
}

function overdueByDate({ parcel, settings }: ParcelSubject): Step[] {
  const { lastAtMs } = parcel;
  const dueAtMs = overdueFromMs(shippedAtMsOf(parcel), settings.parcel);
  if (dueAtMs === null || (lastAtMs !== null && lastAtMs > dueAtMs)) return [];
  return [{ task: { step: 'overdue', dueAtMs, reason: LATE }, sinceMs: dueAtMs }];
}

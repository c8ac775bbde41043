import { isDisputed } from '../../../shared/domain/parcels/parcel.ts';
import {
  type ParcelRule,
  type ParcelSubject,
  parcelAtRiskFen,
  parcelSettlement,
  parcelTask,
} from '../../../shared/domain/parcels/parcel-subject.ts';
import {
  isTrouble,
  PARCEL_STATE_LABELS,
  parcelStateOf,
} from '../../../shared/domain/parcels/parcel-words.ts';
import type { Settlement } from '../../../shared/domain/tasks/rule.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { momentText } from '../../../shared/time/beijing.ts';
import { DAY } from '../../../shared/time/durations.ts';

/** O13: the platform confirms the receipt by itself, also of a parcel that has not come. */
export const extendReceipt: ParcelRule = {
  kind: 'parcel-receipt',
  concerns: (subject) => settledBy(subject) === null,
  find,
  settledBy,
};

const isInTrouble = ({ parcel }: ParcelSubject): boolean =>
  isDisputed(parcel) || (isTrouble(parcelStateOf(parcel)) && parcel.settledAtMs === null);

function settledBy(subject: ParcelSubject): Settlement | null {
  const over = parcelSettlement(subject);
  if (over) return over;
  return isInTrouble(subject) ? null : { reason: '包裹没有未解决的异常', isFinal: false };
}

function find(subject: ParcelSubject): WantedTask[] {
  const { parcel, settings } = subject;
  const { order } = parcel;
  if (settledBy(subject) !== null || order === null || order.shippedAtMs === null) return [];
  const { autoConfirmDays, extendBeforeMs } = settings.parcel;
  const confirmsAtMs = order.shippedAtMs + autoConfirmDays * DAY;
  const state = isDisputed(parcel) ? '客户称未收到' : PARCEL_STATE_LABELS[parcelStateOf(parcel)];
  return [
    parcelTask(parcel, {
      kind: 'parcel-receipt',
      step: 'extend',
      dueAtMs: confirmsAtMs - extendBeforeMs,
      expiresAtMs: confirmsAtMs,
      amountAtRiskFen: parcelAtRiskFen(parcel),
      reason: `${state}，按设置 ${momentText(confirmsAtMs, order.shippedAtMs)} 自动确认收货，请延长（3/5/7/10 天）`,
    }),
  ];
}

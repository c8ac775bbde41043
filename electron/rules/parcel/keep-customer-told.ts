import {
  type ParcelRule,
  type ParcelSubject,
  parcelAtRiskFen,
  parcelSettlement,
  parcelTask,
} from '../../../shared/domain/parcels/parcel-subject.ts';
import type { Settlement } from '../../../shared/domain/tasks/rule.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';
import { momentText } from '../../../shared/time/beijing.ts';

/** O13: a customer who was told of trouble was told as well when the next word comes. */
export const keepCustomerTold: ParcelRule = {
  kind: 'parcel-word',
  concerns: ({ parcel }) => parcel.hearsAgainAtMs !== null,
  find,
  settledBy,
};

function settledBy(subject: ParcelSubject): Settlement | null {
  const { hearsAgainAtMs, toldAtMs, settledAtMs } = subject.parcel;
  if (hearsAgainAtMs === null) return { reason: '没有答应再告知', isFinal: false };
  if (settledAtMs !== null && toldAtMs !== null && settledAtMs >= toldAtMs) {
    return { reason: '包裹的问题已解决', isFinal: false };
  }
  return parcelSettlement(subject);
}

function find(subject: ParcelSubject): WantedTask[] {
  const { parcel } = subject;
  const { hearsAgainAtMs, toldAtMs, lastText } = parcel;
  if (hearsAgainAtMs === null || settledBy(subject) !== null) return [];
  const when = momentText(hearsAgainAtMs, toldAtMs ?? hearsAgainAtMs);
  return [
    parcelTask(parcel, {
      kind: 'parcel-word',
      step: 'again',
      occurrence: String(hearsAgainAtMs),
      dueAtMs: hearsAgainAtMs,
      expiresAtMs: null,
      amountAtRiskFen: parcelAtRiskFen(parcel),
      reason: `答应客户 ${when} 前告知包裹进展${lastText === null ? '' : `：${lastText}`}`,
      isPromise: true,
    }),
  ];
}

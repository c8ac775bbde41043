import type { RuleEnd } from '../../../shared/domain/shared-parts/deadline.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { Rule } from '../../../shared/domain/tasks/rule.ts';
import { addBusinessTime } from '../../../shared/time/business-hours.ts';
import { HOUR } from '../../../shared/time/durations.ts';
import { ARRIVED, FIND_TOY, TOY, TOY_ARRIVAL, type ToySubject } from './toy-parcel.ts';

const findToy: Rule<ToySubject> = {
  kind: FIND_TOY,
  concerns: ({ parcel: { state, promisedAtMs } }) => state !== ARRIVED && promisedAtMs !== null,
  find: ({ parcel: { id, parcelNo, state, promisedAtMs, worthFen } }) =>
    state === ARRIVED || promisedAtMs === null
      ? []
      : [
          {
            kind: FIND_TOY,
            subject: asSubject(TOY, id),
            step: 'look',
            dueAtMs: promisedAtMs - HOUR,
            expiresAtMs: promisedAtMs,
            amountAtRiskFen: worthFen ?? 0,
            reason: `${parcelNo} 应于一小时内送达`,
            advice: null,
          },
        ],
  settledBy: ({ parcel }) => (parcel.state === ARRIVED ? { reason: '包裹已签收', isFinal: true } : null),
};

export const toyRules: readonly Rule<ToySubject>[] = [findToy];

/** Two working days after a parcel was sent it must be there, as long as no file names another time. */
const ARRIVES_WITHIN_MS = 18 * HOUR;

export function endsOfToy({ parcel: { state, sentAtMs }, hours }: ToySubject): RuleEnd[] {
  if (state === ARRIVED) return [{ kind: TOY_ARRIVAL, atMs: null }];
  return sentAtMs === null
    ? []
    : [{ kind: TOY_ARRIVAL, atMs: addBusinessTime(hours, sentAtMs, ARRIVES_WITHIN_MS) }];
}

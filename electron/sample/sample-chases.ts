import type { ChaseStep } from '../../shared/domain/chasing/chase-settings.ts';
import type { CustomerGrade } from '../../shared/domain/orders/customer.ts';
import { type UnpaidReason } from '../../shared/domain/orders/unpaid-reason.ts';

import { DAY, HOUR, MINUTE } from '../../shared/time/durations.ts';
import type { Sketch } from './sample-records.ts';

/** Behind all other numbers of the sample. */
const FIRST_INDEX = 1000;
const ORDERS = 150;

/** How often in ten a customer pays after it. All of it is invented. */
const OPENINGS = [
  { code: 'cf1', paysInTen: 6 },
  { code: 'cf2', paysInTen: 4 },
] as const;
const FOLLOW_UPS = [
  { code: 'xg1', reason: 'price', paysInTen: 3 },
  { code: 'xg3', reason: 'price', paysInTen: 6 },
  { code: 'yy1', reason: 'hesitating', paysInTen: 5 },
  { code: 'wj1', reason: 'forgot', paysInTen: 8 },
] as const satisfies readonly { code: string; reason: UnpaidReason; paysInTen: number }[];
const GRADES = ['new', 'new', 'returning', 'new', 'vip'] as const satisfies readonly CustomerGrade[];
/** Before now; most of them at one time of the day, as it is. */
const HOURS = [2, 2, 5, 2, 4, 2, 3] as const;

export type SampleUse = {
  readonly step: ChaseStep;
  readonly code: string;
  readonly reason: UnpaidReason | null;
  /** After the order was placed. */
  readonly afterMs: number;
};

/** An order of the past weeks, what was said for it, and how it ended. */
export type SampleChase = {
  readonly index: number;
  readonly sketch: Sketch;
  readonly grade: CustomerGrade;
  readonly uses: readonly SampleUse[];
  /** Paid after the last of the uses; `false`: closed unpaid. */
  readonly isPaid: boolean;
};

/** As good as chance, and the same every time. */
const isAmong = (index: number, inTen: number): boolean =>
  (index * 7 + Math.floor(index / 10) * 3) % 10 < inTen;
// The index is within the values.
const pick = <T>(values: readonly T[], index: number): T => values[index % values.length] as T;

function chaseOf(place: number): SampleChase {
  const opening = pick(OPENINGS, place);
  const followUp = pick(FOLLOW_UPS, Math.floor(place / 2));
  const isPaidAtOnce = isAmong(place, opening.paysInTen);
  const isPaid = isPaidAtOnce || isAmong(place + 3, followUp.paysInTen);
  const first: SampleUse = { step: 'first', code: opening.code, reason: null, afterMs: 16 * MINUTE };
  const second: SampleUse = {
    step: 'second',
    code: followUp.code,
    reason: followUp.reason,
    afterMs: 2 * HOUR + 5 * MINUTE,
  };
  const uses = isPaidAtOnce ? [first] : [first, second];
  const paidAfterMs = (uses.at(-1)?.afterMs ?? 0) + (5 + (place % 40)) * MINUTE;
  const daysAgo = 3 + (place % 28);
  return {
    index: FIRST_INDEX + place,
    grade: pick(GRADES, place),
    uses,
    isPaid,
    sketch: {
      person: place,
      guest: `示例买家${String(place + 1).padStart(3, '0')}`,
      goods: place % 8,
      quantity: 1,
      placedAgoMs: daysAgo * DAY - pick(HOURS, place * 5) * HOUR + (place % 60) * MINUTE,
      status: isPaid ? 'completed' : 'closed',
      paidAfterMs,
    },
  };
}

/** Enough for a script page to say something, and for one to say that it knows too little. */
export const sampleChases = (): SampleChase[] => Array.from({ length: ORDERS }, (_, place) => chaseOf(place));

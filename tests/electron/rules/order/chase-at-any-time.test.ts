import { describe, expect, it } from 'vitest';
import { chaseUnpaidOrder } from '../../../../electron/rules/order/chase-unpaid-order.ts';
import type { SentChase } from '../../../../shared/domain/orders/order-subject.ts';
import { isMissed } from '../../../../shared/domain/tasks/task.ts';
import { aLadderSubject, type LadderSituation } from '../../../support/records/a-ladder-subject.ts';
import { beijing } from '../../../support/records/an-order.ts';

const sent = (step: string, at: string): SentChase => ({ step, atMs: beijing(at) });

describe('P1, F3: a ladder is the same whenever it is looked at', () => {
  /** `'first missed'` where the step has expired. */
  function states(now: string, situation: LadderSituation = {}): string[] {
    return chaseUnpaidOrder
      .find(aLadderSubject(situation), beijing(now))
      .map((task) => `${task.step} ${isMissed(task, beijing(now)) ? 'missed' : 'to do'}`);
  }

  it('finds several steps overdue at once and asks for one message, the latest; those before it are missed', () => {
    expect(states('2026-06-10 14:00')).toEqual(['first missed', 'second to do', 'last to do']);
  });

  it('misses every step of an order that nobody has looked at until it should be closed', () => {
    expect(states('2026-06-12 10:00')).toEqual(['first missed', 'second missed', 'last missed']);
  });

  it('wants the same steps whenever anybody looks, or a clock says', () => {
    const wanted = (now: string) =>
      chaseUnpaidOrder
        .find(aLadderSubject({}), beijing(now))
        .map(({ step, dueAtMs, expiresAtMs }) => [step, dueAtMs, expiresAtMs]);
    const first = wanted('2026-06-10 10:00');
    for (const now of ['2025-01-01 00:00', '2026-06-10 12:00', '2026-06-11 09:59', '2036-01-01 00:00'])
      expect(wanted(now)).toEqual(first);
  });

  it('counts what was sent, so that a step does not fall away for one that nobody sends', () => {
    const chase = { maxPer24h: 1 };
    expect(states('2026-06-10 14:00', { chase })).toEqual(['first missed', 'second to do', 'last to do']);
    const chases = [sent('manual', '2026-06-10 10:05')];
    expect(states('2026-06-12 10:00', { chases, chase })).toEqual([]);
  });

  it('F3: is not silenced by a message that was recorded while the clock was a year ahead', () => {
    const chases = [sent('first', '2027-06-10 10:16')];
    expect(states('2026-06-10 10:20', { chases })).toEqual(['second to do', 'last to do']);
    expect(states('2026-06-10 13:00', { chases })).toEqual(['second to do', 'last to do']);
    const long = [...chases, sent('second', '2027-06-10 12:01'), sent('remind', '2027-06-13 10:05')];
    expect(states('2026-06-14 10:00', { preset: 'long', chases: long })).toEqual(['warn to do']);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chaseUnpaidOrder } from '../../../../electron/rules/order/chase-unpaid-order.ts';
import type { ChaseSettings } from '../../../../shared/domain/chasing/chase-settings.ts';
import { closingTimeOf, type OrderSubject } from '../../../../shared/domain/orders/order-subject.ts';
import { isMissed } from '../../../../shared/domain/tasks/task.ts';
import { quietPeriodAt } from '../../../../shared/domain/team/quiet-hours.ts';
import type { EpochMs } from '../../../../shared/time/clock.ts';
import { DAY, MINUTE } from '../../../../shared/time/durations.ts';
import { aLadderSubject } from '../../../support/records/a-ladder-subject.ts';
import { beijing } from '../../../support/records/an-order.ts';

const START = beijing('2026-06-10 00:00');
const minuteOfDay = fc.integer({ min: 0, max: 1439 });
const someSettings: fc.Arbitrary<ChaseSettings> = fc.record({
  preset: fc.constant('custom'),
  closesAfterMs: fc.option(fc.integer({ min: 5, max: 6000 }).map((minutes) => minutes * MINUTE)),
  steps: fc.uniqueArray(
    fc.record({
      step: fc.constantFrom('first', 'second', 'last', 'remind', 'warn', 'claim-fee'),
      timing: fc.oneof(
        fc.record({ from: fc.constant('placed'), afterMs: fc.integer({ min: 0, max: 10 * DAY }) }),
        fc.record({ from: fc.constant('close'), beforeMs: fc.integer({ min: 0, max: DAY }) }),
        fc.record({
          from: fc.constant('step'),
          step: fc.constantFrom('first', 'warn'),
          afterMs: fc.integer({ min: 0, max: 8 * DAY }),
        }),
      ),
    }),
    { minLength: 1, maxLength: 6, selector: ({ step }) => step },
  ),
  quietHours: fc.option(
    fc.record({ fromMinute: minuteOfDay, toMinute: minuteOfDay, resumeAtMinute: minuteOfDay }),
  ),
  maxPer24h: fc.integer({ min: 1, max: 4 }),
  adviceWindowMs: fc.constant(3 * DAY),
  silentCreditMs: fc.constant(0),
} as const);

const someCase = fc.record({
  chase: someSettings,
  placedAtMs: fc.integer({ min: START, max: START + DAY }),
  sinceMs: fc.integer({ min: 0, max: 12 * DAY }),
  agreedAfterMs: fc.option(fc.integer({ min: 0, max: 4 * DAY })),
  chases: fc.array(
    fc.record({
      step: fc.constantFrom('first', 'second', 'last', 'remind', 'warn', 'manual'),
      sentAfterMs: fc.integer({ min: 0, max: 12 * DAY }),
    }),
    { maxLength: 5 },
  ),
});

function arrange({ chase, placedAtMs, sinceMs, agreedAfterMs, chases }: ReturnType<typeof valueOf>) {
  const nowMs = placedAtMs + sinceMs;
  const subject = aLadderSubject({
    chase,
    order: { placedAtMs, agreedPayAtMs: agreedAfterMs === null ? null : placedAtMs + agreedAfterMs },
    chases: chases
      .map(({ step, sentAfterMs }) => ({ step, atMs: placedAtMs + sentAfterMs }))
      .filter(({ atMs }) => atMs <= nowMs)
      .toSorted((a, b) => a.atMs - b.atMs),
  });
  return { subject, nowMs, tasks: chaseUnpaidOrder.find(subject, nowMs) };
}
// Only names the type of a generated case.
const valueOf = () => fc.sample(someCase, 1)[0] ?? neverHappens();
function neverHappens(): never {
  throw new Error('fast-check gave no sample');
}

/** The agent sends each message when it is due, from now on; those that the customer agreed to are left out. */
function sentInTime(subject: OrderSubject, nowMs: EpochMs): { all: readonly EpochMs[]; atMs: EpochMs }[] {
  const chases = [...subject.chases];
  const sent: { all: readonly EpochMs[]; atMs: EpochMs }[] = [];
  for (let atMs = nowMs; ; ) {
    const next = chaseUnpaidOrder
      .find({ ...subject, chases }, atMs)
      .find((task) => !isMissed(task, Math.max(task.dueAtMs, atMs)));
    if (next === undefined) return sent;
    atMs = Math.max(next.dueAtMs, atMs);
    chases.push({ step: next.step, atMs });
    const isAgreed = next.dueAtMs === subject.order.agreedPayAtMs;
    if (!isAgreed) sent.push({ all: chases.map((chase) => chase.atMs), atMs });
  }
}

describe('P1: properties of every ladder', () => {
  const holds = (check: (situation: ReturnType<typeof arrange>) => void) =>
    fc.assert(
      fc.property(someCase, (given) => check(arrange(given))),
      { numRuns: 2000 },
    );

  it('is never due in quiet hours, unless the customer named the time', () => {
    holds(({ subject, tasks }) => {
      const quiet = subject.settings.chase.quietHours;
      for (const task of tasks) {
        const isAgreed = task.dueAtMs === subject.order.agreedPayAtMs;
        expect(quiet !== null && !isAgreed && quietPeriodAt(quiet, task.dueAtMs)).toBeFalsy();
      }
    });
  });

  it('is never due at or after the closing, and never outlives it', () => {
    holds(({ subject, tasks }) => {
      const closesAtMs = closingTimeOf(subject.order, subject.settings.chase) ?? Number.POSITIVE_INFINITY;
      for (const task of tasks) {
        expect(task.dueAtMs).toBeLessThan(closesAtMs);
        expect(task.expiresAtMs ?? Number.POSITIVE_INFINITY).toBeLessThanOrEqual(closesAtMs);
      }
    });
  });

  it('never lets more messages than the cap fall into 24 hours, but for one that the customer agreed to', () => {
    holds(({ subject, nowMs }) => {
      for (const { all, atMs } of sentInTime(subject, nowMs)) {
        const within = all.filter((otherMs) => otherMs > atMs - DAY && otherMs <= atMs);
        expect(within.length).toBeLessThanOrEqual(subject.settings.chase.maxPer24h);
      }
    });
  });

  it('comes sorted by time, each step once, none that was sent, at most one to be sent by now', () => {
    holds(({ subject, nowMs, tasks }) => {
      const dueTimes = tasks.map((task) => task.dueAtMs);
      expect(dueTimes).toEqual(dueTimes.toSorted((a, b) => a - b));
      expect(new Set(tasks.map((task) => task.step)).size).toBe(tasks.length);
      const sentSteps = new Set<string>(subject.chases.map((chase) => chase.step));
      expect(tasks.filter((task) => sentSteps.has(task.step))).toEqual([]);
      const toSend = tasks.filter((task) => task.dueAtMs <= nowMs && !isMissed(task, nowMs));
      expect(toSend.length).toBeLessThanOrEqual(1);
    });
  });

  it('is pure: the same question has the same answer, and nothing that was given is changed', () => {
    holds(({ subject, nowMs, tasks }) => {
      const before = structuredClone(subject);
      expect(chaseUnpaidOrder.find(subject, nowMs)).toEqual(tasks);
      expect(subject).toEqual(before);
    });
  });

  it('never ends before it is due', () => {
    holds(({ tasks }) => {
      for (const task of tasks) {
        expect(task.expiresAtMs ?? Number.POSITIVE_INFINITY).toBeGreaterThan(task.dueAtMs);
      }
    });
  });
});

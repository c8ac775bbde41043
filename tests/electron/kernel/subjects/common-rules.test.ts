import { beforeEach, describe, expect, it } from 'vitest';
import { createPeriodWatch } from '../../../../electron/kernel/periods/watch-periods.ts';
import { createScheduler, type Scheduler } from '../../../../electron/kernel/tasks/scheduling/scheduler.ts';
import type { ContactResult } from '../../../../shared/domain/shared-parts/contact-attempt.ts';
import type { RecurringDuty } from '../../../../shared/domain/shared-parts/recurring-duties/recurring-duty.ts';
import { AppError } from '../../../../shared/errors.ts';
import { HOUR } from '../../../../shared/time/durations.ts';
import { aDutyDesk, CUSTOMER, type DutyDesk, SHOP } from '../../../support/records/a-duty-desk.ts';
import { beijing } from '../../../support/records/an-order.ts';

describe('a person who was not reached is tried again', () => {
  let desk: DutyDesk;
  beforeEach(() => {
    desk = aDutyDesk();
  });
  const tried = (result: ContactResult) =>
    desk.recordContact({ subject: CUSTOMER, channel: 'phone', result, said: '无人接听' }, desk.actor());

  it('at the time that was named, by the agent who tried', () => {
    const nextTryAtMs = desk.clock.now() + 4 * HOUR;
    expect(tried({ kind: 'not-reached', nextTryAtMs }).message).toBe(
      '已记录：未联系上，06-10 14:00 再次联系',
    );
    expect(desk.openTasksOf(CUSTOMER)).toMatchObject([
      { kind: 'contact-retry', dueAtMs: nextTryAtMs, ownerId: desk.agent.id },
    ]);
  });

  it('until the customer was reached, or it is no use', () => {
    tried({ kind: 'not-reached', nextTryAtMs: desk.clock.now() + HOUR });
    desk.clock.advanceBy(HOUR);
    tried({ kind: 'not-reached', nextTryAtMs: desk.clock.now() + HOUR });
    expect(desk.openTasksOf(CUSTOMER)).toHaveLength(1);
    desk.clock.advanceBy(HOUR);
    const reached = tried({ kind: 'reached' });
    expect(desk.openTasksOf(CUSTOMER)).toEqual([]);
    desk.undo(reached);
    expect(desk.openTasksOf(CUSTOMER)).toHaveLength(1);
    desk.clock.advanceBy(1);
    tried({ kind: 'given-up' });
    expect(desk.openTasksOf(CUSTOMER)).toEqual([]);
    expect(desk.stores.contactAttempts.listOf(CUSTOMER)).toHaveLength(3);
  });

  it('F3: after the last try that was written down, though one before it was of a later time', () => {
    desk.clock.jumpTo(desk.clock.now() + 365 * 24 * HOUR);
    tried({ kind: 'reached' });
    desk.clock.jumpTo(desk.clock.now() - 365 * 24 * HOUR);
    tried({ kind: 'not-reached', nextTryAtMs: desk.clock.now() + HOUR });
    expect(desk.openTasksOf(CUSTOMER)).toMatchObject([{ kind: 'contact-retry' }]);
  });

  it('but not in the past', () => {
    expect(() => tried({ kind: 'not-reached', nextTryAtMs: desk.clock.now() })).toThrow(AppError);
  });
});

describe('a recurring duty', () => {
  const AUDIT: RecurringDuty = {
    label: '审单',
    over: 'shop',
    schedule: { every: 'week', weekdays: [2, 5], minute: 15 * 60 },
    dueAfterMs: 2 * HOUR,
  };
  let desk: DutyDesk;
  let watch: ReturnType<typeof createPeriodWatch>;
  let looks: number;

  beforeEach(() => {
    desk = aDutyDesk({ duties: { audit: AUDIT } });
    looks = 0;
    watch = createPeriodWatch({
      duties: { audit: AUDIT },
      subjectsOf: () => [SHOP],
      refreshTasks(subjects, nowMs) {
        looks++;
        desk.inTransaction(() => desk.refreshTasks(subjects, nowMs));
      },
    });
  });
  const lookAt = (text: string) => {
    desk.clock.advanceBy(beijing(text) - desk.clock.now());
    return watch.look(desk.clock.now());
  };

  it('is one task for each turn, and asks to be looked at when the next one begins', () => {
    expect(lookAt('2026-06-10 10:00')).toBe(beijing('2026-06-12 15:00'));
    lookAt('2026-06-10 11:00');
    expect(desk.openTasksOf(SHOP)).toMatchObject([
      { step: 'audit', occurrence: '2026-W24-1', dueAtMs: beijing('2026-06-09 17:00'), reason: '审单' },
    ]);
    expect(looks).toBe(1);
  });

  it('never piles up: the next turn ends the one before as missed, and counts it', () => {
    lookAt('2026-06-10 10:00');
    lookAt('2026-06-12 15:00');
    lookAt('2026-06-16 15:00');
    expect(desk.openTasksOf(SHOP)).toMatchObject([
      { occurrence: '2026-W25-1', reason: '审单，已连续错过 2 次' },
    ]);
    const over = desk.stores.tasks.listForSubject(SHOP).filter(({ state }) => state === 'cancelled');
    expect(over.map(({ cancelReason }) => cancelReason)).toEqual(['已错过', '已错过']);
  });

  it('ends a turn that was put off as well', () => {
    lookAt('2026-06-10 10:00');
    const [task] = desk.openTasksOf(SHOP);
    if (!task) throw new Error('The turn has its task');
    const untilMs = beijing('2026-06-12 14:00');
    desk.stores.tasks.save({ ...task, snoozedUntilMs: untilMs, state: 'snoozed' });
    lookAt('2026-06-12 15:00');
    expect(desk.stores.tasks.get(task.id)).toMatchObject({ state: 'cancelled', cancelReason: '已错过' });
  });

  it('begins to count anew once it was done', () => {
    lookAt('2026-06-10 10:00');
    lookAt('2026-06-12 15:00');
    for (const { id } of desk.openTasksOf(SHOP)) desk.stores.tasks.complete(id, desk.clock.now());
    lookAt('2026-06-16 15:00');
    expect(desk.openTasksOf(SHOP)).toMatchObject([{ occurrence: '2026-W25-1', reason: '审单' }]);
    lookAt('2026-06-20 15:00');
    expect(desk.openTasksOf(SHOP)).toMatchObject([{ reason: '审单，已连续错过 1 次' }]);
  });
});

describe('a recurring duty over a weekend on which the program was closed', () => {
  const ROUND: RecurringDuty = {
    label: '早巡',
    over: 'shop',
    schedule: { every: 'days', days: 1, firstDate: '2026-06-01', minute: 9 * 60 },
    dueAfterMs: 2 * HOUR,
  };
  let desk: DutyDesk;
  let reminded: string[];

  /** The program runs from now on until the test stops it. */
  function start(): Scheduler {
    const scheduler = createScheduler({
      store: desk.stores.tasks,
      periods: createPeriodWatch({
        duties: { round: ROUND },
        subjectsOf: () => [SHOP],
        refreshTasks: (subjects, nowMs) => desk.inTransaction(() => desk.refreshTasks(subjects, nowMs)),
      }),
      clock: desk.clock,
      remind: ({ due, missed }) =>
        void reminded.push(...due.map(({ reason }) => reason), ...missed.map(() => '已错过')),
      putRight: () => undefined,
      clockDoubted: () => undefined,
      noticeOthers: () => undefined,
      holdUntil: () => null,
      reportError(error) {
        throw error;
      },
    });
    scheduler.refresh();
    return scheduler;
  }
  const runTo = (text: string) => desk.clock.advanceBy(beijing(text) - desk.clock.now());

  beforeEach(() => {
    desk = aDutyDesk({ duties: { round: ROUND } });
    reminded = [];
    // A Friday, and the duty of the day is done.
    runTo('2026-06-12 09:30');
    const scheduler = start();
    for (const { id } of desk.openTasksOf(SHOP)) desk.stores.tasks.complete(id, desk.clock.now());
    scheduler.stop();
    desk.clock.jumpTo(beijing('2026-06-15 09:30'));
  });

  it('has counted the turns that nobody could do, and asks for the present one alone', () => {
    start();
    expect(desk.openTasksOf(SHOP)).toMatchObject([
      { occurrence: '2026-06-15', reason: '早巡，已连续错过 2 次' },
    ]);
    runTo('2026-06-15 11:00');
    expect(reminded).toEqual(['早巡，已连续错过 2 次']);
  });

  it('ends a turn that was open when the program was closed as missed, without a reminder of it', () => {
    const scheduler = start();
    scheduler.stop();
    desk.clock.jumpTo(beijing('2026-06-18 08:00'));
    start();
    expect(desk.openTasksOf(SHOP)).toMatchObject([
      { occurrence: '2026-06-17', reason: '早巡，已连续错过 4 次' },
    ]);
    const over = desk.stores.tasks.listForSubject(SHOP).filter(({ state }) => state === 'cancelled');
    expect(over).toMatchObject([{ occurrence: '2026-06-15', cancelReason: '已错过' }]);
    expect(reminded).toEqual(['早巡，已连续错过 4 次']);
  });

  it('goes on by itself: the one timer wakes where the next turn begins', () => {
    start();
    runTo('2026-06-16 09:00');
    expect(desk.openTasksOf(SHOP)).toMatchObject([{ occurrence: '2026-06-16' }]);
    expect(desk.clock.timerCount()).toBe(1);
    runTo('2026-06-16 11:00');
    expect(reminded).toEqual(['早巡，已连续错过 2 次', '早巡，已连续错过 3 次']);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { createScheduler, type Scheduler } from '../../../../electron/kernel/tasks/scheduling/scheduler.ts';
import { createTaskStore, type TaskStore } from '../../../../electron/store/tasks/task-store.ts';
import type { OrderId, ShopId, TaskId } from '../../../../shared/domain/ids.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../../../shared/time/durations.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { createMemoryStore, insertShop } from '../../../support/memory-store.ts';
import { aTask, aWantedTask } from '../../../support/records/a-task.ts';
import { PLACED_AT_MS } from '../../../support/records/an-order.ts';

const SHOP = 'shop-1' as ShopId;

let clock: FakeClock;
let tasks: TaskStore;
let scheduler: Scheduler;
let reminded: string[];
let missed: string[];
let errors: unknown[];
let putRight: string[];
let doubts: boolean[];
let looks: number;
let heldUntilMs: number | null;
let isBroken: boolean;
let onRemind: () => void;

beforeEach(() => {
  const { db } = createMemoryStore();
  insertShop(db);
  clock = createFakeClock(PLACED_AT_MS);
  tasks = createTaskStore(db);
  [reminded, missed, errors, heldUntilMs, isBroken] = [[], [], [], null, false];
  [putRight, doubts, looks] = [[], [], 0];
  onRemind = () => undefined;
  scheduler = startScheduler();
});

type Given = Parameters<typeof createScheduler>[0];

function startScheduler(
  store: Given['store'] = tasks,
  periods: Given['periods'] = { look: () => undefined },
): Scheduler {
  return createScheduler({
    store,
    periods,
    putRight: (_nowMs, when) => void putRight.push(when),
    clockDoubted: (isDoubtful) => void doubts.push(isDoubtful),
    noticeOthers: () => void (looks += 1),
    clock,
    remind(reminders) {
      if (isBroken) throw new Error('no notification service');
      reminded.push(...reminders.due.map((task) => task.step));
      missed.push(...reminders.missed.map((task) => task.step));
      onRemind();
    },
    holdUntil: () => heldUntilMs,
    reportError: (error) => errors.push(error),
  });
}

function dueIn(ms: number, step: string, expiresInMs?: number): TaskId {
  const dueAtMs = clock.now() + ms;
  const expiresAtMs = expiresInMs === undefined ? null : clock.now() + expiresInMs;
  const subject = { kind: 'order', id: 'order-1' as OrderId } as const;
  const { id } = tasks.insert(
    aWantedTask({ step, subject, dueAtMs, expiresAtMs }),
    { shopId: SHOP, matter: 'order-1' },
    clock.now(),
  );
  scheduler.refresh();
  return id;
}

describe('X2: a reminder is never lost', () => {
  it('reminds at the due time and not a moment before', () => {
    dueIn(15 * MINUTE, 'chase Li');
    clock.advanceBy(15 * MINUTE - 1);
    expect(reminded).toEqual([]);
    clock.advanceBy(1);
    expect(reminded).toEqual(['chase Li']);
  });

  it('reminds once', () => {
    dueIn(MINUTE, 'chase Li');
    clock.advanceBy(DAY);
    scheduler.refresh();
    expect(reminded).toEqual(['chase Li']);
  });

  it('keeps one timer, whatever is written', () => {
    for (const minutes of [30, 10, 20]) dueIn(minutes * MINUTE, `in ${minutes}`);
    expect(clock.timerCount()).toBe(1);
    clock.advanceBy(HOUR);
    expect(reminded).toEqual(['in 10', 'in 20', 'in 30']);
    expect(clock.timerCount()).toBe(1);
  });

  it('reminds of what came due while the computer slept, all in one batch', () => {
    for (const minutes of [10, 20, 30]) dueIn(minutes * MINUTE, `in ${minutes}`);
    let batches = 0;
    onRemind = () => {
      batches += 1;
    };
    scheduler.fellAsleep();
    clock.jumpTo(clock.now() + 8 * HOUR);
    clock.advanceBy(MINUTE);
    expect(reminded).toEqual(['in 10', 'in 20', 'in 30']);
    expect(batches).toBe(1);
  });

  it('reminds after a restart', () => {
    dueIn(10 * MINUTE, 'chase Li');
    scheduler.stop();
    clock.advanceBy(HOUR);
    expect(reminded).toEqual([]);
    scheduler = startScheduler();
    scheduler.refresh();
    expect(reminded).toEqual(['chase Li']);
  });

  it('owes again what a later time has shown, and reminds when the clock gets there again', () => {
    dueIn(-MINUTE, 'due before');
    dueIn(10 * MINUTE, 'in 10');
    dueIn(30 * MINUTE, 'in 30');
    clock.advanceBy(20 * MINUTE);
    clock.jumpTo(PLACED_AT_MS);
    clock.advanceBy(30 * SECOND);
    expect(reminded).toEqual(['due before', 'in 10']);
    clock.advanceBy(30 * MINUTE);
    expect(reminded).toEqual(['due before', 'in 10', 'in 10', 'in 30']);
  });

  it('repeats nothing when the clock is corrected by some seconds', () => {
    dueIn(MINUTE, 'chase Li');
    clock.advanceBy(MINUTE + SECOND);
    clock.jumpTo(clock.now() - 5 * SECOND);
    clock.advanceBy(HOUR);
    expect(reminded).toEqual(['chase Li']);
    expect(putRight).toEqual(['at-start']);
  });

  it('tries again when the reminder could not be shown, and reports it', () => {
    isBroken = true;
    dueIn(0, 'chase Li');
    expect(errors).toEqual([new Error('no notification service')]);
    isBroken = false;
    clock.advanceBy(MINUTE);
    expect(reminded).toEqual(['chase Li']);
  });

  it('repeats a reminder after a crash between showing and recording', () => {
    onRemind = () => {
      throw new Error('crash');
    };
    dueIn(0, 'chase Li');
    onRemind = () => undefined;
    scheduler = startScheduler();
    scheduler.refresh();
    expect(reminded).toEqual(['chase Li', 'chase Li']);
  });

  it('shows nothing twice while an import keeps the store from recording it', () => {
    let isBusy = true;
    const busyStore = {
      ...tasks,
      markReminded(ids: readonly TaskId[], nowMs: number) {
        if (isBusy) throw new Error('SQLITE_BUSY');
        tasks.markReminded(ids, nowMs);
      },
    };
    scheduler.stop();
    scheduler = startScheduler(busyStore);
    dueIn(MINUTE, 'chase Li');
    clock.advanceBy(MINUTE + 20 * SECOND);
    expect(reminded).toEqual(['chase Li']);
    isBusy = false;
    clock.advanceBy(2 * SECOND);
    expect(tasks.nextReminderAtMs()).toBeUndefined();
    clock.advanceBy(HOUR);
    expect(reminded).toEqual(['chase Li']);
  });

  it('does not forget what was snoozed while the reminder was on screen', () => {
    const id = dueIn(MINUTE, 'chase Li');
    onRemind = () => {
      if (reminded.length > 1) return;
      const untilMs = clock.now() + 10 * MINUTE;
      tasks.snooze(id, { untilMs, note: null, expiresAtMs: null }, clock.now());
      scheduler.refresh();
    };
    clock.advanceBy(MINUTE);
    expect(reminded).toEqual(['chase Li']);
    clock.advanceBy(10 * MINUTE);
    expect(reminded).toEqual(['chase Li', 'chase Li']);
  });

  it('shows nothing twice when a write during the reminder asks for a refresh', () => {
    onRemind = () => {
      if (reminded.length < 5) scheduler.refresh();
    };
    dueIn(0, 'chase Li');
    expect(reminded).toEqual(['chase Li']);
  });

  it('reports as missed what is past its use, and shows no pop-up for it', () => {
    dueIn(10 * MINUTE, 'too late', 20 * MINUTE);
    dueIn(10 * MINUTE, 'of use');
    clock.advanceBy(SECOND);
    scheduler.fellAsleep();
    clock.jumpTo(clock.now() + HOUR);
    scheduler.wokeUp();
    expect(reminded).toEqual(['of use']);
    expect(missed).toEqual(['too late']);
    scheduler.refresh();
    expect(missed).toEqual(['too late']);
  });

  it('says nothing of what is done or cancelled', () => {
    tasks.complete(dueIn(MINUTE, 'done'), clock.now());
    const cancelled = dueIn(MINUTE, 'cancelled');
    tasks.save({ ...aTask(), ...tasks.get(cancelled), cancelReason: '订单已付款' });
    scheduler.refresh();
    clock.advanceBy(HOUR);
    expect(reminded).toEqual([]);
  });

  it('holds pop-ups back while asked to, and shows them then', () => {
    heldUntilMs = clock.now() + HOUR;
    dueIn(10 * MINUTE, 'chase Li');
    clock.advanceBy(HOUR - 1);
    expect(reminded).toEqual([]);
    heldUntilMs = null;
    clock.advanceBy(1);
    expect(reminded).toEqual(['chase Li']);
  });

  it('looks every 20 seconds whether another program has written, however the clock is set', () => {
    scheduler.refresh();
    expect(looks).toBe(1);
    clock.advanceBy(20 * SECOND);
    expect(looks).toBe(2);
    clock.jumpTo(clock.now() - 365 * DAY);
    clock.advanceBy(20 * SECOND);
    expect(looks).toBe(3);
  });
});

describe('F3: a clock that jumps loses nothing', () => {
  /** Without a sleep: the battery is flat, a game or a wrong time server has set the clock. */
  function setClock(nowMs: number): void {
    clock.jumpTo(nowMs);
    clock.advanceBy(20 * SECOND);
  }

  it('shows all of it in time after a minute a year ahead', () => {
    for (const minutes of [10, 20, 30]) dueIn(minutes * MINUTE, `in ${minutes}`, HOUR);
    setClock(clock.now() + 365 * DAY);
    expect([...reminded, ...missed]).toEqual([]);
    setClock(PLACED_AT_MS + MINUTE);
    expect(putRight).toEqual(['at-start', 'jumped', 'jumped']);
    clock.advanceBy(HOUR);
    expect(reminded).toEqual(['in 10', 'in 20', 'in 30']);
    expect(missed).toEqual([]);
  });

  it('says nothing to be missed until an agent has said that the time is right', () => {
    dueIn(10 * MINUTE, 'too late', 20 * MINUTE);
    dueIn(10 * MINUTE, 'of use');
    setClock(clock.now() + DAY);
    expect(scheduler.isClockDoubtful()).toBe(true);
    expect([reminded, missed]).toEqual([['of use'], []]);
    scheduler.confirmClock();
    expect(scheduler.isClockDoubtful()).toBe(false);
    expect(missed).toEqual(['too late']);
    expect(doubts).toEqual([true, false]);
  });

  it('doubts no clock for a sleep of which the system tells, nor for the hour that an agent has set it by', () => {
    dueIn(10 * MINUTE, 'slept over', 20 * MINUTE);
    scheduler.fellAsleep();
    clock.jumpTo(clock.now() + 8 * HOUR);
    scheduler.wokeUp();
    expect(missed).toEqual(['slept over']);
    // Not every system tells of the beginning as well.
    clock.jumpTo(clock.now() + 8 * HOUR);
    scheduler.wokeUp();
    expect(scheduler.isClockDoubtful()).toBe(false);
    setClock(clock.now() + HOUR - MINUTE);
    expect(scheduler.isClockDoubtful()).toBe(false);
  });

  it('begins no turn of a duty while the clock is doubted', () => {
    const asked: number[] = [];
    scheduler.stop();
    scheduler = startScheduler(tasks, { look: (nowMs) => void asked.push(nowMs) });
    scheduler.refresh();
    setClock(clock.now() + 30 * DAY);
    expect(asked).toEqual([PLACED_AT_MS]);
    setClock(PLACED_AT_MS + MINUTE);
    expect(asked).toEqual([PLACED_AT_MS, PLACED_AT_MS + MINUTE + 20 * SECOND]);
  });

  it('shows at once what was put off by a time that was wrong, and again when it comes', () => {
    const id = dueIn(MINUTE, 'chase Li');
    clock.advanceBy(MINUTE);
    clock.jumpTo(clock.now() + 40 * DAY);
    const untilMs = clock.now() + 10 * MINUTE;
    tasks.snooze(id, { untilMs, note: null, expiresAtMs: null }, clock.now());
    scheduler.refresh();
    setClock(PLACED_AT_MS + HOUR);
    expect(reminded).toEqual(['chase Li', 'chase Li']);
    expect(tasks.get(id)?.snoozedUntilMs).toBe(untilMs);
    scheduler.stop();
    scheduler = startScheduler();
    scheduler.refresh();
    expect(reminded).toHaveLength(2);
    expect(tasks.nextReminderAtMs()).toBe(untilMs);
  });

  it('finds at the start what was shown before the clock was set back', () => {
    dueIn(30 * MINUTE, 'chase Li');
    clock.advanceBy(HOUR);
    scheduler.stop();
    clock.jumpTo(PLACED_AT_MS);
    scheduler = startScheduler();
    scheduler.refresh();
    clock.advanceBy(30 * MINUTE);
    expect(reminded).toEqual(['chase Li', 'chase Li']);
  });
});

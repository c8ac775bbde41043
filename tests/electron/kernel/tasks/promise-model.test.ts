import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createScheduler, type DueReminders } from '../../../../electron/kernel/tasks/scheduler.ts';
import { chaseUnpaidOrder } from '../../../../electron/rules/order/chase-unpaid-order.ts';
import {
  CHASE_PRESET_SETTINGS,
  type ChaseSettings,
} from '../../../../shared/domain/chasing/chase-settings.ts';
import type { ActivityId, OrderId, TaskId } from '../../../../shared/domain/ids.ts';
import type { Task } from '../../../../shared/domain/tasks/task.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { Recorded } from '../../../../shared/ipc/contract/task-contract.ts';
import { HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { aWorkstation } from '../../../support/records/a-workstation.ts';

/** The events of a shop's day; `order` and `task` choose among those that there are. */
const someEvent = fc.oneof(
  { weight: 3, arbitrary: fc.record({ what: fc.constant('place'), order: fc.nat(3) }) },
  {
    weight: 3,
    arbitrary: fc.record({ what: fc.constant('pass'), minutes: fc.integer({ min: 1, max: 400 }) }),
  },
  fc.record({ what: fc.constantFrom('import again', 'import paid', 'import closed'), order: fc.nat(3) }),
  { weight: 2, arbitrary: fc.record({ what: fc.constant('chase'), task: fc.nat(9) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      what: fc.constant('snooze'),
      task: fc.nat(9),
      minutes: fc.integer({ min: 1, max: 300 }),
      isAgreed: fc.boolean(),
    }),
  },
  fc.record({ what: fc.constantFrom('give up', 'claim paid'), order: fc.nat(3) }),
  fc.record({
    what: fc.constant('set close time'),
    order: fc.nat(3),
    minutes: fc.integer({ min: 1, max: 2000 }),
  }),
  fc.record({ what: fc.constant('undo') }),
  fc.record({ what: fc.constant('sleep'), minutes: fc.integer({ min: 1, max: 900 }) }),
  fc.record({ what: fc.constant('jump'), minutes: fc.integer({ min: -200, max: 200 }) }),
  fc.record({ what: fc.constant('hold'), minutes: fc.integer({ min: 1, max: 90 }) }),
  fc.record({ what: fc.constantFrom('crash', 'restart') }),
);
type Event = {
  readonly what: string;
  readonly order?: number;
  readonly task?: number;
  readonly minutes?: number;
  readonly isAgreed?: boolean;
};

function aDay(chase: ChaseSettings) {
  const desk = aWorkstation({ chase });
  const placed = new Set<OrderId>();
  /** How often each task was shown for the moment that it now stands for. */
  const shown = new Map<string, number>();
  const momentOf = new Map<TaskId, string>();
  const crashed = new Set<string>();
  const snoozes = new Map<TaskId, number>();
  const undoable: ActivityId[] = [];
  let heldUntilMs = 0;
  let isCrashing = false;
  let scheduler = start();

  function start() {
    const { tasks, clock } = desk;
    return createScheduler({
      store: {
        ...tasks,
        markReminded(ids, nowMs) {
          if (!isCrashing) return tasks.markReminded(ids, nowMs);
          isCrashing = false;
          for (const id of ids) crashed.add(`${id} ${momentOf.get(id)}`);
          throw new Error('crash between showing and recording');
        },
      },
      periods: { look: () => undefined },
      clock,
      remind: ({ due, missed }: DueReminders) => [...due, ...missed].forEach(noteShown),
      holdUntil: (nowMs) => (heldUntilMs > nowMs ? heldUntilMs : null),
      reportError: () => undefined,
    });
  }

  function noteShown(task: Task): void {
    const moment = `${task.id} ${momentOf.get(task.id)}`;
    shown.set(moment, (shown.get(moment) ?? 0) + 1);
  }

  const listTasks = () => desk.tasks.listTasks({ kind: null, state: null, dueBeforeMs: null, limit: 1000 });
  const listToDo = () => listTasks().filter(({ state }) => state === 'open' || state === 'snoozed');

  /** A task that is moved or snoozed stands for another moment, which is owed a reminder of its own. */
  function noteMoments(): void {
    for (const { id, dueAtMs, snoozedUntilMs } of listTasks()) {
      const before = momentOf.get(id)?.split('#');
      const moment = `${dueAtMs}/${snoozedUntilMs}`;
      if (before?.[0] !== moment) momentOf.set(id, `${moment}#${Number(before?.[1] ?? 0) + 1}`);
    }
  }

  function act(work: () => Recorded): boolean {
    try {
      undoable.push(work().activityId);
      return true;
    } catch (error) {
      // A refusal is an answer; anything else is a bug.
      if (error instanceof AppError) return false;
      throw error;
    }
  }

  const orderOf = ({ order = 0 }: Event) => `order-${order}` as OrderId;
  const taskOf = ({ task = 0 }: Event) => listToDo()[task % Math.max(1, listToDo().length)];
  const durationOf = ({ minutes = 0 }: Event) => minutes * MINUTE;
  const forget = (orderId: OrderId) => {
    for (const task of listTasks()) if (task.subject.id === orderId) snoozes.delete(task.id);
  };

  function importAs(event: Event, overrides: Parameters<typeof desk.importOrder>[0]): void {
    const id = orderOf(event);
    if (!placed.has(id)) return;
    desk.importOrder({ id, ...overrides });
    if (overrides?.status) forget(id);
  }

  const happen: Record<string, (event: Event) => void> = {
    place(event) {
      const id = orderOf(event);
      if (placed.has(id)) return;
      placed.add(id);
      desk.importOrder({ id, no: id, placedAtMs: desk.clock.now() - 5 * MINUTE });
    },
    pass: (event) => desk.clock.advanceBy(durationOf(event)),
    'import again': (event) => importAs(event, {}),
    'import paid': (event) => importAs(event, { status: 'paid', paidAtMs: desk.clock.now() }),
    'import closed': (event) => importAs(event, { status: 'closed' }),
    chase(event) {
      const task = taskOf(event);
      if (task && act(() => desk.taskActions.completeTask({ taskId: task.id }, desk.actor())))
        snoozes.delete(task.id);
    },
    snooze(event) {
      const task = taskOf(event);
      if (!task) return;
      const untilMs = Math.floor((desk.clock.now() + durationOf(event)) / MINUTE) * MINUTE;
      const request = { orderId: task.subject.id as OrderId, taskId: task.id, untilMs };
      const snooze = event.isAgreed ? desk.chasing.agreePayTime : desk.taskActions.snoozeTask;
      if (act(() => snooze(request, desk.actor()))) snoozes.set(task.id, untilMs);
    },
    'give up'(event) {
      const orderId = orderOf(event);
      const request = { orderId, reason: 'price' } as const;
      if (act(() => desk.chasing.giveUpChase(request, desk.actor()))) forget(orderId);
    },
    'claim paid'(event) {
      const orderId = orderOf(event);
      if (act(() => desk.chasing.claimPaid({ orderId }, desk.actor()))) forget(orderId);
    },
    'set close time'(event) {
      const closesAtMs = desk.clock.now() + durationOf(event);
      act(() => desk.chasing.setCloseTime({ orderId: orderOf(event), closesAtMs }, desk.actor()));
    },
    undo() {
      const activityId = undoable.pop();
      if (activityId === undefined) return;
      act(() => desk.undoActivity(activityId, desk.actor()));
      // It may have brought a snooze back, or taken one away.
      snoozes.clear();
      for (const { id, snoozedUntilMs } of listTasks())
        if (snoozedUntilMs !== null) snoozes.set(id, snoozedUntilMs);
    },
    sleep: (event) => desk.clock.jumpTo(desk.clock.now() + durationOf(event)),
    jump: (event) => desk.clock.jumpTo(desk.clock.now() + durationOf(event)),
    hold(event) {
      heldUntilMs = desk.clock.now() + durationOf(event);
    },
    crash() {
      isCrashing = true;
      scheduler.refresh();
      isCrashing = false;
      happen['restart']?.({ what: 'restart' });
    },
    restart() {
      scheduler.stop();
      scheduler = start();
    },
  };

  return {
    desk,
    happen(event: Event): void {
      // Time runs on inside `pass`, so the moments must be known before it.
      noteMoments();
      happen[event.what]?.(event);
      noteMoments();
      scheduler.refresh();
    },
    /** X2, H6: every wish of the rules is in the queue, done, or stood for by what the agent snoozed. */
    lostSteps(): string[] {
      return [...placed].flatMap((id) => {
        const subject = desk.subjects.get(id);
        const tasks = desk.tasks.listForSubject({ kind: 'order', id });
        const wanted = subject ? chaseUnpaidOrder.find(subject, desk.clock.now()) : [];
        return wanted
          .filter(({ step, dueAtMs }) => !tasks.some((task) => standsFor(task, step, dueAtMs)))
          .map(({ step }) => `${id} ${step}`);
      });
    },
    lostSnoozes: () => [...snoozes].filter(([id, untilMs]) => desk.tasks.get(id)?.snoozedUntilMs !== untilMs),
    owedReminders: () =>
      heldUntilMs > desk.clock.now() ? [] : desk.tasks.listToRemind(desk.clock.now()).map(({ id }) => id),
    repeatedReminders: () =>
      [...shown].filter(([moment, times]) => times > (crashed.has(moment) ? 2 : 1)).map(([moment]) => moment),
  };
}

function standsFor(task: Task, step: string, dueAtMs: number): boolean {
  if (task.step === step) return task.state !== 'cancelled';
  return task.snoozedUntilMs !== null && Math.abs(task.snoozedUntilMs - dueAtMs) < 10 * MINUTE;
}

describe('X2, H6: whatever a day brings', () => {
  it.each(['default', 'big-sale', 'group-buy', 'long'] as const)(
    'no promise is forgotten and no reminder shown twice (%s)',
    (preset) => {
      fc.assert(
        fc.property(fc.array(someEvent, { maxLength: 30 }), (events) => {
          const day = aDay(CHASE_PRESET_SETTINGS[preset]);
          for (const event of [{ what: 'place', order: 0 }, ...events]) {
            day.happen(event);
            expect(day.lostSteps()).toEqual([]);
            expect(day.lostSnoozes()).toEqual([]);
            expect(day.owedReminders()).toEqual([]);
            expect(day.repeatedReminders()).toEqual([]);
          }
          // Every snooze and every due step gets its reminder in the end.
          day.happen({ what: 'pass', minutes: (24 * HOUR) / MINUTE });
          expect(day.owedReminders()).toEqual([]);
          day.desk.db.close();
        }),
        { numRuns: 60 },
      );
    },
    60_000,
  );
});

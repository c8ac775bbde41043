import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { reconcile } from '../../../../electron/kernel/tasks/reconcile.ts';
import type { TaskId } from '../../../../shared/domain/ids.ts';
import type { Settlement } from '../../../../shared/domain/tasks/rule.ts';
import type { Task, TaskKind, WantedTask } from '../../../../shared/domain/tasks/task.ts';
import { HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { aTask, aWantedTask } from '../../../support/records/a-task.ts';

const NOW = 10 * HOUR;
const LATER = NOW + HOUR;

const GOES_ON = new Map<TaskKind, Settlement | null>([['chase', null]]);
const PAID = new Map<TaskKind, Settlement | null>([['chase', { reason: '订单已付款', isFinal: true }]]);
const CLAIMED = new Map<TaskKind, Settlement | null>([['chase', { reason: '已标记付款', isFinal: false }]]);

function compare(existing: readonly Task[], wanted: readonly WantedTask[], settled = GOES_ON) {
  return reconcile({ existing, wanted, settled, nowMs: NOW });
}

const NOTHING = { insert: [], move: [], cancel: [] };

describe('H6: tasks agree with what the rules want', () => {
  it('inserts what is missing', () => {
    const wanted = aWantedTask({ dueAtMs: LATER });
    expect(compare([], [wanted])).toEqual({ ...NOTHING, insert: [wanted] });
  });

  it('leaves alone what is as wanted', () => {
    expect(compare([aTask({ dueAtMs: LATER })], [aWantedTask({ dueAtMs: LATER })])).toEqual(NOTHING);
  });

  it('moves an open task, and a changed due time is owed a reminder of its own', () => {
    const shown = aTask({ dueAtMs: NOW, reminderAtMs: null });
    const { move } = compare([shown], [aWantedTask({ dueAtMs: LATER })]);
    expect(move).toEqual([{ ...shown, dueAtMs: LATER, reminderAtMs: LATER, updatedAtMs: NOW }]);
  });

  it('never shows a reminder twice for one due time', () => {
    const shown = aTask({ dueAtMs: NOW, reminderAtMs: null });
    const { move } = compare([shown], [aWantedTask({ dueAtMs: NOW, reason: '下单 1 小时未付款' })]);
    expect(move).toEqual([{ ...shown, reason: '下单 1 小时未付款', updatedAtMs: NOW }]);
  });

  it('cancels what is no longer planned, and says so', () => {
    const task = aTask({ dueAtMs: LATER });
    expect(compare([task], []).cancel).toEqual([
      { ...task, state: 'cancelled', cancelReason: '计划已变更', updatedAtMs: NOW },
    ]);
  });

  it('does not touch the tasks that people made', () => {
    expect(compare([aTask({ kind: 'follow-up' })], [])).toEqual(NOTHING);
    expect(compare([aTask({ kind: 'follow-up' })], [], PAID)).toEqual(NOTHING);
  });
});

describe('H6: what the agent did or snoozed is left alone', () => {
  it('does not bring back what was done', () => {
    const done = aTask({ state: 'done', reminderAtMs: null });
    expect(compare([done], [aWantedTask({ dueAtMs: LATER })])).toEqual(NOTHING);
    expect(compare([done], [], PAID)).toEqual(NOTHING);
  });

  const snoozed = aTask({ state: 'snoozed', snoozedUntilMs: LATER, reminderAtMs: LATER });

  it('does not move what was snoozed, nor cancel it while the duty goes on', () => {
    expect(compare([snoozed], [aWantedTask({ dueAtMs: NOW + 2 * HOUR })])).toEqual(NOTHING);
    expect(compare([snoozed], [])).toEqual(NOTHING);
  });

  it('cancels what was snoozed once the reason for it is gone, and knows the snooze when it comes back', () => {
    const [cancelled] = compare([snoozed], [], PAID).cancel;
    expect(cancelled).toMatchObject({ state: 'cancelled', cancelReason: '订单已付款', reminderAtMs: null });
    expect(compare(cancelled ? [cancelled] : [], [aWantedTask()]).move).toEqual([
      expect.objectContaining({ state: 'snoozed', snoozedUntilMs: LATER, reminderAtMs: LATER }),
    ]);
  });

  it('wakes what was put off beyond an end that has moved to before it, where the end stands', () => {
    const putOff = aTask({ kind: 'duplicate', snoozedUntilMs: LATER, reminderAtMs: LATER });
    const wanted = aWantedTask({ kind: 'duplicate', dueAtMs: NOW, expiresAtMs: LATER - MINUTE });
    const { move } = compare([putOff], [wanted], new Map([['duplicate', null]]));
    expect(move).toEqual([expect.objectContaining({ state: 'open', dueAtMs: NOW, reminderAtMs: NOW })]);
  });

  it('wants no second task at the moment for which one was snoozed', () => {
    const second = aWantedTask({ step: 'second', dueAtMs: LATER + 5 * MINUTE });
    expect(compare([snoozed], [second])).toEqual(NOTHING);
    const open = aTask({ id: 'task-2' as TaskId, step: 'second', dueAtMs: NOW + 2 * HOUR });
    expect(compare([snoozed, open], [second]).cancel).toHaveLength(1);
    expect(compare([snoozed], [{ ...second, dueAtMs: LATER + HOUR }]).insert).toHaveLength(1);
  });

  it('wants the task that comes when the snoozed one has ended, however near that is', () => {
    const ends = { kind: 'refund', expiresAtMs: LATER + 5 * MINUTE } as const;
    const { expiresAtMs: plannedExpiryAtMs, kind } = ends;
    const putOff = aTask({ kind, plannedExpiryAtMs, snoozedUntilMs: LATER, reminderAtMs: LATER });
    const behind = aWantedTask({ kind, step: 'overdue', dueAtMs: plannedExpiryAtMs });
    const { insert, cancel } = compare([putOff], [aWantedTask(ends), behind], new Map([[kind, null]]));
    expect([insert, cancel]).toEqual([[behind], []]);
  });
});

describe('X2: what was missed stays to be seen', () => {
  const missed = aTask({ dueAtMs: NOW - 2 * HOUR, expiresAtMs: NOW - HOUR, reminderAtMs: null });

  it('keeps it while the duty goes on', () => {
    expect(compare([missed], [aWantedTask({ step: 'second', dueAtMs: NOW - HOUR })]).cancel).toEqual([]);
  });

  it('lets it go once a later one was done in its place, or the duty is over', () => {
    const done = aTask({ id: 'task-2' as TaskId, step: 'second', state: 'done', dueAtMs: NOW - HOUR });
    expect(compare([missed, done], []).cancel[0]?.cancelReason).toBe('已由后续待办代替');
    expect(compare([missed], [], PAID).cancel[0]?.cancelReason).toBe('订单已付款');
  });
});

describe('X4: a task that comes back', () => {
  const wanted = aWantedTask({ dueAtMs: NOW - HOUR });

  it('reopens, still owing the reminder that was not shown', () => {
    const unshown = aTask({ dueAtMs: NOW - HOUR, state: 'cancelled', cancelReason: '已标记付款' });
    expect(compare([unshown], [wanted]).move).toEqual([
      expect.objectContaining({ state: 'open', cancelReason: null, reminderAtMs: NOW - HOUR }),
    ]);
  });

  it('reopens without a second reminder for the same due time', () => {
    const shown = aTask({
      dueAtMs: NOW - HOUR,
      state: 'cancelled',
      reminderAtMs: null,
      updatedAtMs: NOW - MINUTE,
    });
    expect(compare([shown], [wanted]).move[0]?.reminderAtMs).toBeNull();
  });

  it('owes a reminder again when the end was final and the due time is still to come', () => {
    const ended = aTask({ dueAtMs: LATER, state: 'cancelled', reminderAtMs: null });
    expect(compare([ended], [aWantedTask({ dueAtMs: LATER })]).move[0]?.reminderAtMs).toBe(LATER);
  });

  it('owes it also when the moment came while the task was over, and not when it had come before', () => {
    const ended = (endedAtMs: number) =>
      aTask({ dueAtMs: NOW - HOUR, state: 'cancelled', reminderAtMs: null, updatedAtMs: endedAtMs });
    const reminderOf = (task: Task) => compare([task], [wanted]).move[0]?.reminderAtMs;
    expect(reminderOf(ended(NOW - 2 * HOUR))).toBe(NOW - HOUR);
    expect(reminderOf(ended(NOW - MINUTE))).toBeNull();
    // The clock was ahead then.
    expect(reminderOf(ended(NOW + HOUR))).toBe(NOW - HOUR);
  });

  it('keeps the owed reminder through an end that may be taken back, and drops it at a final one', () => {
    const open = aTask({ dueAtMs: LATER });
    expect(compare([open], [], CLAIMED).cancel[0]?.reminderAtMs).toBe(LATER);
    expect(compare([open], [], PAID).cancel[0]?.reminderAtMs).toBeNull();
    const claimed = aTask({ state: 'cancelled', cancelReason: '已标记付款', dueAtMs: LATER });
    expect(compare([claimed], [], PAID).cancel).toEqual([
      { ...claimed, reminderAtMs: null, updatedAtMs: NOW },
    ]);
  });
});

const someTime = fc.integer({ min: 0, max: 20 }).map((hours) => hours * HOUR);
const someStep = fc.constantFrom('first', 'second', 'last');
const someExisting = fc.uniqueArray(
  fc.record({
    step: someStep,
    state: fc.constantFrom('open', 'snoozed', 'done', 'cancelled'),
    dueAtMs: someTime,
    untilMs: someTime,
    expiresAtMs: fc.option(someTime),
    isShown: fc.boolean(),
  }),
  { selector: ({ step }) => step },
);
const someWanted = fc.uniqueArray(
  fc.record({ step: someStep, dueAtMs: someTime, expiresAtMs: fc.option(someTime) }),
  { selector: ({ step }) => step },
);

describe('H6: for any tasks and any wishes', () => {
  it('agrees after one pass: a second pass changes nothing', () => {
    fc.assert(
      fc.property(
        someExisting,
        someWanted,
        fc.constantFrom(GOES_ON, PAID, CLAIMED),
        (rows, steps, settled) => {
          const existing = rows.map(({ untilMs, isShown, ...row }) => {
            const snoozedUntilMs = row.state === 'snoozed' ? untilMs : null;
            const reminderAtMs = isShown || row.state === 'done' ? null : (snoozedUntilMs ?? row.dueAtMs);
            return aTask({ ...row, id: row.step as TaskId, snoozedUntilMs, reminderAtMs });
          });
          // A settled duty wants nothing.
          const wanted = settled === GOES_ON ? steps.map((step) => aWantedTask(step)) : [];
          const { insert, move, cancel } = compare(existing, wanted, settled);
          const after = new Map(existing.map((task) => [task.id, task]));
          for (const one of insert) {
            after.set(
              one.step as TaskId,
              aTask({ ...one, id: one.step as TaskId, reminderAtMs: one.dueAtMs }),
            );
          }
          for (const task of [...move, ...cancel]) after.set(task.id, task);
          expect(compare([...after.values()], wanted, settled)).toEqual(NOTHING);
          for (const task of existing.filter(({ state }) => state === 'done')) {
            expect(after.get(task.id)).toBe(task);
          }
        },
      ),
      { numRuns: 3000 },
    );
  });
});

import { describe, expect, it } from 'vitest';
import { createReminders } from '../../../electron/reminders/reminders.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { Task } from '../../../shared/domain/tasks/task.ts';
import { aTask } from '../../support/records/a-task.ts';

type Notice = Parameters<Parameters<typeof createReminders>[0]['show']>[0];

function reminders(overrides: { isSoundOn?: boolean; show?: (notice: Notice) => void } = {}) {
  const notices: Notice[] = [];
  const done: string[] = [];
  let sounds = 0;
  const made = createReminders({
    show: overrides.show ?? ((notice) => void notices.push(notice)),
    summarise: () => (ref) => ({
      ref,
      title: '3304370000000000000',
      customerNick: '山间一壶茶',
      detail: '示例水杯',
      status: '待付款',
      orderId: null,
    }),
    isSoundOn: () => overrides.isSoundOn ?? true,
    playSound: () => {
      sounds += 1;
    },
    open: (target) => void done.push(`open ${target?.taskId ?? 'queue'}`),
    snooze: (task) => void done.push(`snooze ${task.id}`),
    complete: (task) => void done.push(`complete ${task.id}`),
  });
  const remind = (due: readonly Task[], missed: readonly Task[] = []) => made.remind({ due, missed });
  return { remind, notices, done, soundCount: () => sounds };
}

function dueTasks(count: number): Task[] {
  return Array.from({ length: count }, (_, index) =>
    aTask({ id: `task-${index}` as TaskId, matter: `order-${index}` }),
  );
}

describe('X2: a due task is seen and heard', () => {
  it('says who, how much and why, with the words of the snooze', () => {
    const { remind, notices } = reminders();
    remind([
      aTask({ amountAtRiskFen: 4100, reason: '客户约定 20:30 付款', snoozeNote: '客户说 20:30 充值' }),
    ]);
    expect(notices.map(({ title, body }) => [title, body])).toEqual([
      ['催付：山间一壶茶 ¥41.00', '客户约定 20:30 付款\n客户说 20:30 充值\n示例水杯'],
    ]);
  });

  it('shows a few one by one, and many as one digest after a night’s sleep', () => {
    const few = reminders();
    few.remind(dueTasks(3));
    expect(few.notices).toHaveLength(3);
    const many = reminders();
    many.remind(dueTasks(500));
    expect(many.notices.map(({ title }) => title)).toEqual(['500 项待办到期']);
    expect(many.notices[0]?.body).toMatch(/^合计 ¥\d{1,3}(,\d{3})+\.\d{2}，/);
  });

  it('counts the money of an order once, however many of its tasks are due', () => {
    const { remind, notices } = reminders();
    remind(
      ['first', 'second', 'third', 'fourth', 'fifth'].map((id) =>
        aTask({ id: id as TaskId, matter: 'another' }),
      ),
      dueTasks(2),
    );
    expect(notices[0]?.body).toMatch(/^合计 ¥300\.00，/);
  });

  it('counts what was missed in the digest, so that it is seen and nothing is hidden', () => {
    const { remind, notices } = reminders();
    remind(dueTasks(1), dueTasks(2));
    remind([], dueTasks(3));
    expect(notices.map(({ title }) => title)).toEqual(['1 项待办到期，2 项已错过', '3 项已错过']);
  });

  it('makes one sound however many are due, and none where sound is off', () => {
    const loud = reminders();
    loud.remind(dueTasks(3));
    expect(loud.soundCount()).toBe(1);
    const quiet = reminders({ isSoundOn: false });
    quiet.remind(dueTasks(3));
    expect(quiet.soundCount()).toBe(0);
    expect(quiet.notices.every(({ isSilent }) => isSilent)).toBe(true);
  });

  it('opens the task on a click, and the queue from a digest', () => {
    const { remind, notices, done } = reminders();
    remind(dueTasks(1));
    remind(dueTasks(9));
    for (const notice of notices) notice.onOpen();
    expect(done).toEqual(['open task-0', 'open queue']);
  });

  it('snoozes and completes from its buttons', () => {
    const { remind, notices, done } = reminders();
    remind(dueTasks(1));
    for (const { run } of notices[0]?.actions ?? []) run();
    expect(done).toEqual(['snooze task-0', 'complete task-0']);
  });

  it('does not claim to have reminded when nothing could be shown', () => {
    const { remind } = reminders({
      show: () => {
        throw new Error('no notification service');
      },
    });
    expect(() => remind(dueTasks(1))).toThrow('no notification service');
  });
});

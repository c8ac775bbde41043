import { describe, expect, it } from 'vitest';
import { createReminders } from '../../../electron/reminders/reminders.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { QUEUE_TABS, type QueueTab } from '../../../shared/domain/tasks/queue-place.ts';
import type { Task } from '../../../shared/domain/tasks/task.ts';
import type { QueueCounts } from '../../../shared/ipc/contract/task-contract.ts';
import { aTask } from '../../support/records/a-task.ts';

type Notice = Parameters<Parameters<typeof createReminders>[0]['show']>[0];

type Queued = Partial<Record<QueueTab, { count: number; amountFen: number }>>;
type Overrides = {
  readonly isSoundOn?: boolean;
  readonly show?: (notice: Notice) => void;
  readonly detail?: string;
  /** The counts of the window. */
  readonly queued?: Queued;
};

function reminders(overrides: Overrides = {}) {
  const notices: Notice[] = [];
  const done: string[] = [];
  let sounds = 0;
  const made = createReminders({
    show: overrides.show ?? ((notice) => void notices.push(notice)),
    summarise: () => (ref) => ({
      ref,
      title: '3304370000000000000',
      customerNick: '山间一壶茶',
      detail: overrides.detail ?? '示例水杯',
      status: '待付款',
      orderId: null,
    }),
    countAll: () => ({ ...EMPTY_QUEUE, ...overrides.queued }),
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

// Every tab is there.
const EMPTY_QUEUE = Object.fromEntries(
  QUEUE_TABS.map((tab) => [tab, { count: 0, amountFen: 0 }]),
) as QueueCounts['byTab'];

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
    const many = reminders({ queued: { todo: { count: 500, amountFen: 5_000_000 } } });
    many.remind(dueTasks(500));
    expect(many.notices.map(({ title, body }) => [title, body])).toEqual([
      ['待办 500 项', '待办 ¥50,000.00，最早：山间一壶茶 下单 15 分钟未付款'],
    ]);
  });

  it('B3: says the number and the money that the window says, not those of the steps that came due', () => {
    const { remind, notices } = reminders({
      queued: { todo: { count: 2, amountFen: 30_000 }, missed: { count: 1, amountFen: 500 } },
    });
    const steps = ['first', 'second', 'third', 'fourth'].map((id) =>
      aTask({ id: id as TaskId, matter: 'another' }),
    );
    remind(dueTasks(1), steps);
    expect(notices.map(({ title }) => title)).toEqual(['待办 2 项，已错过 1 项']);
    expect(notices[0]?.body).toMatch(/^待办 ¥300\.00，已错过 ¥5\.00，最早：/);
  });

  it('counts orders, not their steps: several of one order are one pop-up', () => {
    const { remind, notices } = reminders({ queued: { todo: { count: 1, amountFen: 100 } } });
    remind(
      ['first', 'second', 'third', 'fourth'].map((id) => aTask({ id: id as TaskId, matter: 'another' })),
    );
    expect(notices.map(({ title }) => title)).toEqual(['催付：山间一壶茶 ¥100.00']);
  });

  it('is silent about a step that was missed while its order has another one to come', () => {
    const { remind, notices, soundCount } = reminders();
    remind([], dueTasks(3));
    expect(notices).toEqual([]);
    expect(soundCount()).toBe(0);
  });

  it('C6: has room for the first things of an order of forty', () => {
    const { remind, notices } = reminders({ detail: '全棉四件套'.repeat(40) });
    remind(dueTasks(1));
    expect(notices[0]?.body.length).toBeLessThan(100);
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
    const { remind, notices, done } = reminders({ queued: { todo: { count: 9, amountFen: 900 } } });
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

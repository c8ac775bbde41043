import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createScheduler } from '../../electron/kernel/tasks/scheduling/scheduler.ts';
import { createReminders } from '../../electron/reminders/reminders.ts';
import { SubjectRef } from '../../shared/domain/subjects/subject.ts';
import { TaskKind, taskKindLabel, taskStepLabel } from '../../shared/domain/tasks/task.ts';
import { WHOLE_QUEUE } from '../../shared/ipc/contract/task-contract.ts';
import { HOUR } from '../../shared/time/durations.ts';
import { createExportFolder } from '../support/export-files.ts';
import { aQueueQuery } from '../support/records/a-task.ts';
import {
  AGENT,
  ARRIVED_NOW,
  aToyShop,
  LATE,
  NO,
  NOW,
  ON_ITS_WAY,
  OTHER_NO,
  PROMISED,
  type ToyShop,
} from './a-toy-shop.ts';
import { FIND_TOY, TOY } from './domain/toy-parcel.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

let toy: ToyShop;
beforeEach(() => {
  toy = aToyShop(folder);
});

describe('H6: a subject that only the lists know', () => {
  it('comes by a file, and its rule makes a card that says what it is', () => {
    toy.importRows(ON_ITS_WAY, LATE);
    expect(toy.cards().map(({ summary, task, shopName }) => [summary.title, task.reason, shopName])).toEqual([
      [NO, `${NO} 应于一小时内送达`, '示例旗舰店'],
      [OTHER_NO, `${OTHER_NO} 应于一小时内送达`, '示例旗舰店'],
    ]);
    const counts = toy.core.queue.count(
      { ...aQueueQuery(NOW), bucket: 'all' },
      { agentId: null, nowMs: NOW },
    );
    expect(counts.byKind[FIND_TOY]).toBe(2);
    expect(Object.values(counts.byTab).reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(10_000);
  });

  it('is found by its words, and by nothing else', () => {
    toy.importRows(ON_ITS_WAY, LATE);
    expect(toy.cards({ text: NO })).toHaveLength(1);
    expect(toy.cards({ text: '玩具' })).toHaveLength(2);
    expect(toy.cards({ text: '订单' })).toEqual([]);
  });

  it('has names for its task, in Chinese', () => {
    expect(taskKindLabel(FIND_TOY)).toBe('查玩具包裹');
    expect(taskStepLabel(FIND_TOY, 'look')).toBe('查物流');
    expect(TaskKind.safeParse('find-toy').success).toBe(true);
    expect(SubjectRef.safeParse(toy.subject).success).toBe(true);
  });

  it('reminds in time, in the words of its subject', () => {
    toy.importRows(ON_ITS_WAY);
    const titles: string[] = [];
    const reminders = createReminders({
      show: ({ title }) => void titles.push(title),
      summarise: toy.core.subjects.summarise,
      countAll: () => toy.core.queue.count(WHOLE_QUEUE, { agentId: null, nowMs: NOW }).byTab,
      isSoundOn: () => false,
      playSound: () => {},
      open: () => {},
      snooze: () => {},
      complete: () => {},
    });
    const scheduler = createScheduler({
      store: toy.core.stores.tasks,
      periods: { look: () => undefined },
      clock: toy.clock,
      // The shop has its own duty in the morning.
      remind: ({ due }) =>
        reminders.remind({ due: due.filter(({ subject }) => subject.kind === TOY), missed: [] }),
      putRight: () => undefined,
      clockDoubted: () => undefined,
      noticeOthers: () => undefined,
      holdUntil: () => null,
      reportError(error) {
        throw error;
      },
    });
    scheduler.refresh();
    toy.clock.advanceBy(PROMISED - HOUR - 1 - toy.clock.now());
    expect(titles).toEqual([]);
    toy.clock.advanceBy(1);
    expect(titles).toEqual([`查玩具包裹：${NO} ¥88.00`]);
  });

  it('is over when the next file says so, and comes back when that file is taken back', () => {
    toy.importRows(ON_ITS_WAY);
    const { id } = toy.importRows(ARRIVED_NOW);
    expect(toy.core.stores.tasks.listForSubject(toy.subject)).toMatchObject([
      { state: 'cancelled', cancelReason: '包裹已签收' },
    ]);
    toy.core.undoImport(id, AGENT);
    expect(toy.openTask(FIND_TOY)).toMatchObject({ dueAtMs: PROMISED - HOUR });
    expect(toy.cards()).toHaveLength(1);
  });

  it('goes with its tasks when the file that brought it is taken back', () => {
    const { id } = toy.importRows(ON_ITS_WAY);
    toy.core.undoImport(id, AGENT);
    expect(toy.core.stores.tasks.listForSubject(toy.subject)).toEqual([]);
    expect(toy.cards()).toEqual([]);
  });

  it('is looked at again when rules or settings change, while it can still matter', () => {
    toy.importRows(ON_ITS_WAY, LATE);
    const { ruled } = toy.core.subjects.moduleOf(TOY);
    expect(ruled?.listLive(toy.shop.id)).toHaveLength(2);
    toy.importRows(ARRIVED_NOW);
    expect(ruled?.listLive(toy.shop.id)).toHaveLength(1);
  });
});

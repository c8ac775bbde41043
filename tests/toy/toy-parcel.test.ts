import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../electron/core.ts';
import { createScheduler } from '../../electron/kernel/tasks/scheduler.ts';
import { createReminders } from '../../electron/reminders/reminders.ts';
import type { AgentId } from '../../shared/domain/ids.ts';
import { asSubject, SubjectRef } from '../../shared/domain/subject.ts';
import { TaskKind, taskKindLabel, taskStepLabel } from '../../shared/domain/task.ts';
import { HOUR, MINUTE } from '../../shared/time/durations.ts';
import { aQueueQuery } from '../support/a-task.ts';
import { createExportFolder } from '../support/export-files.ts';
import { createFakeClock } from '../support/fake-clock.ts';
import { createMemoryStore, insertAgent } from '../support/memory-store.ts';
import { createToyRecords, createToySubject, createToyTable, FIND_TOY, TOY } from './toy-parcel.ts';

const NO = 'TP0001';
const OTHER_NO = 'TP0002';
const AGENT = 'agent-1' as AgentId;
const NOW = Date.parse('2026-06-12T08:00:00+08:00');
const PROMISED = Date.parse('2026-06-12T12:00:00+08:00');

const folder = createExportFolder();
afterAll(() => folder.remove());

const toyFile = (...rows: readonly (readonly string[])[]) =>
  folder.writeCsv([['包裹编号', '包裹状态', '承诺送达', '货值'], ...rows]);
const ON_ITS_WAY = [NO, '运输中', '2026-06-12 12:00:00', '88.00'];
const LATE = [OTHER_NO, '运输中', '2026-06-12 18:00:00', '12.00'];
const ARRIVED = [NO, '已签收', '2026-06-12 12:00:00', '88.00'];

/** A core whose lists hold a toy, and which knows it from nowhere else. */
function aToyShop() {
  const { db } = createMemoryStore();
  createToyTable(db);
  insertAgent(db, { id: AGENT });
  const clock = createFakeClock(NOW);
  const core = createCore({
    db,
    clock,
    recordSpecs: [createToyRecords],
    subjectModules: () => [createToySubject(db)],
  });
  const shop = core.shops.add({ platform: 'taobao', name: '示例旗舰店' });
  const subject = asSubject(TOY, `${shop.id}/${NO}`);
  const actor = () => ({ agentId: AGENT, nowMs: clock.now() });
  const cards = (overrides: Partial<ReturnType<typeof aQueueQuery>> = {}) =>
    core.queue.page({ ...aQueueQuery(clock.now()), bucket: 'all', ...overrides }).rows;
  return {
    db,
    core,
    clock,
    shop,
    subject,
    actor,
    cards,
    importFile(path: string) {
      clock.advanceBy(MINUTE);
      const outcome = core.importFile({ path, shop, agentId: AGENT, isDryRun: false });
      if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
      return outcome.run;
    },
    task() {
      const task = core.stores.tasks.listForSubject(subject)[0];
      if (!task) throw new Error('No task about the toy');
      return task;
    },
  };
}

let toy: ReturnType<typeof aToyShop>;
beforeEach(() => {
  toy = aToyShop();
});

describe('H6: a subject that only the lists know', () => {
  it('comes by a file, and its rule makes a card that says what it is', () => {
    toy.importFile(toyFile(ON_ITS_WAY, LATE));
    expect(toy.cards().map(({ summary, task, shopName }) => [summary.title, task.reason, shopName])).toEqual([
      [NO, `${NO} 应于一小时内送达`, '示例旗舰店'],
      [OTHER_NO, `${OTHER_NO} 应于一小时内送达`, '示例旗舰店'],
    ]);
    const counts = toy.core.queue.count({ ...aQueueQuery(NOW), bucket: 'all' }, NOW);
    expect(counts.byKind[FIND_TOY]).toBe(2);
    expect(counts.amountAtRiskFen).toBe(10_000);
  });

  it('is found by its words, and by nothing else', () => {
    toy.importFile(toyFile(ON_ITS_WAY, LATE));
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
    toy.importFile(toyFile(ON_ITS_WAY));
    const titles: string[] = [];
    const reminders = createReminders({
      show: ({ title }) => void titles.push(title),
      summarise: toy.core.subjects.summarise,
      isSoundOn: () => false,
      playSound: () => {},
      open: () => {},
      snooze: () => {},
      complete: () => {},
    });
    const scheduler = createScheduler({
      store: toy.core.stores.tasks,
      periods: toy.core.duties.periods,
      clock: toy.clock,
      remind: reminders.remind,
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
    toy.importFile(toyFile(ON_ITS_WAY));
    const { id } = toy.importFile(toyFile(ARRIVED));
    expect(toy.task()).toMatchObject({ state: 'cancelled', cancelReason: '包裹已签收' });
    toy.core.undoImport(id, AGENT);
    expect(toy.task()).toMatchObject({ state: 'open', dueAtMs: PROMISED - HOUR });
    expect(toy.cards()).toHaveLength(1);
  });

  it('goes with its tasks when the file that brought it is taken back', () => {
    const { id } = toy.importFile(toyFile(ON_ITS_WAY));
    toy.core.undoImport(id, AGENT);
    expect(toy.core.stores.tasks.listForSubject(toy.subject)).toEqual([]);
    expect(toy.cards()).toEqual([]);
  });

  it('is looked at again when the settings of its shop change, while it can still matter', () => {
    toy.importFile(toyFile(ON_ITS_WAY, LATE));
    const { ruled } = toy.core.subjects.moduleOf(TOY);
    expect(ruled?.listLive(toy.shop.id)).toHaveLength(2);
    toy.importFile(toyFile(ARRIVED));
    expect(ruled?.listLive(toy.shop.id)).toHaveLength(1);
  });

  it('is in the export of what is to do', () => {
    toy.importFile(toyFile(ON_ITS_WAY));
    const { rows } = toy.core.tables.tasks(null);
    expect([...rows].map((row) => row.slice(0, 2))).toEqual([['查玩具包裹', '查物流']]);
  });
});

describe('H6: a subject that was left out of a list', () => {
  it('stops the queue with the name of the list, and is no blank card', () => {
    const path = toyFile(ON_ITS_WAY);
    const { db, core: whole, importFile } = toy;
    importFile(path);
    const core = createCore({
      db,
      clock: whole.clock,
      recordSpecs: [createToyRecords],
      subjectModules: () => [],
    });
    expect(() => core.queue.page({ ...aQueueQuery(NOW), bucket: 'all' })).toThrow(/toy-parcel.*modules\.ts/);
  });

  it('is no subject to the page', () => {
    expect(SubjectRef.safeParse({ kind: 'parcel-nobody-registered', id: '1' }).success).toBe(false);
    expect(TaskKind.safeParse('kind-nobody-registered').success).toBe(false);
  });

  it('is no file that can be imported', () => {
    const path = toyFile(ON_ITS_WAY);
    const { db, core: whole } = toy;
    const core = createCore({ db, clock: whole.clock, subjectModules: () => [createToySubject(db)] });
    const [shop] = whole.shops.list();
    if (!shop) throw new Error('The shop is there');
    expect(core.importFile({ path, shop, agentId: AGENT, isDryRun: true }).kind).toBe('unreadable');
  });

  it('cannot stand in the list twice', () => {
    const { db, clock } = toy.core;
    const twice = () => [createToySubject(db), createToySubject(db)];
    expect(() => createCore({ db, clock, subjectModules: twice })).toThrow(/one kind/);
  });
});

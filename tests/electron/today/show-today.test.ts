import { beforeEach, describe, expect, it } from 'vitest';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { agentNamed, openShopFloor, orderOf, signInAs } from '../../support/main-side/a-shop-floor.ts';
import { askMain } from '../../support/main-side/ask-main.ts';
import { createMainSide, type MainSide } from '../../support/main-side/create-main-side.ts';
import { beijing } from '../../support/records/an-order.ts';

let main: MainSide;

/** Nine in the morning; the unpaid orders of the floor are chased all day. */
beforeEach(() => {
  main = createMainSide({ startsAtMs: beijing('2026-06-10 09:00') });
  openShopFloor(main, { orderCount: 2, hasScripts: false });
});

const show = () => askMain(main, 'today.show', { shopId: null });

const promise = (text: string, afterMs: number) =>
  askMain(main, 'tasks.create', {
    subject: asSubject('order', orderOf(main, '山间一壶茶').id),
    text,
    dueAtMs: main.clock.now() + afterMs,
    ownerId: main.core.session.requireAgentId(),
  });

describe('issue 14.2: the day says by itself what there is to do', () => {
  it('tells how old the orders of each shop are, and where there is no report yet', async () => {
    expect((await show()).data).toMatchObject([
      { shopName: '示例旗舰店', asOfMs: main.clock.now() },
      { shopName: '示例生活馆', asOfMs: null },
    ]);
  });

  it('parts the day into now, the next hour and later, each matter once, in the agent’s own words and money', async () => {
    const { core } = main;
    // Both orders of the floor have a chase that has come up.
    const before = await show();
    await promise('半小时后回电话', 30 * MINUTE);
    await promise('晚上再问', 9 * HOUR);
    await promise('明天再问', DAY);
    const { ahead } = await show();
    const all = core.queue.count(
      { bucket: 'todo', shopId: null, kind: null, owner: null, text: '' },
      core.session.actor(),
    );
    expect(ahead.now).toEqual(all.byTab.todo);
    const of = (day: typeof ahead) => day.now.count + day.hour.count + day.later.count;
    // The promises are about an order that is before the agent already: no matter is counted twice.
    expect(of(ahead)).toBe(of(before.ahead));
    expect(ahead.kinds.reduce((sum, { count }) => sum + count, 0)).toBe(of(ahead));
  });

  it('leaves out what a colleague has, and what is of another day', async () => {
    const { id } = agentNamed(main, '知夏');
    await askMain(main, 'tasks.create', {
      subject: asSubject('agent', id),
      text: '给知夏的',
      dueAtMs: main.clock.now() + 5 * MINUTE,
      ownerId: id,
    });
    const mine = (await show()).ahead;
    signInAs(main, '知夏');
    const theirs = (await show()).ahead;
    expect(theirs.hour.count).toBe(mine.hour.count + 1);
  });

  it('counts what was done since midnight, and takes it off again with its undo', async () => {
    await promise('现在就做', MINUTE);
    main.clock.advanceBy(2 * MINUTE);
    const task = main.core.stores.tasks
      .listToDo(asSubject('order', orderOf(main, '山间一壶茶').id))
      .find(({ kind }) => kind === 'follow-up');
    if (!task) throw new Error('The promise has no task');
    expect((await show()).done.tasks).toBe(0);
    const { activityId } = await askMain(main, 'tasks.complete', { id: task.id, reason: null, note: null });
    expect((await show()).done.tasks).toBe(1);
    expect(main.core.showToday(agentNamed(main, '知夏').id, null).done.tasks).toBe(0);
    expect(main.core.showToday(null, null).done.tasks).toBe(1);
    await askMain(main, 'activities.undo', { activityId });
    expect((await show()).done.tasks).toBe(0);
    await askMain(main, 'tasks.complete', { id: task.id, reason: null, note: null });
    main.clock.advanceBy(DAY);
    expect((await show()).done.tasks).toBe(0);
  });

  it('says by the roster who is to work now, and leaves out an absence that is noted', async () => {
    signInAs(main, '亦安');
    const date = '2026-06-10';
    const shift = (name: '小满' | '知夏', code: 'A' | 'F') => ({
      date,
      agentId: agentNamed(main, name).id,
      code,
    });
    await askMain(main, 'roster.set', { changes: [shift('小满', 'A'), shift('知夏', 'F')] });
    expect((await show()).onDuty).toEqual([
      { name: '小满', shift: '早1班', untilMs: beijing('2026-06-10 16:30') },
    ]);
    await askMain(main, 'roster.setAbsent', { date, agentId: agentNamed(main, '小满').id, isAbsent: true });
    expect((await show()).onDuty).toEqual([]);
  });

  it('shows the sheet of the shift before until it is signed', async () => {
    const { id } = await askMain(main, 'handovers.begin', undefined);
    await askMain(main, 'handovers.give', { id, receiverId: null, pin: null });
    expect((await show()).handovers).toEqual([]);
    signInAs(main, '知夏');
    expect((await show()).handovers).toMatchObject([{ id, giverName: '小满' }]);
  });
});

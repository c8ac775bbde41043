import { beforeEach, describe, expect, it } from 'vitest';
import type { HandoverId } from '../../../shared/domain/handovers/handover.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import { asSubject, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { DAY, HOUR } from '../../../shared/time/durations.ts';
import { agentNamed, openShopFloor, orderOf, signInAs } from '../../support/main-side/a-shop-floor.ts';
import { askMain, replyOf } from '../../support/main-side/ask-main.ts';
import { createMainSide, type MainSide } from '../../support/main-side/create-main-side.ts';
import { beijing } from '../../support/records/an-order.ts';

let main: MainSide;
let order: SubjectRef;

/** 23:00, the end of an evening: 小满 leaves, 知夏 comes, 亦安 leads. */
beforeEach(() => {
  main = createMainSide({ startsAtMs: beijing('2026-06-10 23:00') });
  openShopFloor(main, { orderCount: 2, hasScripts: false });
  order = asSubject('order', orderOf(main, '山间一壶茶').id);
});

const me = () => main.core.session.requireAgentId();

async function promise(text: string, afterMs: number, subject = order): Promise<TaskId> {
  const { activityId } = await askMain(main, 'tasks.create', {
    subject,
    text,
    dueAtMs: main.clock.now() + afterMs,
    ownerId: me(),
  });
  const taskId = main.core.stores.activities.get(activityId)?.taskId;
  if (!taskId) throw new Error('The promise has no task');
  return taskId;
}

const begin = async () => (await askMain(main, 'handovers.begin', undefined)).id;
const detail = (id: HandoverId) => askMain(main, 'handovers.detail', { id });
const give = (id: HandoverId, to: string | null = null, pin: string | null = null) =>
  askMain(main, 'handovers.give', { id, receiverId: to === null ? null : agentNamed(main, to).id, pin });
const receive = (id: HandoverId, pin: string | null = null) =>
  askMain(main, 'handovers.receive', { id, pin });
const refused = async (reply: Promise<unknown>) => (await reply) as { failure: { message: string } };

describe('H2: a shift leaves its open work to the next', () => {
  it('begins with what is open: own tasks and promises of the next day, the earliest first', async () => {
    const later = await promise('给客户看色卡', 9 * HOUR);
    const sooner = await promise('回复尺码', 2 * HOUR);
    await promise('下周再问', 6 * DAY);
    const { lines, sheet, isOwn } = await detail(await begin());
    expect(lines.map(({ taskId }) => taskId)).toEqual([sooner, later]);
    expect(lines[0]).toMatchObject({
      customer: '山间一壶茶',
      reason: '回复尺码',
      isPromise: true,
      carried: 0,
    });
    expect({ state: sheet.state, isOwn }).toEqual({ state: 'draft', isOwn: true });
  });

  it('is one sheet until it is given, however often it is opened', async () => {
    expect(await begin()).toBe(await begin());
  });

  it('keeps the words of the giver, puts some first, and leaves out others with the reason', async () => {
    const sizes = await promise('回复尺码', 2 * HOUR);
    const colours = await promise('给客户看色卡', 9 * HOUR);
    const mine = await promise('问老板', 3 * HOUR);
    const id = await begin();
    const mark = (taskId: TaskId, words: object) =>
      askMain(main, 'handovers.mark', {
        id,
        mark: { taskId, toDo: null, leftOut: null, isFirst: false, ...words },
      });
    await mark(colours, { isFirst: true, toDo: '拍两张，带窗光' });
    await mark(mine, { leftOut: '我明天自己问' });
    const { lines } = await detail(id);
    expect(lines.map(({ taskId }) => taskId)).toEqual([colours, sizes, mine]);
    expect(lines[0]).toMatchObject({ toDo: '拍两张，带窗光' });
    await give(id);
    signInAs(main, '知夏');
    await receive(id, '1234');
    const owner = (taskId: TaskId) => main.core.stores.tasks.get(taskId)?.ownerId;
    expect(owner(colours)).toBe(me());
    expect(owner(mine)).toBe(agentNamed(main, '小满').id);
  });

  it('waits for the next shift as a task and a strip, until it is signed by PIN; then its items are theirs', async () => {
    const taskId = await promise('回复尺码', 2 * HOUR);
    const id = await begin();
    await askMain(main, 'handovers.note', { id, note: '旺旺 2 号掉线' });
    expect(await give(id)).toMatchObject({ message: '已交给下一班，共 1 项' });
    expect(await askMain(main, 'handovers.waiting', undefined)).toEqual([]);

    signInAs(main, '知夏');
    expect(await askMain(main, 'handovers.waiting', undefined)).toMatchObject([
      { id, giverName: '小满', count: 1 },
    ]);
    expect(await detail(id)).toMatchObject({
      sheet: { note: '旺旺 2 号掉线' },
      mayReceive: true,
      needsPin: true,
      tasks: [{ kind: 'handover', step: 'receive', reason: '小满 交接 1 项，先看再签收' }],
    });
    const wrong = await refused(replyOf(main, 'handovers.receive', { id, pin: '0000' }));
    expect(wrong.failure.message).toBe('PIN 不正确');
    main.clock.advanceBy(HOUR);
    expect(await receive(id, '1234')).toMatchObject({ message: '已签收 1 项' });
    expect(main.core.stores.tasks.get(taskId)).toMatchObject({
      ownerId: me(),
      givenById: agentNamed(main, '小满').id,
    });
    expect(await askMain(main, 'handovers.waiting', undefined)).toEqual([]);
    expect((await detail(id)).tasks).toEqual([]);
  });

  it('ticks by itself what was done, or proven, since it was given', async () => {
    const taskId = await promise('回复尺码', 2 * HOUR);
    const id = await begin();
    await give(id);
    await askMain(main, 'tasks.complete', { id: taskId, reason: null, note: null });
    expect((await detail(id)).lines).toMatchObject([{ result: '已完成' }]);
    expect(await askMain(main, 'handovers.list', undefined)).toMatchObject([{ count: 1, openCount: 0 }]);
    signInAs(main, '亦安');
    await receive(id);
    expect(main.core.stores.tasks.get(taskId)?.ownerId).toBe(agentNamed(main, '小满').id);
  });

  it('counts how often an item is carried on, and gives it to the lead the fourth time', async () => {
    const taskId = await promise('回复尺码', 10 * HOUR);
    const takers = ['知夏', '小满', '知夏', '小满'] as const;
    for (const [carried, name] of takers.entries()) {
      const id = await begin();
      expect((await detail(id)).lines).toMatchObject([{ taskId, carried }]);
      await give(id, name, name === '小满' ? '1234' : null);
      signInAs(main, name);
      await receive(id, name === '知夏' ? '1234' : null);
      main.clock.advanceBy(HOUR);
    }
    expect(main.core.stores.tasks.get(taskId)?.ownerId).toBe(agentNamed(main, '亦安').id);
  });

  it('is for the agent who is named, and for oneself on a day alone', async () => {
    const id = await begin();
    await give(id, '知夏');
    expect((await refused(replyOf(main, 'handovers.receive', { id, pin: null }))).failure.message).toBe(
      '该交接单是交给知夏的',
    );
    const own = await begin();
    await give(own, '小满');
    expect(await receive(own)).toMatchObject({ message: '已签收 0 项' });
  });

  it('is given once, received once, changed by its giver alone, and signed at no time before it was given', async () => {
    const id = await begin();
    signInAs(main, '亦安');
    const note = () => refused(replyOf(main, 'handovers.note', { id, note: '不是我的' }));
    expect((await note()).failure.message).toBe('只能改自己的交接单');
    signInAs(main, '小满');
    await give(id);
    expect(
      (await refused(replyOf(main, 'handovers.give', { id, receiverId: null, pin: null }))).failure.message,
    ).toBe('该交接单已交出，不能再改');
    signInAs(main, '亦安');
    main.clock.jumpTo(main.clock.now() - 2 * HOUR);
    const early = await refused(replyOf(main, 'handovers.receive', { id, pin: null }));
    expect(early.failure.message).toContain('请先校对本机时间');
    main.clock.jumpTo(main.clock.now() + 3 * HOUR);
    await receive(id);
    const twice = await refused(replyOf(main, 'handovers.receive', { id, pin: null }));
    expect(twice.failure.message).toMatch(/^亦安已在 .* 签收该交接单$/);
  });

  it('comes back to the giver by an undo, as long as the next shift has not signed', async () => {
    const id = await begin();
    const { activityId } = await give(id);
    await askMain(main, 'activities.undo', { activityId });
    expect((await detail(id)).sheet.state).toBe('draft');
    const again = await give(id);
    signInAs(main, '亦安');
    await receive(id);
    const late = await refused(replyOf(main, 'activities.undo', { activityId: again.activityId }));
    expect(late.failure.message).toBeDefined();
    expect((await detail(id)).sheet.state).toBe('received');
  });

  it('reads in the group chat as on the screen, and leaves as a table', async () => {
    await promise('回复尺码', 2 * HOUR);
    const id = await begin();
    const { text } = await detail(id);
    expect(text.split('\n')).toEqual([
      '【交接】小满 → 下一班　06-10 23:00',
      expect.stringMatching(/^1\. 山间一壶茶 \d+：回复尺码，已答应客户 06-11 01:00$/),
      expect.stringMatching(/^全部待办 \d+ 项，涉及 ¥/),
    ]);
    const { columns, rows } = main.core.handoverView.table(id);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toHaveLength(columns.length);
  });
});

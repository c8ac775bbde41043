import { beforeEach, describe, expect, it } from 'vitest';
import type { BulletinId } from '../../../shared/domain/bulletins/bulletin.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { DAY, HOUR, SECOND } from '../../../shared/time/durations.ts';
import { agentNamed, openShopFloor, signInAs } from '../../support/main-side/a-shop-floor.ts';
import { askMain, replyOf } from '../../support/main-side/ask-main.ts';
import { createMainSide, type MainSide } from '../../support/main-side/create-main-side.ts';
import { beijing } from '../../support/records/an-order.ts';

let main: MainSide;

/** 亦安 leads; 小满 and 知夏 are to read. */
beforeEach(() => {
  main = createMainSide({ startsAtMs: beijing('2026-06-10 10:00') });
  openShopFloor(main, { orderCount: 1, hasScripts: false });
  signInAs(main, '亦安');
});

const WORDS = {
  topic: 'promotion',
  title: '618 满减',
  body: '满 300 减 40，跨店可用',
  mustReadByMs: null,
} as const;

async function publish(words: Partial<Record<keyof typeof WORDS, unknown>> = {}): Promise<BulletinId> {
  const { id } = await askMain(main, 'bulletins.begin', undefined);
  await askMain(main, 'bulletins.edit', { id, words: { ...WORDS, ...words } as never });
  await askMain(main, 'bulletins.publish', { id });
  return id;
}

const detail = (id: BulletinId) => askMain(main, 'bulletins.detail', { id });
const read = (id: BulletinId, openMs = 6 * SECOND) => askMain(main, 'bulletins.read', { id, openMs });
const tasksOf = (id: BulletinId) => main.core.stores.tasks.listToDo(asSubject('bulletin', id));
const ownersOf = (id: BulletinId, step: string) =>
  tasksOf(id)
    .filter((task) => task.step === step)
    .map(({ ownerId }) => (ownerId && main.core.stores.agents.get(ownerId)?.name) ?? '')
    .toSorted((a, b) => a.localeCompare(b, 'zh'));
async function refusal(reply: Promise<unknown>): Promise<string> {
  const { failure } = (await reply) as { failure: { message: string } };
  return failure.message;
}

describe('K8: what the lead tells the team is read, and proven to be', () => {
  it('is a draft of its author until it is published, and then a task of everybody else', async () => {
    const { id } = await askMain(main, 'bulletins.begin', undefined);
    expect(await askMain(main, 'bulletins.begin', undefined)).toEqual({ id });
    expect(tasksOf(id)).toEqual([]);
    expect(await askMain(main, 'bulletins.list', undefined)).toEqual([]);
    await askMain(main, 'bulletins.edit', { id, words: WORDS });
    expect(await askMain(main, 'bulletins.publish', { id })).toMatchObject({ message: '已发布「618 满减」' });
    expect(ownersOf(id, 'read')).toEqual(['小满', '知夏']);
    signInAs(main, '小满');
    expect((await askMain(main, 'today.show', { shopId: null })).bulletins).toMatchObject([
      { id, title: '618 满减', isUnread: true },
    ]);
  });

  it('ends the task of each agent who has had it open for five seconds and said so', async () => {
    const id = await publish();
    signInAs(main, '小满');
    expect(await refusal(replyOf(main, 'bulletins.read', { id, openMs: 4999 }))).toBe(
      '请先看完通知，再点已读',
    );
    const { activityId } = await read(id);
    expect(ownersOf(id, 'read')).toEqual(['知夏']);
    expect(await detail(id)).toMatchObject({
      isUnread: false,
      readers: [
        { name: '知夏', readAtMs: null },
        { name: '小满', readAtMs: main.clock.now() },
      ],
    });
    await askMain(main, 'activities.undo', { activityId });
    expect(ownersOf(id, 'read')).toEqual(['小满', '知夏']);
  });

  it('tells the author by then who has not read it, and no more once all have', async () => {
    const id = await publish({ mustReadByMs: main.clock.now() + DAY });
    const told = tasksOf(id).find(({ step }) => step === 'unread');
    expect(told).toMatchObject({
      ownerId: agentNamed(main, '亦安').id,
      dueAtMs: main.clock.now() + DAY,
      reason: expect.stringMatching(/^2 人未读：/),
    });
    for (const name of ['小满', '知夏'] as const) {
      signInAs(main, name);
      await read(id);
    }
    expect(tasksOf(id)).toEqual([]);
  });

  it('has to be read anew when its words were changed, and not for another time', async () => {
    const id = await publish();
    signInAs(main, '小满');
    await read(id);
    main.clock.advanceBy(HOUR);
    signInAs(main, '亦安');
    const later = { ...WORDS, mustReadByMs: main.clock.now() + DAY };
    await askMain(main, 'bulletins.edit', { id, words: later });
    expect(ownersOf(id, 'read')).toEqual(['知夏']);
    const { message } = await askMain(main, 'bulletins.edit', {
      id,
      words: { ...later, body: '满 300 减 50' },
    });
    expect(message).toBe('已修改，大家会重新读到');
    expect(ownersOf(id, 'read')).toEqual(['小满', '知夏']);
  });

  it('is also for an agent who comes later, and not for one who has gone', async () => {
    const id = await publish();
    const { id: newcomer } = await askMain(main, 'agents.create', { name: '新同事', role: 'agent' });
    expect(ownersOf(id, 'read')).toContain('新同事');
    await askMain(main, 'agents.update', { id: newcomer, name: '新同事', role: 'agent', isArchived: true });
    expect(ownersOf(id, 'read')).not.toContain('新同事');
  });

  it('is closed by a lead, who alone writes, and stays to be looked up', async () => {
    const id = await publish();
    signInAs(main, '小满');
    expect(await refusal(replyOf(main, 'bulletins.begin', undefined))).toBe('须由主管或经理操作');
    expect(await refusal(replyOf(main, 'bulletins.close', { id }))).toBe('须由主管或经理操作');
    expect(await detail(id)).toMatchObject({ mayEdit: false });
    signInAs(main, '亦安');
    await askMain(main, 'bulletins.close', { id });
    expect(tasksOf(id)).toEqual([]);
    expect(await askMain(main, 'bulletins.list', undefined)).toMatchObject([{ id, state: 'closed' }]);
    expect(await refusal(replyOf(main, 'bulletins.edit', { id, words: WORDS }))).toBe(
      '该通知已关闭，不能再改',
    );
    expect(await refusal(replyOf(main, 'bulletins.close', { id }))).toBe('只有已发布的通知可以关闭');
  });

  it('is not published without words, twice, or with a time that is over', async () => {
    const { id } = await askMain(main, 'bulletins.begin', undefined);
    const publishing = () => refusal(replyOf(main, 'bulletins.publish', { id }));
    expect(await publishing()).toBe('标题和内容都要写，再发布');
    const late = { ...WORDS, mustReadByMs: main.clock.now() - HOUR };
    await askMain(main, 'bulletins.edit', { id, words: late });
    expect(await publishing()).toBe('最晚阅读时间已过，请改到以后');
    await askMain(main, 'bulletins.edit', { id, words: WORDS });
    await askMain(main, 'bulletins.publish', { id });
    expect(await publishing()).toBe('该通知已经发布');
  });

  it('is nobody’s promise: it is not on the sheet of a shift', async () => {
    await publish();
    signInAs(main, '小满');
    const { id } = await askMain(main, 'handovers.begin', undefined);
    expect((await askMain(main, 'handovers.detail', { id })).lines).toEqual([]);
  });
});

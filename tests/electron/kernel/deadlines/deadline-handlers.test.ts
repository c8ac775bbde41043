import { beforeEach, describe, expect, it } from 'vitest';
import { asSubject, type SubjectRef } from '../../../../shared/domain/subjects/subject.ts';
import { DAY, HOUR } from '../../../../shared/time/durations.ts';
import { openShopFloor, orderOf } from '../../../support/main-side/a-shop-floor.ts';
import { askMain, replyOf } from '../../../support/main-side/ask-main.ts';
import { createMainSide, type MainSide } from '../../../support/main-side/create-main-side.ts';
import { beijing } from '../../../support/records/an-order.ts';

const NOW = beijing('2026-06-10 14:30');

let main: MainSide;
let orders: SubjectRef[];
let changed: unknown[];

beforeEach(() => {
  main = createMainSide({ startsAtMs: NOW });
  openShopFloor(main, { orderCount: 2, hasScripts: false });
  orders = ['山间一壶茶', '夏天的风呀'].map((nick) => asSubject('order', orderOf(main, nick).id));
  changed = [];
  main.bridge.subscribe('subjects.changed', (payload) => changed.push(payload));
});

const set = async (source: 'manual' | 'agreed') => {
  for (const subject of orders)
    await askMain(main, 'deadlines.set', { subject, kind: 'reply', source, atMs: NOW + DAY });
};
const endsOf = () =>
  orders.map(({ kind, id }) =>
    main.core.stores.deadlines.listOf(kind, [id]).map(({ source, atMs, reason }) => [source, atMs, reason]),
  );

describe('what the page asks about deadlines', () => {
  it('names an end by hand or as agreed, and the task of it is there', async () => {
    await set('agreed');
    expect(endsOf()).toEqual([[['agreed', NOW + DAY, null]], [['agreed', NOW + DAY, null]]]);
    for (const subject of orders) {
      expect(changed).toContainEqual({ subjects: [subject] });
      const tasks = main.core.stores.tasks.listToDo(subject);
      expect(tasks.find(({ kind }) => kind === 'deadline')).toMatchObject({ dueAtMs: NOW + DAY - HOUR });
    }
  });

  it('puts off many at once', async () => {
    await set('manual');
    const extension = { subjects: orders, kind: 'reply', byMs: 2 * DAY, reason: '端午放假' } as const;
    expect((await askMain(main, 'deadlines.extend', extension)).message).toBe('已顺延 2 项截止时间');
    const later = [['manual', NOW + 3 * DAY, '端午放假']];
    expect(endsOf()).toEqual([later, later]);
    expect(changed.at(-1)).toEqual({ subjects: orders });
  });

  it.each([
    ['in the name of a file', { source: 'file' }],
    ['of a kind that there is not', { kind: 'strange' }],
    ['at no time', { atMs: '明天' }],
  ])('refuses an end %s', async (_name, wrong) => {
    const input = { subject: orders[0], kind: 'reply', source: 'manual', atMs: NOW + DAY, ...wrong };
    expect(await replyOf(main, 'deadlines.set', input)).toMatchObject({ failure: { code: 'invalid-input' } });
    expect(endsOf()).toEqual([[], []]);
  });

  it('has nothing to put off about what has only a timeline', async () => {
    const subject = asSubject('script', 'script-1');
    const extension = { subjects: [subject], kind: 'reply', byMs: DAY, reason: '放假' };
    expect(await replyOf(main, 'deadlines.extend', extension)).toMatchObject({
      failure: { code: 'not-found', message: '所选对象没有可顺延的截止时间' },
    });
  });

  it('refuses whoever is not signed in', async () => {
    await set('manual');
    main.core.session.lock();
    const failure = { code: 'invalid-input', message: '请先登录' };
    const [subject] = orders;
    const byHand = { subject, kind: 'reply', source: 'manual', atMs: NOW + DAY };
    const extension = { subjects: orders, kind: 'reply', byMs: DAY, reason: '放假' };
    expect(await replyOf(main, 'deadlines.set', byHand)).toMatchObject({ failure });
    expect(await replyOf(main, 'deadlines.extend', extension)).toMatchObject({ failure });
  });
});

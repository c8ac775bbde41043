import { beforeEach, describe, expect, it } from 'vitest';
import { asSubject, type SubjectRef } from '../../../../shared/domain/subjects/subject.ts';
import { HOUR } from '../../../../shared/time/durations.ts';
import { agentNamed, openShopFloor, orderOf } from '../../../support/main-side/a-shop-floor.ts';
import { askMain, replyOf } from '../../../support/main-side/ask-main.ts';
import { createMainSide, type MainSide } from '../../../support/main-side/create-main-side.ts';
import { beijing } from '../../../support/records/an-order.ts';

const NOW = beijing('2026-06-10 14:30');

let main: MainSide;
let subject: SubjectRef;

beforeEach(() => {
  main = createMainSide({ startsAtMs: NOW });
  openShopFloor(main, { orderCount: 1, hasScripts: false });
  subject = asSubject('order', orderOf(main, '山间一壶茶').id);
});

const notReached = () => ({ kind: 'not-reached', nextTryAtMs: NOW + HOUR }) as const;

describe('what the page asks about contact attempts', () => {
  it('records one, and the next try is a task of whoever tried', async () => {
    const changed: unknown[] = [];
    main.bridge.subscribe('subjects.changed', (payload) => changed.push(payload));
    await askMain(main, 'contacts.record', {
      subject,
      channel: 'phone',
      result: notReached(),
      said: ' 无人接听 ',
    });
    expect(main.core.stores.contactAttempts.listOf(subject)).toMatchObject([{ said: '无人接听' }]);
    const tasks = main.core.stores.tasks.listToDo(subject);
    expect(tasks.find(({ kind }) => kind === 'contact-retry')).toMatchObject({
      dueAtMs: NOW + HOUR,
      ownerId: agentNamed(main, '小满').id,
    });
    expect(changed).toContainEqual({ subjects: [subject] });
  });

  it.each([
    ['without the time of the next try', { result: { kind: 'not-reached' } }],
    ['by a channel that there is not', { channel: 'pigeon' }],
  ])('refuses one %s', async (_name, wrong) => {
    const input = { subject, channel: 'phone', result: notReached(), ...wrong };
    expect(await replyOf(main, 'contacts.record', input)).toMatchObject({
      failure: { code: 'invalid-input' },
    });
    expect(main.core.stores.contactAttempts.listOf(subject)).toEqual([]);
  });

  it('refuses whoever is not signed in', async () => {
    main.core.session.lock();
    const input = { subject, channel: 'phone', result: { kind: 'reached' } };
    expect(await replyOf(main, 'contacts.record', input)).toMatchObject({
      failure: { message: '请先登录' },
    });
  });
});

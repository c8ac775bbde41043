import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createAnswerCall, type Handlers } from '../../../electron/ipc/answer-calls.ts';
import { createWhenFree } from '../../../electron/platform/when-free.ts';
import { explainStorage } from '../../../electron/store/state/storage-failure.ts';
import { AppError } from '../../../shared/errors.ts';
import { CHANNELS } from '../../support/channels.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMainSide } from '../../support/main-side/create-main-side.ts';
import { insertAgent } from '../../support/memory-store.ts';

const ORIGIN = 'xiaoer://app';
const OWN_PAGE = { senderFrame: { url: `${ORIGIN}/index.html`, parent: null } };
const NOW = Date.UTC(2026, 5, 10, 6, 30);

/** The edge over the real handlers, of which a test replaces some. */
function createEdge(replaced: Partial<Handlers> = {}) {
  const bugs: { readonly channel: string; readonly error: unknown }[] = [];
  const clock = createFakeClock(NOW);
  const answerCall = createAnswerCall({
    handlers: { ...createMainSide({ startsAtMs: NOW }).handlers, ...replaced },
    pageOrigin: ORIGIN,
    admit: () => {},
    whenFree: createWhenFree(clock, () => false),
    explain: (error) => explainStorage(error, join(tmpdir(), 'xiaoer.db')),
    reportBug: (channel, error) => void bugs.push({ channel, error }),
  });
  return { answerCall, bugs, clock };
}

function busy(): never {
  throw Object.assign(new Error('database is locked'), { code: 'SQLITE_BUSY' });
}

describe('the edge between page and main', () => {
  it('answers its own page', async () => {
    const { answerCall } = createEdge();
    expect(await answerCall('app.state', OWN_PAGE, undefined)).toMatchObject({
      ok: true,
      value: { isFirstRun: true, nowMs: NOW },
    });
  });

  it('F15: says in words that what a call names is gone', async () => {
    const { answerCall, bugs } = createEdge({
      'session.lock': () => {
        throw Object.assign(new Error('constraint'), { code: 'SQLITE_CONSTRAINT_FOREIGNKEY' });
      },
    });
    expect(await answerCall('session.lock', OWN_PAGE, undefined)).toMatchObject({
      ok: false,
      failure: { code: 'not-found', message: '操作的对象已不存在，没有改动；请刷新后重试' },
    });
    expect(bugs).toHaveLength(1);
  });

  it('F15: refuses a moment that no calendar shows', async () => {
    const { answerCall } = createEdge();
    for (const untilMs of [Date.UTC(9999, 0, 1), -1, Number.MAX_SAFE_INTEGER])
      expect(
        await answerCall('tasks.snooze', OWN_PAGE, { id: 'task-1', untilMs, reason: null, note: null }),
      ).toMatchObject({ ok: false, failure: { code: 'invalid-input' } });
  });

  it.each([
    ['another page', { url: 'https://example.com/index.html', parent: null }],
    ['a page whose address only begins like ours', { url: `${ORIGIN}.example.com/`, parent: null }],
    ['a frame inside our page', { url: `${ORIGIN}/index.html`, parent: {} }],
  ])('answers nothing to %s, and does nothing for it', async (_name, senderFrame) => {
    let asked = 0;
    const { answerCall, bugs } = createEdge({ 'session.lock': () => void asked++ });
    expect(await answerCall('session.lock', { senderFrame }, undefined)).toEqual({
      ok: false,
      failure: { code: 'invalid-input', message: '请求来自未知窗口' },
    });
    expect(await answerCall('session.lock', { senderFrame: null }, undefined)).toMatchObject({ ok: false });
    expect([asked, bugs]).toEqual([0, []]);
  });

  it.each([['shell.run'], ['toString'], [undefined], [{ name: 'session.lock' }]])(
    'knows no channel but those of the contract: %s',
    async (channel) => {
      const { answerCall, bugs } = createEdge();
      expect(await answerCall(channel, OWN_PAGE, undefined)).toEqual({
        ok: false,
        failure: { code: 'invalid-input', message: '没有这项功能' },
      });
      expect(bugs).toEqual([]);
    },
  );

  it('hands no handler what its contract does not allow', async () => {
    const given: unknown[] = [];
    const { answerCall, bugs } = createEdge({
      'orders.find': (input) => {
        given.push(input);
        return [];
      },
    });
    for (const input of [undefined, {}, { text: 1 }, 'text'])
      expect(await answerCall('orders.find', OWN_PAGE, input)).toEqual({
        ok: false,
        failure: { code: 'invalid-input', message: '输入不符合要求' },
      });
    await answerCall('orders.find', OWN_PAGE, { text: '茶', sneaked: 'in' });
    expect(given).toEqual([{ text: '茶' }]);
    expect(bugs).toEqual([]);
  });

  it('passes on what an agent can act on as data, with its code', async () => {
    const { answerCall, bugs } = createEdge({
      'orders.find': () => {
        throw new AppError('conflict', '该订单已关闭');
      },
    });
    expect(await answerCall('orders.find', OWN_PAGE, { text: '茶' })).toEqual({
      ok: false,
      failure: { code: 'conflict', message: '该订单已关闭' },
    });
    expect(bugs).toEqual([]);
  });

  it('tells the page nothing of a bug but that there was one, and the log all of it', async () => {
    const bug = new Error('SELECT * FROM customers failed in /home/xiaoer/store.ts: 山间一壶茶');
    const { answerCall, bugs } = createEdge({
      'orders.find': () => {
        throw bug;
      },
    });
    const reply = await answerCall('orders.find', OWN_PAGE, { text: '茶' });
    expect(reply).toMatchObject({ ok: false, failure: { code: 'internal' } });
    expect(JSON.stringify(reply)).not.toMatch(/SELECT|customers|home|store\.ts|山间/);
    expect(bugs).toEqual([{ channel: 'orders.find', error: bug }]);
  });

  it('F5: says in one sentence what the disk has refused, and the log all of it', async () => {
    const full = Object.assign(new Error('database or disk is full'), { code: 'SQLITE_FULL' });
    const { answerCall, bugs } = createEdge({
      'orders.find': () => {
        throw full;
      },
    });
    expect(await answerCall('orders.find', OWN_PAGE, { text: '茶' })).toEqual({
      ok: false,
      failure: { code: 'conflict', message: expect.stringMatching(/^磁盘空间不足：.*只剩 .*请清空回收站/) },
    });
    expect(bugs).toEqual([{ channel: 'orders.find', error: full }]);
  });

  it('asks again while an import holds the store, and answers when it is free', async () => {
    let tries = 0;
    const { answerCall, bugs, clock } = createEdge({
      'orders.find': () => (++tries < 3 ? busy() : []),
    });
    const reply = answerCall('orders.find', OWN_PAGE, { text: '茶' });
    for (let turn = 0; turn < 2; turn++) {
      await expect.poll(() => clock.timerCount()).toBe(1);
      clock.advanceBy(40);
    }
    expect(await reply).toEqual({ ok: true, value: [] });
    expect([tries, bugs]).toEqual([3, []]);
  });
});

import { rescueContract } from '../../../shared/ipc/contract/rescue-contract.ts';

describe('the handlers', () => {
  it('answer their own contract in a store where nothing has happened yet', async () => {
    const main = createMainSide({ startsAtMs: NOW });
    main.core.session.signIn(insertAgent(main.db).id, null);
    const reads = [
      'app.state',
      'scripts.library',
      'imports.jobs',
      'imports.foundFiles',
      'updates.state',
    ] as const;
    for (const channel of reads)
      expect(JSON.parse(await main.bridge.invoke(channel, undefined))).toMatchObject({ ok: true });
    expect(main.bugs).toEqual([]);
  });

  it('are there for every channel of the contract but those of a lost store, and for none besides', () => {
    const { handlers } = createMainSide({ startsAtMs: NOW });
    expect(Object.keys(handlers).toSorted()).toEqual(
      CHANNELS.filter((name) => !Object.hasOwn(rescueContract, name)).toSorted(),
    );
  });
});

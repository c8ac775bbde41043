import { beforeEach, describe, expect, it } from 'vitest';
import { handoverCommand } from '../../../cli/commands/work/handover.ts';
import { promiseCommand } from '../../../cli/commands/work/promise.ts';
import { createCore } from '../../../electron/core.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore } from '../../support/memory-store.ts';
import { beijing } from '../../support/records/an-order.ts';

function aStore() {
  const { db } = createMemoryStore();
  const clock = createFakeClock(beijing('2026-06-10 23:00'));
  return { clock, core: { ...createCore({ db, clock }), close: () => {} } };
}

let store: ReturnType<typeof aStore>;
beforeEach(() => {
  store = aStore();
});

const handover = async (verb: string, values: Record<string, string>) =>
  (await handoverCommand.run({ core: store.core, positionals: [verb], values })).json;
const promise = (text: string) =>
  promiseCommand.run({ core: store.core, positionals: [text], values: { agent: '小满' } });

describe('H2: a hand-over on the command line', () => {
  it('is shown, given to the next shift, and received; its items are then the receiver’s', async () => {
    await promise('明天下午三点回复尺码');
    const item = {
      kind: '跟进',
      orderNo: null,
      promised: true,
      toDo: '回复尺码',
      dueAt: '2026-06-11T15:00:00+08:00',
      carried: 0,
      state: 'open',
    };
    expect(await handover('show', { agent: '小满' })).toMatchObject({ state: 'draft', items: [item] });
    expect(await handover('give', { agent: '小满' })).toMatchObject({ state: 'given', items: [item] });
    expect(await handover('show', { agent: '亦安' })).toMatchObject({ state: 'given', items: [item] });
    expect(await handover('receive', { agent: '亦安' })).toMatchObject({ state: 'received', items: [item] });
    const followUps = { kind: 'follow-up', state: null, dueBeforeMs: null, limit: -1 } as const;
    const owner = store.core.stores.agents.findByName('亦安');
    expect(store.core.stores.tasks.listTasks(followUps)).toMatchObject([{ ownerId: owner?.id }]);
  });

  it('refuses a receiver whom nobody knows, and a sheet that is not there', async () => {
    await expect(handover('give', { agent: '小满', to: '没有这个人' })).rejects.toThrow('没有名为');
    await expect(handover('receive', { agent: '小满' })).rejects.toThrow('没有等待签收的交接单');
    await expect(handover('show', { agent: '小满', out: 'sheet.pdf' })).rejects.toThrow('.xlsx 或 .csv');
  });
});

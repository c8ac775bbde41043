import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { promiseCommand } from '../../../cli/commands/work/promise.ts';
import { createCore } from '../../../electron/core.ts';
import { createExportFolder, exportGrid } from '../../support/export-files.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore } from '../../support/memory-store.ts';
import { beijing } from '../../support/records/an-order.ts';

const NO = '3304370000000000009';

const folder = createExportFolder();
afterAll(() => folder.remove());

function aStore() {
  const { db } = createMemoryStore();
  const core = createCore({ db, clock: createFakeClock(beijing('2026-06-10 11:00')) });
  const shop = core.shops.add({ platform: 'taobao', name: '示例旗舰店' });
  const row = { 订单编号: NO, 订单状态: '买家已付款，等待卖家发货' };
  core.importFile({
    path: folder.writeCsv(exportGrid('ERA_E', [row])),
    shop,
    agentId: null,
    isDryRun: false,
  });
  return { ...core, close: () => {} };
}

let core: ReturnType<typeof aStore>;
beforeEach(() => {
  core = aStore();
});

const promise = async (...[positionals, values = {}]: [readonly string[], Record<string, string>?]) =>
  promiseCommand.run({ core, positionals, values: { agent: '小满', ...values } });

describe('H6: a promise in words on the command line', () => {
  it('becomes a task of the agent, with the time that the words name', async () => {
    expect((await promise(['周五前回复尺码'])).json).toMatchObject({
      kind: 'follow-up',
      reason: '回复尺码',
      dueAt: '2026-06-12T10:00:00+08:00',
      orderNo: null,
      subject: { type: 'agent', no: '小满' },
      owner: '小满',
    });
  });

  it('is about the order that is named', async () => {
    expect((await promise(['20:30 让客户重拍'], { order: NO })).json).toMatchObject({
      reason: '让客户重拍',
      dueAt: '2026-06-10T20:30:00+08:00',
      orderNo: NO,
      owner: '小满',
    });
  });

  it('is refused without a time to come, and for an order that is not there, and writes nothing', async () => {
    await expect(promise(['回复尺码'])).rejects.toThrow('没有看到将来的时间');
    await expect(promise(['明天回复'], { order: '1' })).rejects.toThrow('没有编号为 1 的订单');
    await expect(promise([])).rejects.toThrow('请给出一句承诺');
    expect(core.stores.agents.list()).toEqual([]);
    const made = { kind: 'follow-up', state: null, dueBeforeMs: null, limit: -1 } as const;
    expect(core.stores.tasks.listTasks(made)).toEqual([]);
  });
});

import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { memoCommand } from '../../../cli/commands/work/memo.ts';
import { memosCommand } from '../../../cli/commands/work/memos.ts';
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
  const clock = createFakeClock(beijing('2026-06-10 11:00'));
  const core = createCore({ db, clock });
  const shop = core.shops.add({ platform: 'taobao', name: '示例旗舰店' });
  const row = { 订单编号: NO, 订单状态: '买家已付款，等待卖家发货', 商家备注: '送袜子一双' };
  const path = folder.writeCsv(exportGrid('ERA_E', [row]));
  core.importFile({ path, shop, agentId: null, isDryRun: false });
  return { core };
}

let store: ReturnType<typeof aStore>;
beforeEach(() => {
  store = aStore();
});

const invocation = (values: Record<string, string>, positionals: readonly string[]) => ({
  core: { ...store.core, close: () => {} },
  values,
  positionals,
});
const memo = async (...[positionals, values = {}]: [readonly string[], Record<string, string>?]) =>
  (await memoCommand.run(invocation({ agent: '小满', ...values }, positionals))).json;
const memos = async (values: Record<string, string> = {}) =>
  (await memosCommand.run(invocation(values, []))).json;

describe('O1: memos on the command line', () => {
  it('are copied whole, by the Chinese name of the template', async () => {
    expect(await memo([NO, '未发货'], { text: '不要了' })).toEqual({
      id: expect.any(String),
      fragment: '不要了+小满/6.10',
      fullText: '送袜子一双；不要了+小满/6.10',
      flag: 'purple',
      bytes: 39,
      state: 'copied',
    });
    expect(await memo([NO, '特殊'], { courier: '顺丰' })).toMatchObject({ fragment: '顺丰+小满/6.10' });
  });

  it('are listed with their state', async () => {
    await memo([NO, '改价']);
    expect(await memos()).toEqual([
      {
        id: expect.any(String),
        orderNo: NO,
        state: 'copied',
        fragment: '小满',
        flag: 'yellow',
        agent: '小满',
        copiedAt: '2026-06-10T11:00:00+08:00',
      },
    ]);
    expect(await memos({ state: 'unproven' })).toEqual([]);
    await expect(memos({ state: 'lost' })).rejects.toThrow(
      '--state 只能是 copied、written、proven、unproven',
    );
  });

  it.each([
    [[NO, '改加'], {}, '没有备注模板「改加」，只有 改价、未发货、已发货、特殊、可退款'],
    [['1', '改价'], {}, '没有编号为 1 的订单，请先导入它所在的报表'],
    [[' ', '改价'], {}, '请给出订单编号'],
    [[NO, '未发货'], { text: '长'.repeat(400) }, '超过上限 1000 字节'],
  ])('say what is wrong with %j %j, and change nothing', async (positionals, values, sentence) => {
    await expect(memo(positionals, values)).rejects.toThrow(sentence);
    expect(await memos()).toEqual([]);
    expect(store.core.stores.agents.findByName('小满')).toBeUndefined();
  });
});

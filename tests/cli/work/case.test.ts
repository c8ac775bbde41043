import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { caseCommand } from '../../../cli/commands/work/case.ts';
import { casesCommand } from '../../../cli/commands/work/cases.ts';
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
  const row = { 订单编号: NO, 订单状态: '买家已付款，等待卖家发货', 订单付款时间: '2026-06-10 10:00:00' };
  const path = folder.writeCsv(exportGrid('ERA_E', [row]));
  core.importFile({ path, shop, agentId: null, isDryRun: false });
  return { core };
}

let store: ReturnType<typeof aStore>;
beforeEach(() => {
  store = aStore();
});

const invocation = (values: Record<string, string | string[]>, positionals: readonly string[]) => ({
  core: { ...store.core, close: () => {} },
  values,
  positionals,
});
type Case = { readonly id: string; readonly step: string };
const run = async (positionals: readonly string[], values: Record<string, string | string[]> = {}) =>
  (await caseCommand.run(invocation({ agent: '小满', ...values }, positionals))).json as Case;
const cases = async (values: Record<string, string> = {}) =>
  (await casesCommand.run(invocation(values, []))).json;
const OPEN = ['open', 'cancellation'];
const ofOrder = (...field: string[]) => ({ order: NO, field });
const CANCEL = { order: NO, field: ['撤单原因=不想要了', 'wants=cancel'] };

describe('O2, O3: cases on the command line', () => {
  it('are opened by Chinese or English names, and led on', async () => {
    const opened = await run(['open', 'cancellation'], CANCEL);
    expect(opened).toEqual({
      id: expect.any(String),
      kind: 'cancellation',
      state: 'open',
      step: 'asked',
      waitingOn: null,
      nextCheckAt: '2026-06-10T11:10:00+08:00',
      orderNo: NO,
      customer: null,
      owner: null,
      cause: null,
    });
    const asked = await run(['step', opened.id, 'warehouse-asked'], { note: '已发群里' });
    expect(asked).toMatchObject({
      state: 'waiting',
      waitingOn: 'warehouse',
      nextCheckAt: '2026-06-10T11:30:00+08:00',
    });
    expect(await cases({ kind: 'cancellation', state: 'waiting' })).toEqual([asked]);
    expect(await cases({ state: 'closed' })).toEqual([]);
  });

  it('O8: go on only with what the step needs', async () => {
    const { id } = await run(['open', 'warehouse-question'], ofOrder('问题=没有尺码或规格'));
    await expect(run(['step', id, 'answered'])).rejects.toThrow('请填写「客户答复」');
    const answered = await run(['step', id, 'answered'], { field: ['客户答复=要 M 码'] });
    expect(answered).toMatchObject({ step: 'answered', nextCheckAt: '2026-06-10T11:10:00+08:00' });
  });

  it.each([
    { what: 'a kind that there is not', words: ['open', 'strange'], values: CANCEL, message: /KIND 只能是/ },
    {
      what: 'a field that there is not',
      words: OPEN,
      values: ofOrder('颜色=红'),
      message: /没有名为「颜色」/,
    },
    { what: 'another choice', words: OPEN, values: ofOrder('撤单原因=难过'), message: /不在可选项中/ },
    { what: 'a field that is missing', words: OPEN, values: ofOrder(), message: /请填写「撤单原因」/ },
    { what: 'an amount that is none', words: OPEN, values: ofOrder('运费=八块'), message: /「运费」是元/ },
    { what: 'no such order', words: OPEN, values: { ...CANCEL, order: '1' }, message: /1/ },
    { what: 'no such case', words: ['step', 'gone', 'told'], values: {}, message: /该事务已不存在/ },
    { what: 'nothing to do', words: ['close'], values: {}, message: /case open KIND/ },
  ])('are refused in words with $what, and leave nothing behind', async ({ words, values, message }) => {
    await expect(run(words, values)).rejects.toThrow(message);
    expect(await cases()).toEqual([]);
    expect(store.core.stores.agents.list()).toEqual([]);
  });

  it('do not go to a step that cannot follow', async () => {
    const { id } = await run(['open', 'cancellation'], CANCEL);
    await expect(run(['step', id, 'arrived'])).rejects.toThrow('不能转到所选步骤');
  });
});

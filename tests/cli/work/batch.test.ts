import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { batchCommand } from '../../../cli/commands/work/batch.ts';
import { caseCommand } from '../../../cli/commands/work/case.ts';
import { createCore } from '../../../electron/core.ts';
import type { CaseId } from '../../../shared/domain/ids.ts';
import { createExportFolder, exportGrid } from '../../support/export-files.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore } from '../../support/memory-store.ts';
import { beijing } from '../../support/records/an-order.ts';

const FIRST = '3304370000000000001';
const SECOND = '3304370000000000002';

const folder = createExportFolder();
afterAll(() => folder.remove());

function aStore(now: string) {
  const { db } = createMemoryStore();
  const clock = createFakeClock(beijing(now));
  const core = createCore({ db, clock });
  const shop = core.shops.add({ platform: 'taobao', name: '示例旗舰店' });
  const rows = [FIRST, SECOND].map((no) => ({
    订单编号: no,
    订单状态: '买家已付款，等待卖家发货',
    订单付款时间: '2026-06-09 10:00:00',
  }));
  core.importFile({ path: folder.writeCsv(exportGrid('ERA_E', rows)), shop, agentId: null, isDryRun: false });
  return { core: { ...core, close: () => {} }, db };
}

let store: ReturnType<typeof aStore>;
const invocation = (values: Record<string, string | string[]>, positionals: readonly string[]) => ({
  core: store.core,
  values: { agent: '小满', ...values },
  positionals,
});

type Item = { readonly id: CaseId; readonly question: string };
type Batch = {
  readonly batch: string | null;
  readonly items: readonly Item[];
  readonly unmatched: readonly unknown[];
};
async function batch(verb: string, values: Record<string, string> = {}) {
  const result = await batchCommand.run(invocation({ party: 'warehouse', ...values }, [verb]));
  return { ...result, json: result.json as Batch };
}

async function askWarehouse(order: string) {
  const field = ['撤单原因=不想要了', 'wants=cancel'];
  const opened = await caseCommand.run(invocation({ order, field }, ['open', 'cancellation']));
  const { id } = opened.json as { readonly id: CaseId };
  await caseCommand.run(invocation({}, ['step', id, 'warehouse-asked']));
  return id;
}

let first: CaseId;
let second: CaseId;
beforeEach(async () => {
  store = aStore('2026-06-10 11:00');
  first = await askWarehouse(FIRST);
  second = await askWarehouse(SECOND);
});

const caseOf = (id: CaseId) => store.core.caseList.row(id);
const answerFile = (grid: readonly (readonly string[])[]) => folder.writeCsv(grid);

describe('A7: questions to the warehouse go out as one batch', () => {
  it('lists the words of every case that waits on the party, and of no other', async () => {
    const { json } = await batch('list');
    expect(json.items).toEqual([
      expect.objectContaining({ id: first, orderNo: FIRST, state: 'queued', answer: null }),
      expect.objectContaining({ id: second, orderNo: SECOND, state: 'queued', answer: null }),
    ]);
    expect(json.items[0]?.question).toContain(`撤单：${FIRST}`);
    expect((await batch('list', { party: 'courier' })).json.items).toEqual([]);
  });

  it('sends each once as a numbered text, and keeps in the case what was sent', async () => {
    const sent = await batch('send');
    expect(sent.json.batch).toBe('warehouse@2026-06-10T11:00:00+08:00');
    expect(sent.lines[1]).toMatch(new RegExp(`^2\\. 撤单：${SECOND}`));
    expect(store.core.stores.cases.stepsOf(first).at(-1)).toMatchObject({
      event: 'waited',
      waitingOn: 'warehouse',
      text: sent.json.items[0]?.question,
    });
    expect(caseOf(first)).toMatchObject({ state: 'waiting', nextAtMs: beijing('2026-06-10 13:00') });
    expect((await batch('send')).json.items).toEqual([]);
    expect((await batch('list')).json.items).toMatchObject([{ state: 'sent' }, { state: 'sent' }]);
  });

  it('H2: looks in the morning for the answer to what was asked at night', async () => {
    store = aStore('2026-06-10 23:30');
    const id = await askWarehouse(FIRST);
    await batch('send');
    expect(caseOf(id).nextAtMs).toBeGreaterThan(beijing('2026-06-11 08:00'));
  });

  it.each(['xlsx', 'csv'])('the sheet of %s goes out and comes back', async (ending) => {
    const out = join(dirname(folder.writeText('')), `问仓库.${ending}`);
    await batch('send', { out });
    const { json, lines } = await batch('answer', { in: out });
    expect(json.unmatched).toEqual([]);
    expect(lines).toEqual(['已记录 0 条回复', '仓库还有 2 条没有回复']);
  });
});

describe('A7: the answers come back', () => {
  it('in any order, with what is missing left open, and move their cases on', async () => {
    await batch('send');
    const path = answerFile([
      ['回复', '订单编号', '编号'],
      ['已拦下', SECOND, second],
      ['', FIRST, first],
    ]);
    const { json, lines, exitCode } = await batch('answer', { in: path });
    expect(json.items).toEqual([
      expect.objectContaining({ id: first, state: 'sent', answer: null }),
      expect.objectContaining({ id: second, state: 'answered', answer: '已拦下' }),
    ]);
    expect({ lines, exitCode }).toEqual({ lines: ['已记录 1 条回复', '仓库还有 1 条没有回复'], exitCode: 0 });
    expect(store.core.stores.cases.stepsOf(second).at(-1)).toMatchObject({
      event: 'resumed',
      text: '已拦下',
    });
    expect(caseOf(second)).toMatchObject({ state: 'open', nextAtMs: beijing('2026-06-10 11:10') });
    expect(caseOf(first).state).toBe('waiting');
  });

  it('names foreign and doubled ids in words, and takes the rest', async () => {
    await batch('send');
    const path = answerFile([
      ['编号', '订单编号', '回复'],
      ['stranger', '', '不知道'],
      [first, FIRST, '已拦下'],
      [second, SECOND, '已发出'],
      [second, SECOND, '没找到'],
    ]);
    const { json, errors } = await batch('answer', { in: path });
    expect(json.unmatched).toHaveLength(3);
    expect(errors?.[0]).toBe('第 2 行「不知道」：编号 stranger 不在待回复的问题中');
    expect(errors?.[1]).toBe('第 4 行「已发出」：同一个问题有几个不同的回复，请只留一个');
    expect(caseOf(first).state).toBe('open');
    expect(caseOf(second).state).toBe('waiting');
  });

  it('leave the stores as they were where the sheet has no answers at all', async () => {
    const path = answerFile([
      ['编号', '订单编号', '问题'],
      [first, FIRST, '撤单'],
    ]);
    await expect(batch('answer', { in: path })).rejects.toThrow('没有找到回复');
    expect(caseOf(first).state).toBe('waiting');
  });
});

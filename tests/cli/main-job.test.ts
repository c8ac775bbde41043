import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import type { ChaseReport } from '../../shared/ipc/contract/report-contract.ts';
import { type CliOrder, type CliTask, createCliStore } from '../support/cli.ts';
import { encodeText, exportGrid, toCsv } from '../support/export-files.ts';

const SHOP = { name: '示例旗舰店', platform: 'tmall' };
const MORNING = '2026-06-10T10:00:00+08:00';
const LATER = '2026-06-10T10:06:00+08:00';
const TOMORROW = '2026-06-11T10:00:00+08:00';
const [LI, QING] = ['30012345678901234', '30012345678901299'] as const;

const store = createCliStore();
afterAll(store.remove);
vi.setConfig({ testTimeout: 60_000 });

/** An order report of 2017: 46 columns, GB18030, `="…"` numbers. */
function writeExport(name: string, rows: readonly Record<string, string>[]): string {
  const path = join(store.folder, name);
  const text = toCsv(exportGrid('ERA_B', rows), { quotes: 'all', hasFormulaIds: true });
  writeFileSync(path, encodeText(text, 'gb18030'));
  return path;
}

const li = { 订单编号: LI, 买家会员名: '山间一壶茶', 总金额: '201.12', 宝贝标题: '示例不粘锅 20cm' };
const qing = { 订单编号: QING, 买家会员名: '清风徐来88', 总金额: '35.00', 宝贝标题: '示例水杯' };
const unpaid = { 订单状态: '等待买家付款', 订单付款时间: '' };
const today = writeExport('ExportOrderList202606101000.csv', [
  { ...li, ...unpaid, 订单创建时间: '2026-06-10 09:30:00' },
  { ...qing, ...unpaid, 订单创建时间: '2026-06-10 09:00:00' },
  { ...qing, ...unpaid, 订单编号: '3.00123E+16', 订单创建时间: '2026-06-10 09:00:00' },
]);
const nextDay = writeExport('ExportOrderList202606111000.csv', [
  {
    ...li,
    订单状态: '买家已付款，等待卖家发货',
    订单创建时间: '2026-06-10 09:30:00',
    订单付款时间: '2026-06-10 10:20:00',
    买家实际支付金额: '201.12',
  },
  {
    ...qing,
    订单状态: '交易关闭',
    订单创建时间: '2026-06-10 09:00:00',
    订单付款时间: '',
    订单关闭原因: '买家误拍或重拍',
  },
]);

const openChases = (now: string) => store.json<CliTask[]>(now, 'tasks', '--kind', 'chase', '--state', 'open');

describe('P1–P10, X4: a day of chasing on the command line', () => {
  it('reads the export and refuses the number that Excel has rounded, saying why', async () => {
    const { runs } = await store.importInto(MORNING, SHOP, today);
    expect(runs).toMatchObject([{ format: 'taobao-orders', rows: 3, new: 2, changed: 0, unchanged: 0 }]);
    expect(runs[0]?.rejected).toMatchObject([{ row: 4, column: '订单编号', value: '3.00123E+16' }]);
    expect(runs[0]?.rejected[0]?.reason).toContain('科学计数法');
  });

  it('changes nothing when the same file comes again', async () => {
    const { runs } = await store.importInto(MORNING, SHOP, today);
    expect(runs).toMatchObject([{ rows: 3, new: 0, changed: 0, unchanged: 2 }]);
  });

  it('knows whom to turn to, why, and what is at stake', async () => {
    const first = (await openChases(MORNING)).find(({ subject }) => subject.no === LI);
    expect(first).toMatchObject({
      step: 'first',
      dueAt: '2026-06-10T09:45:00+08:00',
      reason: '下单 15 分钟未付款',
      advice: '建议催付',
      amountFen: 20112,
      customer: '山间一壶茶',
    });
  });

  it('hands out the filled-in script, and records the chase and its reason', async () => {
    for (const { id, subject, step } of await openChases(MORNING)) {
      if (step !== 'first') continue;
      const copied = await store.run(LATER, 'copy', id, 'cf2', '--agent', '小满', '--set', '规格=20厘米');
      expect(copied.stdout).toContain('小满');
      expect(copied.stdout).not.toMatch(/[{}【】]/u);
      const reason = subject.no === LI ? 'forgot' : '还在犹豫';
      const recorded = await store.run(LATER, 'outcome', id, 'done', '--agent', '小满', '--reason', reason);
      expect(recorded.exitCode).toBe(0);
    }
    expect((await openChases(LATER)).map(({ step }) => step)).not.toContain('first');
  });

  it('sees tomorrow’s export prove what was paid and what was lost', async () => {
    const { runs } = await store.importInto(TOMORROW, SHOP, nextDay);
    expect(runs).toMatchObject([{ rows: 2, changed: 2, rejected: [] }]);
    expect(await openChases(TOMORROW)).toEqual([]);
    const [closed] = await store.json<CliOrder[]>(TOMORROW, 'orders', '--no', QING);
    expect(closed).toMatchObject({ status: 'closed', closeReason: '买家误拍或重拍' });
  });

  it('reports the rate, the money and who, when, why and with which words', async () => {
    const report = await store.json<ChaseReport>(TOMORROW, 'report', 'chase');
    expect(report).toMatchObject({ chased: 2, recovered: 1, rate: 0.5, recoveredFen: 20112 });
    expect(report.by.day).toMatchObject([{ key: '2026-06-10', chased: 2, recovered: 1 }]);
    expect(report.by.agent).toMatchObject([{ label: '小满', chased: 2 }]);
    expect(report.by.reason.map(({ key }) => key).toSorted()).toEqual(['forgot', 'hesitating']);
    expect(report.by.script).toMatchObject([{ key: 'cf2', recovered: 1 }]);
  });

  it('exports orders whose numbers stay whole, and finds the store sound', async () => {
    const out = join(store.folder, 'orders.csv');
    expect((await store.run(TOMORROW, 'export', 'orders', '--out', out)).exitCode).toBe(0);
    expect(readFileSync(out, 'utf8')).toContain(LI);
    expect(await store.json(TOMORROW, 'verify')).toMatchObject({
      ok: true,
      orders: 2,
      customers: 2,
      openTasks: 0,
    });
  });
});

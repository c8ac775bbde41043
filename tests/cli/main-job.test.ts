import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type CliOrder, type CliTask, createCliStore } from '../support/cli.ts';
import { createExportFolder } from '../support/export-files.ts';

const SHOP = { name: '示例旗舰店', platform: 'taobao' };
const HEADER =
  '订单编号,买家会员名,总金额,买家实际支付金额,订单状态,订单创建时间,订单付款时间,宝贝标题,订单关闭原因';
const NO = '3304370000000000005';
const at = (clock: string, day = '10') => `2026-06-${day}T${clock}:00+08:00`;

const folder = createExportFolder();
const stores: ReturnType<typeof createCliStore>[] = [];
function aStore() {
  const store = createCliStore();
  stores.push(store);
  return {
    ...store,
    orders: (now: string, ...rows: readonly Readonly<Record<string, string>>[]) =>
      store.importInto(now, SHOP, folder.writeCsv([HEADER.split(','), ...rows.map(cellsOf)])),
    tasks: (now: string, ...filters: readonly string[]) =>
      store.json<CliTask[]>(now, 'tasks', '--kind', 'chase', ...filters),
  };
}
afterAll(() => {
  folder.remove();
  for (const store of stores) store.remove();
});

/** An unpaid order of 41.00 placed at 10:00, but for what a test names. */
function cellsOf(cells: Readonly<Record<string, string>>): string[] {
  const usual: Record<string, string> = {
    订单编号: NO,
    买家会员名: '山间一壶茶',
    总金额: '41.00',
    买家实际支付金额: '0.00',
    订单状态: '等待买家付款',
    订单创建时间: '2026-06-10 10:00:00',
    宝贝标题: '示例水杯',
    订单关闭原因: '订单未关闭',
  };
  return HEADER.split(',').map((name) => cells[name] ?? usual[name] ?? '');
}
const paidAt = (time: string) => ({
  订单状态: '买家已付款，等待卖家发货',
  买家实际支付金额: '41.00',
  订单付款时间: time,
});
const shown = (tasks: readonly CliTask[]) =>
  tasks.map(({ step, state, dueAt }) => `${step} ${state} ${dueAt}`);

describe('P1, P2, P10: the main job from import to report', () => {
  it('chases, copies the words, and credits the payment that the next import shows', async () => {
    const store = aStore();
    await store.orders(at('10:01'), {});
    expect(shown(await store.tasks(at('10:01')))).toEqual([
      `first open ${at('10:15')}`,
      `second open ${at('12:00')}`,
      `last open ${at('09:00', '11')}`,
    ]);
    const [first] = await store.tasks(at('10:20'), '--due-before', at('10:20'));
    expect(first).toMatchObject({
      kind: 'chase',
      advice: '建议催付',
      amountFen: 4100,
      subject: { type: 'order', no: NO },
      customer: '山间一壶茶',
    });
    const copied = await store.run(at('10:20'), 'copy', first?.id ?? '', 'wh4', '--agent', '小满');
    expect(copied).toMatchObject({
      exitCode: 0,
      stdout: expect.stringContaining('山间一壶茶，您好，我是示例旗舰店的客服小满'),
    });
    await store.json(
      at('10:21'),
      'outcome',
      first?.id ?? '',
      'done',
      '--agent',
      '小满',
      '--reason',
      'top-up',
    );
    const [second] = await store.tasks(at('12:05'), '--state', 'open');
    const until = ['--until', at('15:00'), '--note', '客户说三点充值'];
    await store.json(at('12:05'), 'outcome', second?.id ?? '', 'snoozed', '--agent', '小满', ...until);
    expect(shown(await store.tasks(at('14:00'), '--state', 'snoozed'))).toEqual([
      `second snoozed ${at('15:00')}`,
    ]);
    expect(shown(await store.tasks(at('15:00'), '--state', 'open'))[0]).toBe(`second open ${at('15:00')}`);
    await store.json(at('15:05'), 'outcome', second?.id ?? '', 'done', '--agent', '阿城');

    await store.orders(at('17:00'), paidAt('2026-06-10 16:30:00'));
    expect(await store.tasks(at('17:00'), '--state', 'open')).toEqual([]);
    const report = await store.json<Record<'by', Record<string, unknown[]>>>(at('18:00'), 'report', 'chase');
    expect(report).toMatchObject({ chased: 1, recovered: 1, rate: 1, recoveredFen: 4100 });
    const figures = (chased: number, recovered: number) => ({
      chased,
      recovered,
      recoveredFen: recovered * 4100,
    });
    expect(report.by).toMatchObject({
      day: [{ key: '2026-06-10', ...figures(1, 1) }],
      step: [
        { key: 'first', ...figures(1, 0) },
        { key: 'second', ...figures(1, 1) },
      ],
      hour: [
        { key: '10', ...figures(1, 0) },
        { key: '15', ...figures(1, 1) },
      ],
      agent: [
        { label: '小满', ...figures(1, 0) },
        { label: '阿城', ...figures(1, 1) },
      ],
    });
    const none = await store.json(
      at('18:00'),
      'report',
      'chase',
      '--from',
      '2026-06-11',
      '--to',
      '2026-06-12',
    );
    expect(none).toMatchObject({ chased: 0, recovered: 0, rate: null, recoveredFen: 0 });
    expect(await store.json(at('18:00'), 'verify')).toMatchObject({
      ok: true,
      orders: 1,
      // O4: two warnings before it is late, and one task from then on.
      openTasks: 3,
      problems: [],
    });
  });

  it('credits no chase that came after the payment', async () => {
    const store = aStore();
    await store.orders(at('10:01'), {});
    const [first] = await store.tasks(at('10:30'));
    await store.json(at('10:30'), 'outcome', first?.id ?? '', 'done', '--agent', '小满');
    await store.orders(at('11:00'), paidAt('2026-06-10 10:25:00'));
    expect(await store.json(at('11:00'), 'report', 'chase')).toMatchObject({
      chased: 1,
      recovered: 0,
      rate: 0,
    });
  });
});

describe('P1: the ladder, as it stands at the time asked for', () => {
  it.concurrent.each([
    ['14:00', ['first cancelled', 'second open', 'last open']],
    ['09:30', ['first cancelled', 'second cancelled', 'last open']],
    ['10:00', ['first cancelled', 'second cancelled', 'last cancelled']],
  ] as const)(
    'a first import at %s wants only the latest overdue step, and shows those before it as missed',
    async (clock, steps) => {
      const store = aStore();
      const now = at(clock, clock === '14:00' ? '10' : '11');
      await store.orders(now, {});
      const tasks = await store.tasks(now);
      expect(tasks.map(({ step, state }) => `${step} ${state}`)).toEqual(steps);
      const ended = tasks.filter(({ state }) => state === 'cancelled');
      expect(new Set(ended.map(({ cancelReason }) => cancelReason))).toEqual(new Set(['已错过']));
    },
  );

  it('leaves nothing open that a later step or the closing has overtaken', async () => {
    const store = aStore();
    await store.orders(at('10:01'), {});
    expect((await store.tasks(at('12:00'), '--state', 'open')).map(({ step }) => step)).toEqual([
      'second',
      'last',
    ]);
    await store.orders(at('10:05', '11'), {});
    expect(await store.tasks(at('10:05', '11'), '--state', 'open')).toEqual([]);
    expect(await store.json(at('10:05', '11'), 'verify')).toMatchObject({ ok: true, openTasks: 0 });
  });

  it('keeps quiet from 22:00 to 08:00', async () => {
    const store = aStore();
    await store.orders(
      at('22:30'),
      { 订单编号: `${NO}1`, 买家会员名: '甲', 订单创建时间: '2026-06-10 22:20:00' },
      { 订单编号: `${NO}2`, 买家会员名: '乙', 订单创建时间: '2026-06-10 08:10:00' },
    );
    const due = (await store.tasks(at('22:30'))).map(({ dueAt }) => Number(dueAt.slice(11, 13)));
    expect(due.length).toBeGreaterThan(0);
    for (const hour of due) expect(hour >= 8 && hour < 22).toBe(true);
  });

  it('ends with what the platform says of a closed order, and with an agent who gives up', async () => {
    const store = aStore();
    await store.orders(at('10:01'), {}, { 订单编号: `${NO}2`, 买家会员名: '乙' });
    const tasks = await store.tasks(at('10:20'));
    const given = tasks.find(({ subject }) => subject.no === `${NO}2`);
    const args = ['outcome', given?.id ?? '', 'lost', '--agent', '小满', '--reason', '嫌贵'];
    await store.json(at('10:20'), ...args);
    await store.orders(at('11:00'), { 订单状态: '交易关闭', 订单关闭原因: '买家不想买' });
    const after = await store.tasks(at('11:00'));
    expect(new Set(after.map(({ state }) => state))).toEqual(new Set(['cancelled']));
    expect(new Set(after.map(({ cancelReason }) => cancelReason))).toEqual(
      new Set(['订单已关闭：买家不想买', '已放弃催付']),
    );
    const closed = tasks.find(({ subject }) => subject.no === NO);
    const late = await store.run(at('11:00'), 'outcome', closed?.id ?? '', 'lost', '--agent', '小满');
    expect(late).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('已不是待付款状态') });
  });
});

describe('P8: one buyer, several orders', () => {
  it('advises against a chase of who has paid another order, and asks about the same things twice', async () => {
    const store = aStore();
    await store.orders(
      at('10:30'),
      { 订单编号: `${NO}1`, 订单创建时间: '2026-06-09 20:00:00', ...paidAt('2026-06-09 20:15:00') },
      {},
    );
    const [chase] = await store.tasks(at('10:30'));
    expect(chase?.advice).toBe(`不建议催付：客户 06-09 20:15 已付款订单 ${NO}1`);
    const doubles = await store.json<CliTask[]>(at('10:30'), 'tasks', '--kind', 'duplicate');
    expect(doubles).toMatchObject([
      { state: 'open', subject: { no: NO }, reason: expect.stringContaining(`${NO}1`) },
    ]);
  });
});

describe('X4: exports that open right in Excel', () => {
  it('keeps numbers text and lets no cell run as a formula', async () => {
    const store = aStore();
    const formula = '=HYPERLINK("http://example.com")';
    await store.orders(at('10:01'), { 买家会员名: formula });
    const [order] = await store.json<CliOrder[]>(at('10:01'), 'orders', '--status', 'unpaid');
    expect(order?.customer).toBe(formula);
    for (const what of ['orders', 'tasks', 'scripts']) {
      const out = join(store.folder, `${what}.csv`);
      await store.json(at('10:01'), 'export', what, '--out', out);
      const text = readFileSync(out, 'utf8');
      expect(text.startsWith('\uFEFF')).toBe(true);
      expect(text).not.toMatch(/(?:^|[,\n])"?[=+@-]/);
      expect(text.includes(NO)).toBe(what !== 'scripts');
    }
    const out = join(store.folder, '订单.xlsx');
    expect(await store.json(at('10:01'), 'export', 'orders', '--out', out)).toMatchObject({ rows: 1 });
    expect(readFileSync(out).subarray(0, 2).toString()).toBe('PK');
    const csv = await store.run(at('10:01'), 'report', 'chase', '--csv');
    expect(csv).toMatchObject({ exitCode: 0, stdout: expect.stringMatching(/^\uFEFF/) });
  });
});

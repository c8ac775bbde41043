import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { type CliOrder, type CliTask, createCliStore, runCli } from '../support/cli.ts';
import { createExportFolder, type ExportEncoding, exportGrid } from '../support/export-files.ts';
import type { ExportName } from '../support/export-headers.ts';
import { buildXlsx } from '../support/xlsx-files.ts';

const NOW = '2026-06-10T08:20:00+08:00';
const SHOP = { name: '示例旗舰店', platform: 'taobao' };
const NO = '3304370000000000001';

const folder = createExportFolder();
const stores: ReturnType<typeof createCliStore>[] = [];
function aStore() {
  const store = createCliStore();
  stores.push(store);
  return store;
}
afterAll(() => {
  folder.remove();
  for (const store of stores) store.remove();
});

const FULL = [{}, { 订单编号: '3304370000000000002', 买家会员名: '清风徐来88', 订单状态: '等待买家付款' }];

function file(
  name: ExportName,
  rows: readonly Record<string, string>[],
  encoding: ExportEncoding = 'gb18030',
) {
  return folder.writeCsv(exportGrid(name, rows), { encoding, hasFormulaIds: encoding === 'gb18030' });
}

describe('P1/X4: every era of exports is read', () => {
  it.concurrent.each([
    ['ERA_A', 'gb18030'],
    ['ERA_B', 'utf-8-bom'],
    ['ERA_C_2018', 'utf-16le-bom'],
    ['ERA_C_2020', 'gb18030'],
    ['ERA_D', 'utf-8'],
  ] as const)('%s in %s', async (name, encoding) => {
    const store = aStore();
    const { runs } = await store.importInto(NOW, SHOP, file(name, FULL, encoding));
    expect(runs).toMatchObject([
      { format: 'taobao-orders', rows: 2, new: 2, changed: 0, unchanged: 0, rejected: [] },
    ]);
    const orders = await store.json<CliOrder[]>(NOW, 'orders', '--no', NO);
    expect(orders).toMatchObject([
      {
        no: NO,
        status: 'completed',
        customer: '山间一壶茶',
        createdAt: '2026-06-09T22:10:03+08:00',
        paidAt: '2026-06-09T22:10:21+08:00',
        payableFen: 6980,
        paidFen: 6980,
        itemCount: 3,
        itemTitle: '示例积木 40粒，示例拼图 6面',
        trackingNo: '3830000000001',
        closeReason: null,
      },
    ]);
  });

  it('Era E from a workbook that states a wrong size, under two lines of notes', async () => {
    const store = aStore();
    const rows = [['订单报表'], ['说明：仅供内部'], ...exportGrid('ERA_E_19', [{}])];
    const path = folder.write(buildXlsx({ sheets: [{ name: 'export', rows, dimension: 'A1' }] }), 'a.xls');
    const { runs } = await store.importInto(NOW, SHOP, path);
    expect(runs).toMatchObject([{ rows: 1, new: 1 }]);
    const [order] = await store.json<CliOrder[]>(NOW, 'orders');
    expect(order).toMatchObject({ no: NO, status: 'paid', customer: null, payableFen: 6980 });
  });

  it('the other platforms, with their goods', async () => {
    const store = aStore();
    const shop = (platform: string) => ({ name: '示例店', platform });
    await store.importInto(
      NOW,
      shop('douyin'),
      file('DOUYIN_73', [{ 订单状态: '待发货', 选购商品: '杯' }], 'utf-8-bom'),
    );
    await store.importInto(
      NOW,
      shop('pinduoduo'),
      file('PINDUODUO_23', [{ 订单状态: '待发货', 商品: '盒' }], 'utf-8'),
    );
    await store.importInto(
      NOW,
      shop('jd'),
      file('JD_30', [
        { 订单号: '300000000001', 订单状态: '等待出库', 商品ID: '1001', 商品名称: '水壶', 订购数量: '1' },
        { 订单号: '300000000001', 订单状态: '等待出库', 商品ID: '1002', 商品名称: '滤芯', 订购数量: '2' },
      ]),
    );
    const orders = await store.json<CliOrder[]>(NOW, 'orders', '--status', 'paid');
    const goods = Object.fromEntries(orders.map(({ no, items }) => [no, items.map(({ title }) => title)]));
    expect(goods).toEqual({
      [NO]: ['杯'],
      '260517-600000000000001': ['盒'],
      '300000000001': ['水壶', '滤芯'],
    });
  });
});

describe('X4: files come in any order, again, older, masked and with fewer columns', () => {
  const items = file('ITEMS_23', [
    { 子订单编号: '3304370000000000011', 商品标题: '示例积木 40粒' },
    {
      子订单编号: '3304370000000000012',
      商品标题: '示例拼图 6面',
      商品价格: '9.90',
      商品属性: '颜色:红色;尺寸:M',
    },
  ]);
  const orders = file('ERA_B', [{}]);

  it('ends the same for orders before items and items before orders, and again changes nothing', async () => {
    const [first, second] = [aStore(), aStore()];
    await first.importInto(NOW, SHOP, orders, items);
    await second.importInto(NOW, SHOP, items, orders);
    const known = await first.json<CliOrder[]>(NOW, 'orders');
    expect(known[0]?.items).toMatchObject([
      { title: '示例积木 40粒', quantity: 1, priceFen: 2990 },
      { title: '示例拼图 6面', quantity: 1, priceFen: 990, sku: '颜色：红色;尺寸：M' },
    ]);
    expect(await second.json(NOW, 'orders')).toEqual(known);
    const { runs } = await first.importInto(NOW, SHOP, items, orders);
    expect(runs).toMatchObject([
      { rows: 2, new: 0, changed: 0, unchanged: 2 },
      { rows: 1, new: 0, changed: 0, unchanged: 1 },
    ]);
  });

  it('never takes away what is known', async () => {
    const store = aStore();
    await store.importInto(NOW, SHOP, orders);
    const known = await store.json(NOW, 'orders');
    const poorer = [
      folder.writeCsv([
        ['订单编号', '订单状态'],
        [NO, '交易成功'],
      ]),
      folder.writeCsv([
        ['订单编号', '订单状态', '买家会员名', '物流单号'],
        [NO, '等待买家付款', '山**茶', ''],
      ]),
      folder.writeCsv([
        ['订单编号', '订单状态', '订单创建时间'],
        [`${NO} `, '交易成功', '2026/6/9 22:10'],
      ]),
    ];
    const { runs } = await store.importInto(NOW, SHOP, ...poorer);
    expect(runs.map(({ unchanged }) => unchanged)).toEqual([1, 1, 1]);
    expect(await store.json(NOW, 'orders')).toEqual(known);
  });

  it('never makes one customer of two masked ones', async () => {
    const store = aStore();
    const masked = [{ 买家会员名: '山**' }, { 订单编号: '3304370000000000002', 买家会员名: '山**' }];
    await store.importInto(NOW, SHOP, file('ERA_D', masked));
    expect(await store.json(NOW, 'verify')).toMatchObject({ ok: true, orders: 2, customers: 2 });
  });
});

describe('X4: what is wrong with a file is said, and the rest is not lost', () => {
  it('refuses numbers that Excel has spoilt, with the way out, and counts every row', async () => {
    const store = aStore();
    const path = file('ERA_B', [
      {},
      { 订单编号: '3.30438E+18' },
      { 订单编号: '3304370000000000003', 总金额: '很多' },
    ]);
    const { runs } = await store.importInto(NOW, SHOP, path);
    expect(runs).toMatchObject([
      {
        rows: 3,
        new: 1,
        rejected: [
          { row: 3, column: '订单编号', value: '3.30438E+18', reason: expect.stringContaining('重新导出') },
          { row: 4, column: '总金额', value: '很多', reason: expect.stringContaining('不是金额') },
        ],
      },
    ]);
  });

  it('commits the readable files and ends with 1 for the others, in words', async () => {
    const store = aStore();
    const oldExcel = folder.write(
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(600)]),
      'a.xls',
    );
    const files = [oldExcel, join(store.folder, 'none.csv'), file('ERA_B', [{}])];
    const args = ['import', ...files, '--shop', '店', '--platform', 'taobao', '--json'];
    const { exitCode, stdout, stderr } = await store.run(NOW, ...args);
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      runs: [
        { rows: 0, error: expect.stringContaining('另存为 .xlsx') },
        { rows: 0, error: expect.stringContaining('不存在') },
        { rows: 1, new: 1 },
      ],
    });
    expect(stderr).toContain('另存为 .xlsx');
    expect(await store.json(NOW, 'verify')).toMatchObject({ ok: true, orders: 1 });
  });

  it('says what a dry run would do and does nothing', async () => {
    const store = aStore();
    const args = ['import', file('ERA_B', FULL), '--shop', '店', '--platform', 'taobao', '--dry-run'];
    const dry = await store.json<{ runs: unknown[] }>(NOW, ...args);
    expect(dry.runs).toMatchObject([{ rows: 2, new: 2 }]);
    expect(await store.json(NOW, 'verify')).toMatchObject({ orders: 0, customers: 0, openTasks: 0 });
    expect(await store.json<CliTask[]>(NOW, 'tasks')).toEqual([]);
  });

  it('lets two imports of one file at once end as one', async () => {
    const store = aStore();
    const path = file('ERA_B', FULL);
    const args = ['import', path, '--shop', '店', '--platform', 'taobao', '--db', store.db, '--json'];
    const ends = await Promise.all([runCli(...args), runCli(...args)]);
    expect(ends.map(({ exitCode, stderr }) => ({ exitCode, stderr }))).toEqual([
      { exitCode: 0, stderr: '' },
      { exitCode: 0, stderr: '' },
    ]);
    const news = ends.map(({ stdout }): number => JSON.parse(stdout).runs[0].new);
    expect(news.toSorted((a, b) => a - b)).toEqual([0, 2]);
    expect(await store.json(NOW, 'verify')).toMatchObject({ ok: true, orders: 2 });
  });
});

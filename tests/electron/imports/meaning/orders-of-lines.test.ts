import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { createExportFolder } from '../../../support/export-files.ts';
import { anImportDesk, type ImportDesk } from './an-import-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

type Row = Readonly<Record<string, string>>;
const NO = '6917000000000001001';

const DOUYIN_LINE = {
  主订单编号: NO,
  子订单编号: '6917000000000001001',
  选购商品: '示例甲',
  商品规格: '默认',
  商品数量: '1',
  订单应付金额: '10.00',
  运费: '0.00',
  收件人: '林*',
  订单提交时间: '2026-06-10 09:00:00',
  支付完成时间: '-',
  发货时间: '-',
  订单状态: '待支付',
  售后状态: '-',
  取消原因: '-',
};
const douyin = (cells: Partial<typeof DOUYIN_LINE>): typeof DOUYIN_LINE => ({ ...DOUYIN_LINE, ...cells });
const GIFT = { 选购商品: '赠品', 订单应付金额: '0.00', 订单状态: '已关闭', 取消原因: '赠品库存不足' };

describe('F07: an order costs what all its sub-orders cost', () => {
  const a = douyin({});
  const b = douyin({ 子订单编号: '6917000000000001009', 选购商品: '示例乙', 订单应付金额: '20.00' });
  const other = douyin({ 主订单编号: '6917000000000001002', 子订单编号: '6917000000000001002' });
  const whole = { payableFen: 3000, itemCount: 2, itemTitle: '示例甲，示例乙' };

  it('whatever stands between their rows', () => {
    const desk = anImportDesk(folder, 'douyin');
    desk.commit(a, other, b);
    expect(desk.order(NO)).toMatchObject(whole);
  });

  it('whichever file has brought them, and in whatever order', () => {
    for (const rows of [
      [a, b],
      [b, a],
    ] as const) {
      const desk = anImportDesk(folder, 'douyin');
      for (const row of rows) desk.commit(row);
      expect(desk.order(NO)).toMatchObject(whole);
      desk.commit(rows[0]);
      expect(desk.order(NO)).toMatchObject(whole);
    }
  });

  it('once, where a file has a sub-order twice', () => {
    const desk = anImportDesk(folder, 'douyin');
    desk.commit(a, b, a);
    expect(desk.order(NO)).toMatchObject(whole);
  });

  it('and 京东 counts its goods, whose rows all carry the amounts of the order', () => {
    const desk = anImportDesk(folder, 'jd');
    const kettle = {
      订单号: '300000000001',
      商品ID: '1001',
      商品名称: '水壶',
      订购数量: '1',
      应付金额: '139.00',
      京东价: '129.00',
      订单状态: '等待出库',
      下单时间: '2026-06-10 09:00:00',
    };
    desk.commit(kettle, { ...kettle, 订单号: '300000000002' });
    desk.commit({ ...kettle, 商品ID: '1002', 商品名称: '滤芯', 订购数量: '2', 京东价: '5.00' });
    expect(desk.order('300000000001')).toMatchObject({
      payableFen: 13900,
      itemCount: 3,
      itemTitle: '水壶，滤芯',
    });
  });
});

describe('F13: what ends one sub-order does not end the order', () => {
  it('chases an order whose gift alone was cancelled', () => {
    const desk = anImportDesk(folder, 'douyin');
    desk.commit(douyin({}), douyin({ ...GIFT, 子订单编号: '6917000000000001008' }));
    expect(desk.order(NO)).toMatchObject({ status: 'unpaid', closeReason: null });
    expect(desk.chases(NO)).not.toEqual([]);
  });

  it('whichever of them is known first', () => {
    const desk = anImportDesk(folder, 'douyin');
    desk.commit(douyin({ ...GIFT, 子订单编号: '6917000000000001008' }));
    expect(desk.order(NO)).toMatchObject({ status: 'closed', closeReason: '赠品库存不足' });
    desk.commit(douyin({}));
    expect(desk.order(NO)).toMatchObject({ status: 'unpaid', closeReason: null });
  });

  it('keeps a shipped order shipped', () => {
    const desk = anImportDesk(folder, 'douyin');
    const paid = { 支付完成时间: '2026-06-10 09:00:10' };
    desk.commit(
      douyin({ ...paid, 订单状态: '已发货' }),
      douyin({ ...paid, ...GIFT, 子订单编号: '6917000000000001009', 取消原因: '主品订单售后完成' }),
    );
    expect(desk.order(NO)).toMatchObject({ status: 'shipped', closeReason: null });
  });

  it('closes the order with its last part, and moves no part back by an older file', () => {
    const desk = anImportDesk(folder, 'douyin');
    const second = { 子订单编号: '6917000000000001009' };
    desk.commit(douyin({ 订单状态: '已发货' }), douyin({ ...second, 订单状态: '待发货' }));
    expect(desk.order(NO).status).toBe('paid');
    desk.commit(douyin({ ...second, 订单状态: '已发货' }));
    expect(desk.order(NO).status).toBe('shipped');
    desk.commit(douyin({ ...second, 订单状态: '待发货' }));
    expect(desk.order(NO).status).toBe('shipped');
  });
});

describe('F07, F13: parts of an order that an order report has described', () => {
  const ORDER = {
    订单编号: '3304370000000000001',
    买家实付金额: '128.00',
    总金额: '128.00',
    订单状态: '买家已付款，等待卖家发货',
    订单创建时间: '2026-06-10 09:00:00',
    订单付款时间: '2026-06-10 09:01:00',
    宝贝总数量: '2',
  };
  const part = (subNo: string, status: string): Row => ({
    子订单编号: subNo,
    主订单编号: ORDER.订单编号,
    商品标题: `示例${subNo}`,
    购买数量: '1',
    订单状态: status,
  });
  const sent = '卖家已发货，等待买家确认';

  it('do not speak for it one by one', () => {
    const desk = anImportDesk(folder);
    desk.commit(ORDER);
    desk.commit(part('901001', sent));
    expect(desk.order(ORDER.订单编号).status).toBe('paid');
    desk.commit(part('901002', sent));
    expect(desk.order(ORDER.订单编号).status).toBe('shipped');
  });
});

const status = fc.constantFrom('待支付', '待发货', '已发货', '已完成', '已关闭');
const sending = fc.constantFrom('-', '2026-06-10 09:30:00', '2026-06-10 09:40:00');
const anOrderOfLines = (no: string) =>
  fc
    .array(fc.record({ status, sending, price: fc.nat(9999), count: fc.integer({ min: 1, max: 3 }) }), {
      minLength: 1,
      maxLength: 4,
    })
    .map((parts) =>
      parts.map((one, index) =>
        douyin({
          主订单编号: no,
          子订单编号: `${no.slice(0, -1)}${index + 1}`,
          选购商品: `示例${index}`,
          订单应付金额: (one.price / 100).toFixed(2),
          商品数量: String(one.count),
          订单状态: one.status,
          发货时间: one.sending,
        }),
      ),
    );

/** All that the store knows of the orders, but for when it came to know it. */
function known(desk: ImportDesk) {
  const orders = desk.orders().toSorted((a, b) => a.no.localeCompare(b.no));
  return orders.map(({ updatedAtMs: _at, shopId: _shop, id: _id, customerId: _customer, ...order }) => ({
    ...order,
    lines: desk.lines(order.no).map(({ orderId: _order, ...line }) => line),
  }));
}

describe('F07: properties', () => {
  /** The same rows as 宝贝报表 has them. */
  const asTaobao = (row: typeof DOUYIN_LINE): Row => ({
    子订单编号: row.子订单编号,
    主订单编号: row.主订单编号,
    商品标题: row.选购商品,
    购买数量: row.商品数量,
    订单状态: row.订单状态,
    订单创建时间: row.订单提交时间,
    发货时间: row.发货时间,
  });

  it.each([
    ['douyin', (row: typeof DOUYIN_LINE): Row => row],
    ['taobao', asTaobao],
  ] as const)(
    'the store of %s ends the same for any order of the rows and any division into files',
    (platform, as) => {
      const orders = fc
        .tuple(anOrderOfLines('6917000000000001010'), anOrderOfLines('6917000000000002010'))
        .map((lines) => lines.flat());
      const shuffled = orders.chain((rows) =>
        fc.record({
          rows: fc.constant(rows),
          mixed: fc.shuffledSubarray(rows, { minLength: rows.length }),
          cuts: fc.array(fc.integer({ min: 1, max: rows.length }), { maxLength: 3 }),
        }),
      );
      fc.assert(
        fc.property(shuffled, ({ rows, mixed, cuts }) => {
          const [one, many] = [anImportDesk(folder, platform), anImportDesk(folder, platform)];
          one.commit(...rows.map(as));
          for (const file of divided(mixed, cuts)) many.commit(...file.map(as));
          expect(known(many)).toEqual(known(one));
        }),
        { numRuns: 60 },
      );
    },
  );
});

function divided<T>(rows: readonly T[], cuts: readonly number[]): T[][] {
  const at = [0, ...cuts.toSorted((a, b) => a - b), rows.length];
  return at
    .slice(1)
    .map((end, index) => rows.slice(at[index], end))
    .filter((file) => file.length > 0);
}

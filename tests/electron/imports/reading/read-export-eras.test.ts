import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { createExportFolder, exportGrid, rowUnder } from '../../../support/export-files.ts';
import type { ExportName } from '../../../support/export-headers.ts';
import { itemsOf, ordersOf, readable, recordsOf } from './read-one.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

function fixture(name: string): string {
  return folder.writeText(readFileSync(new URL(`../../../fixtures/${name}`, import.meta.url), 'utf8'));
}

describe('P1/X4: exports of every era become records', () => {
  it.each<[ExportName, string]>([
    ['ERA_A', 'taobao-orders'],
    ['ERA_B', 'taobao-orders'],
    ['ERA_C_2018', 'taobao-orders'],
    ['ERA_C_2020', 'taobao-orders'],
    ['ERA_D', 'taobao-orders'],
    ['ERA_E', 'taobao-orders'],
    ['ERA_E_9', 'taobao-orders'],
    ['ERA_E_19', 'taobao-orders'],
    ['ITEMS_CLASSIC', 'taobao-items'],
    ['ITEMS_18', 'taobao-items'],
    ['ITEMS_23', 'taobao-items'],
    ['ITEMS_27', 'taobao-items'],
    ['DOUYIN_73', 'douyin-orders'],
    ['DOUYIN_75', 'douyin-orders'],
    ['PINDUODUO_23', 'pinduoduo-orders'],
    ['PINDUODUO_2019', 'pinduoduo-orders'],
    ['JD_30', 'jd-orders'],
    ['WECHAT_57', 'wechat-orders'],
    ['KUAISHOU_61', 'kuaishou-orders'],
    ['XIAOHONGSHU_72', 'xiaohongshu-orders'],
  ])('knows %s as %s, with no column unknown', (name, format) => {
    const path = folder.writeCsv(exportGrid(name), { quotes: 'all' });
    const reading = readable(path);
    expect(reading.format).toBe(format);
    expect(reading.unknownColumns).toEqual([]);
    expect(reading.header()).toEqual(exportGrid(name)[0]?.map((header) => header.trim()));
    expect(recordsOf(path)).toHaveLength(1);
  });

  it('Q2–Q4, Q7, Q10, Q18: reads Era B as 淘宝 wrote it', () => {
    const [first, second, third] = ordersOf(fixture('taobao-orders-2017.csv'));
    expect(first).toMatchObject({
      row: 2,
      no: '30012345678901234',
      shopName: '示例旗舰店',
      fields: {
        status: 'paid',
        platformStatus: '买家已付款，等待卖家发货',
        customerNick: '山间一壶茶',
        placedAtMs: Date.parse('2017-07-08T00:42:32+08:00'),
        payableFen: 20112,
        receiverMobile: '13900000001',
        receiverAddress: '广东省 广州市 越秀区 示例街道示例路18号302房(510180)',
        closeReason: null,
        trackingNo: null,
      },
    });
    expect(first?.extra).not.toHaveProperty('特权订金订单id');
    expect(second?.fields).toMatchObject({
      memo: '申通',
      trackingNo: '3830000000001',
      receiverPhone: '0571-80000000',
      receiverAddress: '浙江省 杭州市 余杭区 示例镇示例小区3幢',
      itemKinds: 2,
      itemCount: 3,
      postageFen: 1000,
    });
    expect(third?.fields).toMatchObject({ status: 'closed', closeReason: '买家误拍或重拍', paidAtMs: null });
  });

  it('Q10, Q11, Q12: reads Era E, where much is absent and absent is not empty', () => {
    const [first, second, third] = ordersOf(fixture('taobao-orders-2026.csv'));
    expect(first?.fields).toMatchObject({
      status: 'paid',
      refundFen: null,
      memoTag: '加急单',
      shipDeadlineAtMs: Date.parse('2026-06-11T22:17:00+08:00'),
      trackingNo: null,
    });
    expect(first?.fields).not.toHaveProperty('customerNick');
    expect(second?.fields).toMatchObject({
      refundFen: 2000,
      shipDeadlineAtMs: Date.parse('2026-06-10T09:32:00+08:00'),
    });
    expect(third?.fields).toMatchObject({
      status: 'unpaid',
      shippedAtMs: null,
      paidFen: 0,
      payableFen: 4100,
    });
  });

  it('leaves the status out where the file has no such column', () => {
    const [order] = ordersOf(folder.writeCsv(exportGrid('ERA_E_19')));
    expect(order?.fields).not.toHaveProperty('status');
    expect(order?.fields).toMatchObject({ payableFen: 6980 });
  });

  it('adds goods and postage up where 总金额 is not exported', () => {
    const header = ['订单编号', '订单状态', '买家应付货款', '买家应付邮费'];
    const [order] = ordersOf(folder.writeCsv([header, rowUnder(header)]));
    expect(order?.fields.payableFen).toBe(6980);
  });

  it('Era D: takes the first filled of two memo columns and keeps the other', () => {
    const grid = exportGrid('ERA_D', [
      { 订单备注: '', 商家备忘: '周五发' },
      { 订单备注: '改地址', 商家备忘: '周五发', 主订单编号: '3304370000000000000' },
    ]);
    const [one, two] = ordersOf(folder.writeCsv(grid));
    expect(one?.fields.memo).toBe('周五发');
    expect(two?.fields.memo).toBe('改地址');
    expect(two?.extra).toMatchObject({ 商家备忘: '周五发', 主订单编号: '3304370000000000000' });
    expect(two?.no).toBe('3304370000000000001');
  });

  it('Q8, Q9: reads classic item rows with their trailing comma', () => {
    const [first, , third] = itemsOf(fixture('taobao-items-2017.csv'));
    expect(first).toMatchObject({
      no: '30012345678901234',
      subNo: null,
      item: { title: '示例不粘锅 20cm', sku: '颜色分类：20厘米锅-不含盖', priceFen: 20112, quantity: 1 },
      order: { status: 'paid' },
    });
    expect(third?.item).toMatchObject({ outerCode: null, merchantCode: null, sku: null });
  });

  it('Q17: reads newer item rows by main and sub-order', () => {
    const [first, second] = itemsOf(fixture('taobao-items-2026.csv'));
    expect(first).toMatchObject({ no: '3304370000000000002', subNo: '3304370000000000003' });
    expect(first?.item).toMatchObject({
      sku: '颜色分类：白色;规格：大号',
      refundFen: null,
      payableFen: 6800,
    });
    expect(second?.item).toMatchObject({
      sku: '颜色：黑色;尺寸：M',
      refundFen: 2000,
      refundStatus: '退款成功',
    });
    expect(second?.order).toMatchObject({ memo: '补差20 小满', memoTag: '加急' });
  });

  it('reads a subset of 15 item columns', () => {
    const header =
      '子订单编号,主订单编号,商品标题,商品价格,购买数量,商品属性,订单状态,商家编码,买家应付货款,买家实付金额,退款状态,退款金额,订单创建时间,订单付款时间,商品ID'.split(
        ',',
      );
    const row = rowUnder(header, { 商品属性: '颜色:红色;尺寸:M', 退款金额: '无退款申请' });
    const [item] = itemsOf(folder.writeCsv([header, row], { encoding: 'utf-8' }));
    expect(item?.item).toMatchObject({
      sku: '颜色：红色;尺寸：M',
      refundFen: null,
      productNo: '700000000001',
    });
  });
});

describe('P1/X4: exports of the other platforms', () => {
  it('Q5, Q9: 抖店 rows are sub-orders, each with its own amounts', () => {
    const common = { 主订单编号: '6900000000000000001\t', 订单状态: '待发货', 售后状态: '-' };
    const grid = exportGrid('DOUYIN_73', [
      { ...common, 子订单编号: '6900000000000000001\t', 选购商品: '示例保温杯', 商品单价: '1,089.00' },
      { ...common, 子订单编号: '6900000000000000002\t', 选购商品: '示例杯刷', 旗帜颜色: '红' },
    ]).map((row, at, all) => {
      if (at === 0) return row;
      const set: Record<string, string> = {
        订单应付金额: at === 1 ? '1,089.00' : '11.00',
        商品数量: '1',
        商品规格: '颜色分类:白色;规格:500ml',
        支付完成时间: '2026-06-09 10:00:05\t',
        省: '浙江省',
        市: '杭州市',
        区: '余杭区',
        街道: '示例镇',
        详细地址: '示*幢',
      };
      return row.map((cell, column) => set[all[0]?.[column] ?? ''] ?? cell);
    });
    const [first, second] = itemsOf(folder.writeCsv(grid, { encoding: 'utf-8-bom', quotes: 'all' }));
    expect(first).toMatchObject({
      no: '6900000000000000001',
      subNo: '6900000000000000001',
      item: { title: '示例保温杯', sku: '颜色分类：白色;规格：500ml', priceFen: 108900, payableFen: 108900 },
      order: {
        status: 'paid',
        payableFen: 108900,
        paidFen: 108900,
        itemCount: 1,
        itemTitle: '示例保温杯',
        afterSalesStatus: null,
        receiverAddress: '浙江省 杭州市 余杭区 示例镇 示*幢',
      },
    });
    expect(second?.order).toMatchObject({ payableFen: 1100, flag: 'red' });
    expect(second?.item.payableFen).toBe(1100);
  });

  it('抖店: takes number and carrier from 快递信息', () => {
    const grid = exportGrid('DOUYIN_75', [
      { 订单状态: '已发货', 快递信息: 'YT0000000000009-圆通快递,示例保温杯' },
    ]);
    const [item] = itemsOf(folder.writeCsv(grid, { encoding: 'utf-8-bom' }));
    expect(item?.order).toMatchObject({ trackingNo: 'YT0000000000009', carrier: '圆通快递' });
  });

  it('Q5, Q14: 拼多多, also under a first line 名称：说明', () => {
    const plain = fixture('pinduoduo-orders-2026.csv');
    const text = readFileSync(
      new URL('../../../fixtures/pinduoduo-orders-2026.csv', import.meta.url),
      'utf8',
    );
    const titled = folder.writeText(`订单列表：近三个月的订单\n${text}`, 'utf-8-bom');
    for (const path of [plain, titled]) {
      const [record] = itemsOf(path);
      expect(record).toMatchObject({
        no: '260517-600000000000001',
        subNo: '1600000000001',
        item: { title: '示例收纳盒', sku: '白色;大号', merchantCode: 'SNH-L', quantity: 1 },
        order: { status: 'shipped', platformStatus: '已发货，待收货', payableFen: 1890, sku: '白色;大号' },
        orderExtra: { '店铺优惠折扣(元)': '1.00' },
      });
      expect(record?.order.completedAtMs).toBeNull();
    }
    expect(itemsOf(titled)[0]?.row).toBe(3);
  });

  it('拼多多: never keeps names and numbers of identity cards', () => {
    const grid = exportGrid('PINDUODUO_2019', [
      { 订单状态: '已收货', 身份证姓名: '周可', 身份证号码: '330100X' },
    ]);
    const [record] = itemsOf(folder.writeCsv(grid));
    expect(JSON.stringify(record)).not.toMatch(/周可|330100X/);
  });

  it('京东: 订单备注 is what the customer wrote, 商家备注 the memo', () => {
    const [record] = itemsOf(fixture('jd-orders-2026.csv'));
    expect(record).toMatchObject({
      no: '300000000001',
      item: { title: '示例电热水壶', outerCode: 'DSH-01', quantity: 1, priceFen: 12900 },
      order: {
        status: 'paid',
        memo: '加急',
        customerMessage: null,
        flag: 'red',
        payableFen: 11900,
        paidFen: 11900,
      },
    });
  });

  it('京东: an order of several goods has a row for each, and its amounts on all of them', () => {
    const usual = { 订单号: '300000000001', 应付金额: '139.00', 订单状态: '等待出库' };
    const kettle = {
      ...usual,
      商品ID: '100000000001',
      商品名称: '电热水壶',
      订购数量: '1',
      京东价: '129.00',
    };
    const filter = { ...usual, 商品ID: '100000000002', 商品名称: '滤芯', 订购数量: '2', 京东价: '5.00' };
    const records = itemsOf(folder.writeCsv(exportGrid('JD_30', [kettle, filter, filter])));
    expect(records.map(({ subNo }) => subNo)).toEqual(['100000000001', '100000000002', '100000000002']);
    for (const { order } of records) {
      expect(order).toMatchObject({ payableFen: 13900 });
    }
  });
});

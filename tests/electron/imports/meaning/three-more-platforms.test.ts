import { afterAll, describe, expect, it } from 'vitest';
import { PLATFORMS } from '../../../../shared/domain/team/shop.ts';
import { createExportFolder } from '../../../support/export-files.ts';
import type { ExportName } from '../../../support/export-headers.ts';
import { beijing } from '../../../support/records/an-order.ts';
import { aRefundDesk } from '../../refunds/a-refund-desk.ts';
import { anImportDesk } from './an-import-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const NO = '3718470000000000001';

const WECHAT = {
  订单号: NO,
  订单下单时间: '2026-06-10 09:50:00',
  订单状态: '待付款',
  收件人姓名: '林小满',
  收件人地址: '示例路 3 号',
  省: '浙江省',
  市: '杭州市',
  区: '余杭区',
  收件人手机: '13900000002',
  买家备注: '尽快发货',
  商家备注: '已联系',
  打标颜色: '红色',
  商品总价: '80.00',
  订单实际支付金额: '76.00',
  订单运费: '6.00',
  商品名称: '示例水杯',
  '商品编码(平台)': '10000001',
  'SKU编码(自定义)': 'SL-1',
  商品属性: '白色',
  '商品价格(单件)': '40.00',
  商品数量: '1',
};

const KUAISHOU = {
  订单号: NO,
  订单创建时间: '2026-06-10 09:50:00',
  订单支付时间: '2026-06-10 09:52:00',
  订单状态: '待发货',
  实付款: '76.00',
  快递费: '0.00',
  成交数量: '2',
  '预售/承诺发货时间': '2026-06-12 09:52:00',
  商品名称: '示例水杯',
  商品规格: '白色',
  商品单价: '38.00',
  CPS达人ID: '12345',
  收货人姓名: '林小满',
  收货人电话: '13900000002',
  '收货地址-省': '浙江省',
  '收货地址-市': '杭州市',
  收货地址: '示例路 3 号',
  实名姓名: '林小满',
};

const XIAOHONGSHU = {
  订单号: 'P718470000000000001',
  订单状态: '待配货',
  小红书编码: '65f0000000000000000000a1',
  规格ID: '65f0000000000000000000b1',
  商品名称: '示例水杯',
  SKU规格: '白色',
  SKU件数: '1',
  '商品总价(元)': '40.00',
  '用户应付金额(元)': '38.00',
  支付时间: '2026-06-10 09:52:00',
  订单创建时间: '2026-06-10 09:50:00',
  承诺发货时间: '2026-06-12 09:52:00',
  收件人姓名: '林小满',
  收件人身份证号: '110101199001011234',
  用户备注: '尽快发货',
  包裹备注信息: '已联系',
};

describe('orders of 微信小店, 快手 and 小红书', () => {
  it('微信小店: an order that is not paid is chased, its goods are lines, its amounts are said once', () => {
    const desk = anImportDesk(folder, 'wechat');
    desk.commit(WECHAT, { ...WECHAT, 商品名称: '示例茶具', '商品编码(平台)': '10000002', 商品数量: '2' });
    expect(desk.order(NO)).toMatchObject({
      status: 'unpaid',
      placedAtMs: beijing('2026-06-10 09:50'),
      payableFen: 7600,
      receiverAddress: '浙江省 杭州市 余杭区 示例路 3 号',
      customerMessage: '尽快发货',
      memo: '已联系',
      flag: 'red',
    });
    expect(desk.lines(NO)).toMatchObject([
      { title: '示例水杯', sku: '白色', merchantCode: 'SL-1', quantity: 1, priceFen: 4000 },
      { title: '示例茶具', quantity: 2 },
    ]);
    expect(desk.chases(NO)).not.toEqual([]);
  });

  it('快手: a paid order has its shipping time, and nothing of identity papers is kept', () => {
    const desk = anImportDesk(folder, 'kuaishou');
    desk.commit(KUAISHOU);
    const order = desk.order(NO);
    expect(order).toMatchObject({
      status: 'paid',
      paidAtMs: beijing('2026-06-10 09:52'),
      shipDeadlineAtMs: beijing('2026-06-12 09:52'),
      paidFen: 7600,
      receiverMobile: '13900000002',
      receiverAddress: '浙江省 杭州市 示例路 3 号',
    });
    expect(order.extra).toEqual({ CPS达人ID: '12345' });
    expect(desk.lines(NO)).toMatchObject([{ title: '示例水杯', sku: '白色', quantity: 2, priceFen: 3800 }]);
  });

  it('小红书: each row has the amounts of its own goods, which the order adds up', () => {
    const desk = anImportDesk(folder, 'xiaohongshu');
    const other = {
      ...XIAOHONGSHU,
      规格ID: '65f0000000000000000000b2',
      SKU规格: '黑色',
      '用户应付金额(元)': '42.00',
    };
    desk.commit(XIAOHONGSHU, other);
    const order = desk.order(XIAOHONGSHU.订单号);
    expect(order).toMatchObject({
      status: 'paid',
      platformStatus: '待配货',
      paidFen: 8000,
      itemCount: 2,
      shipDeadlineAtMs: beijing('2026-06-12 09:52'),
      customerMessage: '尽快发货',
      memo: '已联系',
    });
    expect(JSON.stringify(order)).not.toContain('110101199001011234');
    expect(desk.lines(XIAOHONGSHU.订单号).map(({ sku }) => sku)).toEqual(['白色', '黑色']);
  });

  it.each([
    ['wechat', WECHAT],
    ['kuaishou', KUAISHOU],
    ['xiaohongshu', XIAOHONGSHU],
  ] as const)('the same file twice changes nothing: %s', (platform, cells) => {
    const desk = anImportDesk(folder, platform);
    desk.commit(cells);
    expect(desk.commit(cells).run.counts).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
  });
});

describe('refunds of 微信小店, 快手 and 小红书, as far as their columns are known', () => {
  const COMMON = { 售后单号: '250000000000000002', 商品名称: '示例水杯', 售后类型: '退货退款' };

  it.each([
    [
      'wechat',
      'WECHAT_REFUNDS',
      {
        ...COMMON,
        订单编号: NO,
        售后状态: '待商家处理',
        退款金额: '39.00',
        退换货物流单号: 'YT0000000000001',
      },
    ],
    [
      'kuaishou',
      'KUAISHOU_REFUNDS',
      { ...COMMON, 订单编号: NO, 售后状态: '待商家处理', 退款金额: '39.00', 退货物流单号: 'YT0000000000001' },
    ],
    [
      'xiaohongshu',
      'XIAOHONGSHU_REFUNDS',
      { ...COMMON, 订单号: NO, 状态: '待商家处理', '申请售后金额(元)': '39.00', 原因: '商品质量问题' },
    ],
  ] as const)('%s', (platform, name: ExportName, cells) => {
    const desk = aRefundDesk(folder, platform);
    expect(desk.commit(name, cells).format).toBe(`${platform}-refunds`);
    expect(desk.refund()).toMatchObject({
      refundNo: COMMON.售后单号,
      orderNo: NO,
      refundFen: 3900,
      platformStatus: '待商家处理',
      platformType: '退货退款',
      itemTitle: '示例水杯',
    });
  });
});

it('every platform that a shop can be of has files of orders and of refunds', () => {
  const desk = anImportDesk(folder);
  const named = (kind: string) =>
    PLATFORMS.map((platform) => (platform === 'tmall' ? 'taobao' : platform)).map(
      (platform) => desk.core.fileCatalogue.formatNamed(`${platform}-${kind}`)?.format.name,
    );
  expect([...named('orders'), ...named('refunds')]).not.toContain(undefined);
});

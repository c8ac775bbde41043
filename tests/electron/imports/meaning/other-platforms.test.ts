import { afterAll, describe, expect, it } from 'vitest';
import type { Platform } from '../../../../shared/domain/team/shop.ts';
import { createExportFolder, exportGrid } from '../../../support/export-files.ts';
import type { ExportName } from '../../../support/export-headers.ts';
import { readExport } from '../reading/read-one.ts';
import { anImportDesk } from './an-import-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

/** A row for a header, as far as it matters: anything that is no number of an order. */
function rowOf(header: string): Record<string, string> {
  return Object.fromEntries(
    header.split(',').map((name) => [name, /编号|订单号|单号/.test(name) ? '2416000000000001' : '']),
  );
}

describe('F09: order files of other platforms and programs are refused by name', () => {
  it.each([
    [
      '快手',
      '订单编号,订单创建时间,订单支付时间,订单状态,实付款,商品名称,商品ID,规格,成交数量,买家昵称,收货人,收货人电话,收货地址,快递单号,快递公司,卖家备注',
      /「快手 订单」.*请导入到该平台的店铺/,
    ],
    [
      '旺店通',
      '订单编号,店铺,子单原始单号,订单状态,订单退款状态,交易时间,付款时间,发货时间,收件人,买家实付,应收金额,货品名称,实发数量,分摊后总价',
      /旺店通.*商家后台导出/,
    ],
    [
      '聚水潭',
      '内部订单号,线上订单号,店铺,订单日期,付款日期,订单状态,应付金额,已付金额,买家账号,快递公司,快递单号,商家备注',
      /聚水潭.*商家后台导出/,
    ],
    [
      '有赞',
      '订单号,订单类型,订单状态,订单创建时间,买家付款时间,归属店铺,粉丝昵称,收货人,全部商品名称,订单实付金额,商家订单备注',
      /有赞.*不支持/,
    ],
    [
      '小红书',
      '订单号,包裹号,包裹状态,小红书编码,规格ID,商品名称,下单时间,订单状态,收件人',
      /「小红书 订单」.*请导入到该平台的店铺/,
    ],
    [
      '微信小店',
      '订单号,微信支付订单号,带货账号昵称,订单状态,下单时间,商品名称,商品数量,收件人,快递单号',
      /「微信小店 订单」.*请导入到该平台的店铺/,
    ],
    [
      '1688',
      '订单编号,买家公司名,买家会员名,卖家公司名,卖家会员名,货品总价(元),运费(元),实付款(元),订单状态,订单创建时间,订单付款时间,收货人姓名,货品标题',
      /1688.*不支持/,
    ],
    [
      'nobody knows which, by 订单编号',
      '订单编号,订单状态,成交金额,买家付款日期,会员昵称,收件人',
      /其他平台或 ERP.*成交金额/,
    ],
    [
      'nobody knows which, by 订单号',
      '订单号,订单状态,下单日期,付款日期,实收金额,收货人',
      /其他平台或 ERP.*下单日期/,
    ],
  ])('%s', (_what, header, reason) => {
    for (const platform of ['taobao', 'pinduoduo', 'jd'] as const)
      expect(anImportDesk(folder, platform).refusal(rowOf(header))).toMatch(reason);
  });

  it.each<ExportName>([
    'ERA_A',
    'ERA_B',
    'ERA_C_2018',
    'ERA_C_2020',
    'ERA_D',
    'ERA_E',
    'ERA_E_9',
    'ERA_E_19',
    'ITEMS_CLASSIC',
    'ITEMS_18',
    'ITEMS_23',
    'ITEMS_27',
    'DOUYIN_73',
    'DOUYIN_75',
    'PINDUODUO_23',
    'PINDUODUO_2019',
    'JD_30',
    'WECHAT_57',
    'KUAISHOU_61',
    'XIAOHONGSHU_72',
  ])('takes no file of ours for one of them: %s', (name) => {
    expect(readExport(folder.writeCsv(exportGrid(name, [{}])), {}).kind).toBe('readable');
  });

  it('takes a file with a few columns that many platforms have', () => {
    const row = {
      订单编号: '3304370000000000001',
      订单状态: '交易成功',
      订单创建时间: '2026-06-10 08:00:00',
    };
    expect(anImportDesk(folder).preview(row).counts.new).toBe(1);
  });
});

describe('F08: a file goes only into a shop of its platform', () => {
  const pinduoduo = {
    订单号: '260517-600000000000002',
    订单状态: '待发货',
    订单成交时间: '2026-05-17 10:21:33',
    '商品总价(元)': '19.90',
    '用户实付金额(元)': '18.90',
  };

  it('is previewed with the platforms that fit, and not imported elsewhere', () => {
    const desk = anImportDesk(folder, 'taobao');
    expect(desk.preview(pinduoduo).platforms).toEqual(['pinduoduo']);
    expect(desk.refusal(pinduoduo)).toMatch(/「拼多多 订单」.*淘宝店铺/);
    expect(desk.orders()).toEqual([]);
    expect(anImportDesk(folder, 'pinduoduo').refusal(pinduoduo)).toBe('committed');
  });

  it.each<Platform>(['taobao', 'jd', 'pinduoduo'])(
    'is taken by a shop of %s where no column tells',
    (platform) => {
      const memos = { 订单号: '300000000001', 订单状态: '已取消', 商家备注: '已联系' };
      expect(anImportDesk(folder, platform).refusal(memos)).toBe('committed');
    },
  );
});

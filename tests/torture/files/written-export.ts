import type { Platform } from '../../../shared/domain/team/shop.ts';
import { below, pick, type Random } from '../../bench/support/random.ts';
import { type ExportName, headerOf } from '../../support/export-headers.ts';

/** Every format that is imported, with a shop that it can be about. */
export const IMPORTED: readonly (readonly [ExportName, Platform])[] = [
  ['ERA_A', 'taobao'],
  ['ERA_B', 'taobao'],
  ['ERA_C_2018', 'tmall'],
  ['ERA_C_2020', 'taobao'],
  ['ERA_D', 'tmall'],
  ['ERA_E', 'tmall'],
  ['ERA_E_9', 'taobao'],
  ['ERA_E_19', 'tmall'],
  ['ITEMS_CLASSIC', 'taobao'],
  ['ITEMS_18', 'taobao'],
  ['ITEMS_23', 'tmall'],
  ['ITEMS_27', 'tmall'],
  ['DOUYIN_73', 'douyin'],
  ['DOUYIN_75', 'douyin'],
  ['PINDUODUO_23', 'pinduoduo'],
  ['PINDUODUO_2019', 'pinduoduo'],
  ['JD_30', 'jd'],
  ['REFUNDS_2017', 'taobao'],
  ['REFUNDS_2021', 'taobao'],
  ['REFUNDS_2026', 'tmall'],
  ['REFUNDS_MID_2026', 'tmall'],
  ['DOUYIN_REFUNDS', 'douyin'],
  ['PINDUODUO_REFUNDS', 'pinduoduo'],
  ['JD_REFUNDS', 'jd'],
];

export type WrittenExport = {
  readonly name: ExportName;
  readonly platform: Platform;
  /** The header, and a line for each record. */
  readonly grid: readonly (readonly string[])[];
};

/** The amount that every column of a record says: a sum that is any other came from nowhere. */
export const yuanOf = (index: number): number => 100 + index;
const FIRST_NO = 3_304_370_000_000_000_000n;
export const noOf = (index: number): string => (FIRST_NO + BigInt(index) * 13n).toString();
/** The record of that number; `undefined`: no file had it. */
export const indexOf = (no: string): number | undefined => {
  const index = Number((BigInt(/^\d{15,20}$/u.test(no) ? no : '0') - FIRST_NO) / 13n);
  return noOf(index) === no && index >= 0 ? index : undefined;
};

const RECORDS = 5000;

const ORDER_STATES = ['等待买家付款', '买家已付款，等待卖家发货', '交易成功', '交易关闭'] as const;
const REFUND_STATES = [
  '买家已经申请退款，等待卖家同意',
  '待商家处理',
  '退款成功',
  '买家已经退货，等待卖家确认收货',
];

/** By the words in a header, the first line that fits: what the column says of the record. */
const CELLS: readonly (readonly [RegExp, (index: number, random: Random) => string])[] = [
  [/邮费|运费|积分|优惠|税费|抵扣|手续费/u, () => '0.00'],
  [/金额|总额|价格|货款|应付|实付|实收|总价|单价|京东价/u, (index) => `${yuanOf(index)}.00`],
  [/数量/u, () => '1'],
  [/^子订单|商品单号/u, (index) => `${noOf(index)}1`],
  [/^(主?订单|退款|售后|服务单?)(编号|单?号)$/u, noOf],
  [/^(退款|售后)状态$/u, (_index, random) => pick(random, REFUND_STATES)],
  [/^订单状态$/u, (_index, random) => pick(random, ORDER_STATES)],
  [/时间$/u, (index) => `2026-06-0${1 + (index % 9)} 10:0${index % 10}:00`],
  [/会员|昵称|收货人|收件人|帐号/u, (index) => `客户${index % 50}`],
];

function cellOf(header: string, index: number, random: Random): string {
  const [, write] = CELLS.find(([words]) => words.test(header)) ?? [];
  return write?.(index, random) ?? '';
}

/** A file of that format with a few records that no other file need know. */
export function writtenExport(random: Random): WrittenExport {
  const [name, platform] = pick(random, IMPORTED);
  const header = headerOf(name);
  const first = below(random, RECORDS);
  const records = Array.from({ length: 2 + below(random, 20) }, (_, at) =>
    header.map((column) => cellOf(column.trim(), first + at, random)),
  );
  return { name, platform, grid: [header, ...records] };
}

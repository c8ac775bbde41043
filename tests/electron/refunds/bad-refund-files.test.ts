import { renameSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { PLATFORM_LABELS } from '../../../shared/domain/team/shop.ts';
import { createExportFolder } from '../../support/export-files.ts';
import { AGENT, APPLIED, aRefundDesk, type RefundDesk } from './a-refund-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

let desk: RefundDesk;
beforeEach(() => {
  desk = aRefundDesk(folder);
});

type Cells = Readonly<Record<string, string>>;

/** `'3 订单号'`, with the sentence; the preview says the same as the import. */
function remarksOf(...rows: readonly Cells[]): Readonly<Record<string, string>> {
  const preview = desk.preview('REFUNDS_2026', ...rows);
  const path = desk.fileOf('REFUNDS_2026', ...rows);
  const outcome = desk.core.importFile({ path, shop: desk.shop, agentId: AGENT, isDryRun: false });
  if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
  expect(preview).toMatchObject({ preview: { remarks: outcome.remarks } });
  expect(outcome.rejected).toEqual([]);
  return Object.fromEntries(outcome.remarks.map(({ row, column, reason }) => [`${row} ${column}`, reason]));
}
const OTHER = { ...APPLIED, 订单编号: '3304370000000000777', 退款编号: '250000000000000777' };

describe('A4: what a refund file gets wrong is said row by row, and nothing is lost', () => {
  it('nothing is said of rows that are as they should be', () => {
    expect(remarksOf(APPLIED, OTHER)).toEqual({});
  });

  it('a refund without an order number', () => {
    expect(remarksOf(OTHER, { ...APPLIED, 订单编号: '' })).toEqual({
      '3 订单号': '没有订单编号，已导入，但不能和订单关联；请在后台补查订单号，或重新导出后再导入',
    });
    expect(desk.refunds()).toHaveLength(2);
  });

  it('two refunds of one order', () => {
    expect(remarksOf(APPLIED, { ...APPLIED, 退款编号: '250000000000000003' })).toEqual({
      '3 订单号': '该订单在本文件中还有退款 250000000000000002，两笔分别计时，请分别处理',
    });
    expect(desk.refunds()).toHaveLength(2);
  });

  it('an amount above the order, not one with its freight', () => {
    const above = { ...OTHER, 买家退款金额: '390.00' };
    expect(remarksOf({ ...APPLIED, 买家退款金额: '45.00' }, above)).toEqual({
      '3 退款金额': '高于实付 39.00 元，已按文件导入；请到后台核对，如以“分”为单位请改成元后重新导入',
    });
    expect(desk.refunds().map(({ refundFen }) => refundFen)).toEqual([4500, 39_000]);
  });

  it('fen where yuan is expected', () => {
    expect(remarksOf({ ...APPLIED, 买家退款金额: '3900' })).toEqual({
      '2 退款金额': '是实付 39.00 元的 100 倍，已按“分”读取；如不对，请改成以元为单位后重新导入',
    });
    expect(desk.refund().refundFen).toBe(3900);
  });

  it('an end that is past while the refund goes on', () => {
    const past = { ...APPLIED, 超时时间: '2026-06-12 09:00:00' };
    expect(remarksOf(past, { ...OTHER, 超时时间: '2026-06-12 09:00:00', 退款状态: '退款成功' })).toEqual({
      '2 超时时间': '已过，而退款仍未结束：平台可能已处理或暂停计时，请到后台核实',
    });
  });

  it('a reason that nobody knows', () => {
    expect(remarksOf({ ...APPLIED, 买家退款原因: '七月流火', 退款状态: '等待系统核验' })).toEqual({
      '2 退款原因': '不认识的退款原因，已按原文保留；挽留和运费承担按未知处理，请询问客户',
    });
    expect(desk.refund()).toMatchObject({ reason: '七月流火', platformStatus: '等待系统核验' });
  });

  it.each([
    '商品质量问题',
    '七天无理由退换货',
    '拍错/多拍/不想要',
    '未按约定时间发货',
    '商品错发/漏发',
    '收到商品破损/不符',
    '其他',
  ])('every reason that the platform offers is known: %s', (reason) =>
    expect(remarksOf({ ...APPLIED, 买家退款原因: reason })).toEqual({}),
  );

  it('once, and again where the row has changed since', () => {
    const bad = { ...APPLIED, 订单编号: '', 退款状态: '买家已经申请退款，等待卖家同意' };
    expect(Object.keys(remarksOf(bad))).toEqual(['2 订单号']);
    expect(remarksOf(bad)).toEqual({});
    expect(Object.keys(remarksOf({ ...bad, 退款状态: '卖家已经同意退款，等待买家退货' }))).toEqual([
      '2 订单号',
    ]);
  });

  it('a refund file that is named like an order file is known by its columns', () => {
    const path = desk.fileOf('REFUNDS_2026', APPLIED);
    const named = join(dirname(path), 'ExportOrderList202606131000.csv');
    renameSync(path, named);
    const outcome = desk.core.importFile({ path: named, shop: desk.shop, agentId: AGENT, isDryRun: false });
    expect(outcome).toMatchObject({ kind: 'committed', run: { format: 'taobao-refunds' } });
  });

  it.each(['wechat', 'kuaishou', 'xiaohongshu'] as const)('a file of another platform: %s', (platform) => {
    const other = aRefundDesk(folder, platform);
    const path = other.fileOf('REFUNDS_2026', APPLIED);
    const outcome = other.core.importFile({ path, shop: other.shop, agentId: AGENT, isDryRun: false });
    expect(outcome).toMatchObject({
      kind: 'unreadable',
      reason: expect.stringContaining(`而店铺是${PLATFORM_LABELS[platform]}店铺`),
    });
  });
});

import { afterAll, describe, expect, it } from 'vitest';
import { readStoreFacts } from '../../../../electron/store/store-facts.ts';
import { refundStateOf } from '../../../../shared/domain/refunds/refund-words.ts';
import { createExportFolder } from '../../../support/export-files.ts';
import { headerOf } from '../../../support/export-headers.ts';
import { APPLIED, aRefundDesk } from '../../refunds/a-refund-desk.ts';
import { anImportDesk, NOW } from './an-import-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const jd = (no: string, status: string) => ({
  订单号: no,
  商品ID: '100000000001',
  商品名称: '示例电热水壶',
  订购数量: '1',
  下单时间: '2026-06-10 09:20:30',
  应付金额: '119.00',
  订单状态: status,
  下单帐号: 'jd_demo_user',
  付款确认时间: '2026-06-10 09:21:00',
});
const taobao = (status: string, paidAt = '') => ({
  订单编号: '3304370000000000001',
  买家会员名: '山间一壶茶',
  总金额: '89.00',
  订单状态: status,
  订单创建时间: '2026-06-10 09:00:00',
  订单付款时间: paidAt,
});

describe('F01, F06: a status that is new keeps its row', () => {
  it('reads what stands in brackets beside the status, and keeps it', () => {
    const desk = anImportDesk(folder, 'jd');
    const { run } = desk.commit(jd('300000000001', '(锁定)等待出库'), jd('300000000002', '等待出库'));
    expect(run.counts).toMatchObject({ new: 2, rejected: 0 });
    expect(desk.order('300000000001')).toMatchObject({ status: 'paid', platformStatus: '（锁定）等待出库' });
  });

  it('says which words are new and how they were read, by the words or by what the row proves', () => {
    const desk = anImportDesk(folder);
    expect(desk.preview(taobao('买家已收货，待评价')).notes).toEqual([
      '订单状态出现新的写法「买家已收货，待评价」，1 行，按「已完成」导入；如不正确请反馈',
    ]);
    expect(desk.preview(taobao('风控核验', '2026-06-10 09:01:00')).notes).toEqual([
      expect.stringContaining('「风控核验」，1 行，按「待发货」导入'),
    ]);
    expect(desk.preview(taobao('风控核验')).notes).toEqual([
      expect.stringContaining('「风控核验」，1 行，按「状态未知」导入'),
    ]);
  });

  it('shows the word on the order that was known before, and changes nothing else', () => {
    const desk = anImportDesk(folder);
    desk.commit(taobao('等待买家付款'));
    desk.commit(taobao('风控核验'));
    expect(desk.order('3304370000000000001')).toMatchObject({ status: 'unpaid', platformStatus: '风控核验' });
  });

  it('rejects what is no word at all, because the columns are out of place', () => {
    const desk = anImportDesk(folder);
    expect(desk.preview(taobao('89.00')).rejected).toEqual([
      expect.objectContaining({ column: '订单状态', reason: expect.stringContaining('内容可能错位') }),
    ]);
  });

  it('names new words in the diagnostics, and never what may be a person', () => {
    const { core, commit, db } = anImportDesk(folder);
    commit(
      taobao('买家已收货，待评价'),
      { ...taobao('林小满'), 订单编号: '3304370000000000002' },
      { ...taobao('139已付款'), 订单编号: '3304370000000000003' },
    );
    expect(core).toBeDefined();
    expect(readStoreFacts(db, NOW).newWords).toEqual([
      { word: '买家已收货，待评价', readAs: '已完成', rows: 1 },
    ]);
  });
});

describe('F01: a refund status that is new', () => {
  it.each([
    ['等待商家审核退款', 'wait-seller'],
    ['等待用户寄回商品', 'wait-buyer-return'],
    ['等待仓库签收', 'wait-seller-receive'],
    ['平台介入处理', 'platform'],
    ['退货退款成功', 'success'],
    ['系统已关闭', 'closed'],
    ['用户已撤销', 'closed'],
    ['卖家已驳回', 'refused'],
    ['申请撤销中', 'unknown'],
    ['等待系统核验', 'unknown'],
  ])('%s is %s', (platformStatus, state) => {
    expect(refundStateOf({ platformStatus, intervention: null })).toBe(state);
  });

  it('is said, with what it was taken for', () => {
    const desk = aRefundDesk(folder);
    const outcome = desk.preview('REFUNDS_2026', { ...APPLIED, 退款状态: '等待系统核验' });
    expect(outcome).toMatchObject({
      preview: { notes: [expect.stringContaining('「等待系统核验」，1 行，按「状态无法识别」')] },
    });
  });

  it('F14: is no refund without anything but its number', () => {
    const desk = aRefundDesk(folder);
    const nothing = Object.fromEntries(headerOf('REFUNDS_2026').map((column) => [column, '']));
    const outcome = desk.preview('REFUNDS_2026', APPLIED, { ...nothing, 退款编号: '250000000000000009' });
    expect(outcome).toMatchObject({
      preview: {
        counts: { new: 1, rejected: 1 },
        rejected: [{ reason: expect.stringContaining('不是退款') }],
      },
    });
  });
});

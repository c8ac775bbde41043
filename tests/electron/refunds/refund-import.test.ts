import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyStore } from '../../../electron/store/verify/verify-store.ts';
import { refundStateOf, refundTypeOf } from '../../../shared/domain/refunds/refund-words.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { createExportFolder } from '../../support/export-files.ts';
import type { ExportName } from '../../support/export-headers.ts';
import { beijing } from '../../support/records/an-order.ts';
import {
  AGENT,
  APPLIED,
  aRefundDesk,
  NOW,
  ORDER_NO,
  REFUND_NO,
  RETURNED,
  type RefundDesk,
} from './a-refund-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

let desk: RefundDesk;
beforeEach(() => {
  desk = aRefundDesk(folder);
});

const END = beijing('2026-06-17 09:00');
describe('A4: a refund file of 淘宝 or 天猫', () => {
  it.each<[ExportName, Readonly<Record<string, string>>]>([
    ['REFUNDS_2017', { 售后类型: '', 是否需要退货: '是' }],
    ['REFUNDS_2021', { 售后类型: '', 是否需要退货: '是' }],
    ['REFUNDS_2026', {}],
    ['REFUNDS_MID_2026', { 退款总额: '39.00', 退款申请时间: '2026-06-10 09:00:00' }],
  ])('is read in the layout of %s, with no column unknown', (name, cells) => {
    const outcome = desk.preview(name, { ...RETURNED, ...cells });
    expect(outcome).toMatchObject({
      kind: 'previewed',
      preview: { formatLabel: '淘宝/天猫 退款报表', counts: { new: 1, rejected: 0 }, unknownColumns: [] },
    });
    desk.commit(name, { ...RETURNED, ...cells });
    const refund = desk.refund();
    expect(refund).toMatchObject({
      refundNo: REFUND_NO,
      orderNo: ORDER_NO,
      refundFen: 3900,
      appliedAtMs: beijing('2026-06-10 09:00'),
      deadlineAtMs: END,
      returnTrackingNo: 'YT0000000000001',
      reason: '商品质量问题',
    });
    expect([refundStateOf(refund), refundTypeOf(refund)]).toEqual(['wait-seller-receive', 'return-refund']);
  });

  it('is previewed without a trace', () => {
    desk.preview('REFUNDS_2026', RETURNED);
    expect(desk.refunds()).toEqual([]);
  });

  it('changes nothing when it is read again', () => {
    desk.commit('REFUNDS_2026', RETURNED);
    const run = desk.commit('REFUNDS_2026', RETURNED);
    expect(run.counts).toMatchObject({ new: 0, changed: 0, unchanged: 1 });
  });

  it('keeps a row whose state nobody knows, in the platform’s words', () => {
    desk.commit('REFUNDS_2026', { ...RETURNED, 退款状态: '等待系统核验' });
    expect(desk.refund().platformStatus).toBe('等待系统核验');
    expect(desk.states()).toEqual(['unknown']);
    expect(desk.toDo()).toEqual(['refund unknown-state', 'refund overdue']);
  });

  it('asks for nothing where neither state nor end is known', () => {
    desk.commit('REFUNDS_2026', { ...RETURNED, 退款状态: '等待系统核验', 超时时间: '' });
    expect(desk.toDo()).toEqual([]);
  });

  it('says before it counts what each field was and is, and how many ends have moved earlier', () => {
    desk.commit('REFUNDS_2026', APPLIED);
    const outcome = desk.preview('REFUNDS_2026', {
      ...APPLIED,
      退款状态: '退款成功',
      超时时间: '2026-06-15 09:00:00',
      买家退款金额: '30.00',
    });
    const details = [
      '退款状态 买家已经申请退款，等待卖家同意 → 退款成功',
      '超时时间 06-17 09:00 → 06-15 09:00（提前）',
      '退款金额 ¥39.00 → ¥30.00',
    ];
    expect(outcome).toMatchObject({
      preview: { changed: [{ title: REFUND_NO, details }], notes: ['1 笔退款的截止时间提前了'] },
    });
  });

  it('refuses a row without its number, and says which', () => {
    const outcome = desk.preview('REFUNDS_2026', RETURNED, { ...RETURNED, 退款编号: '' });
    expect(outcome).toMatchObject({ preview: { counts: { new: 1, rejected: 1 } } });
  });

  it('keeps a refund without an order', () => {
    desk.commit('REFUNDS_2026', { ...RETURNED, 订单编号: '' });
    expect(desk.refund()).toMatchObject({ orderNo: null, order: null });
    expect(desk.toDo()).toContain('refund-return last-day');
  });

  it('says whose shops it can be about', () => {
    const other = aRefundDesk(folder, 'douyin');
    const outcome = other.preview('REFUNDS_2026', RETURNED);
    expect(outcome).toMatchObject({ preview: { platforms: ['taobao', 'tmall'] } });
  });
});

describe('A4: a refund file of another platform', () => {
  it('抖店: is read with its clock, and joined by the main order', () => {
    const douyin = aRefundDesk(folder, 'douyin');
    douyin.commit('DOUYIN_REFUNDS', {
      售后单号: '7000000000000000001\t',
      订单号: '6900000000000000001\t',
      商品单号: '6900000000000000001\t',
      商品名称: '示例保温杯',
      '应付金额（元）': '1,089.00',
      '退商品金额（元）': '1,089.00',
      商品发货状态: '未发货',
      售后类型: '仅退款',
      售后状态: '待商家处理',
      售后申请时间: '2026-06-13 08:00:00\t',
      自动处理截止时间: '2026-06-15 08:00:00\t',
      退货物流单号: '-',
    });
    const refund = douyin.refund();
    expect(refund).toMatchObject({
      refundFen: 108_900,
      deadlineAtMs: beijing('2026-06-15 08:00'),
      returnTrackingNo: null,
    });
    expect([refundStateOf(refund), refundTypeOf(refund)]).toEqual(['wait-seller', 'refund-unshipped']);
    expect(douyin.toDo()).toEqual([
      'refund first',
      'refund decide-24h',
      'refund decide-4h',
      'refund overdue',
    ]);
  });

  it('拼多多: is read by its known columns, with the end by the rule', () => {
    const pdd = aRefundDesk(folder, 'pinduoduo');
    pdd.commit('PINDUODUO_REFUNDS', {
      售后编号: '260613000000001\t',
      订单编号: '260612-600000000000001\t',
      交易金额: '18.90',
      售后状态: '退货退款待商家处理',
      退款类型: '退货退款',
      退款金额: '18.90',
      申请时间: '2026-06-13 09:00:00',
    });
    expect(pdd.states()).toEqual(['wait-seller']);
    expect(pdd.endOf(pdd.refund().id)).toMatchObject({
      source: 'rule',
      atMs: beijing('2026-06-14 21:00'),
    });
  });

  it('京东: is read under its row of titles', () => {
    const jd = aRefundDesk(folder, 'jd');
    jd.commit('JD_REFUNDS', {
      服务单号: '800000000001',
      订单号: '300000000001',
      商品名称: '示例电热水壶',
      客户期望: '退货',
      一级申请原因: '商品质量问题',
      退款金额: '119.00',
    });
    expect(jd.refund()).toMatchObject({ refundFen: 11_900, reason: '商品质量问题' });
    expect(refundTypeOf(jd.refund())).toBe('return-refund');
  });
});

describe('A4: a refund and its order', () => {
  const order = { 订单编号: ORDER_NO, 买家会员名: '山间一壶茶', 订单状态: '卖家已发货，等待买家确认' };
  const item = { ...order, 子订单编号: '3304370000000000109', 主订单编号: ORDER_NO };

  it('find each other in whichever order their files come', () => {
    desk.commit('ERA_B', order);
    desk.commit('REFUNDS_2026', RETURNED);
    const other = aRefundDesk(folder);
    other.commit('REFUNDS_2026', RETURNED);
    expect(other.refund().order).toBeNull();
    other.commit('ERA_B', order);
    for (const { refund } of [desk, other]) {
      expect(refund()).toMatchObject({ order: { no: ORDER_NO }, customerNick: '山间一壶茶' });
    }
  });

  it('find each other by the number of a part of the order', () => {
    const byPart = { ...RETURNED, 订单编号: '3304370000000000109' };
    desk.commit('REFUNDS_2026', byPart);
    expect(desk.refund().order).toBeNull();
    desk.commit('ITEMS_18', item);
    expect(desk.refund()).toMatchObject({ order: { no: ORDER_NO } });
    const orderId = desk.refund().order?.id;
    expect(orderId && desk.core.stores.refunds.listOfOrders([orderId])).toEqual([desk.refund().id]);
  });

  it('change what is asked: money alone for an order that has not left is due sooner', () => {
    desk.commit('REFUNDS_2026', { ...APPLIED, 售后类型: '仅退款', 超时时间: '' });
    expect(desk.endOf(desk.refund().id)?.atMs).toBe(beijing('2026-06-11 21:00'));
    desk.commit('ERA_B', { ...order, 订单状态: '买家已付款，等待卖家发货' });
    expect(desk.endOf(desk.refund().id)?.atMs).toBe(beijing('2026-06-11 09:00'));
    expect(desk.cards()[0]?.task).toMatchObject({ step: 'overdue', dueAtMs: beijing('2026-06-11 09:00') });
  });

  it('are one card, in whichever order their files come, and two again without the order', () => {
    const place = () => desk.core.stores.tasks.listToDo({ kind: 'refund', id: desk.refund().id });
    desk.commit('REFUNDS_2026', RETURNED);
    const before = place().map(({ matter }) => matter);
    const unpaid = { 订单状态: '等待买家付款', 订单创建时间: '2026-06-13 09:00:00', 总金额: '59.00' };
    const run = desk.commit('ERA_B', { ...order, ...unpaid });
    const orderId = desk.refund().order?.id;
    expect(new Set(place().map(({ matter }) => matter))).toEqual(new Set([orderId]));
    const toDo = orderId ? desk.core.stores.tasks.listToDo({ kind: 'order', id: orderId }) : [];
    expect(toDo.length).toBeGreaterThan(0);
    expect(desk.cards()).toHaveLength(1);
    desk.core.undoImport(run.id, AGENT);
    expect(place().map(({ matter }) => matter)).toEqual(before);
  });

  it('count the money of each refund while nothing is known of the order', () => {
    desk.commit(
      'REFUNDS_2026',
      { ...RETURNED, 买家退款金额: '20.00' },
      { ...RETURNED, 退款编号: '250000000000000003', 买家退款金额: '19.00' },
    );
    const filter = { bucket: 'all', shopId: null, kind: null, owner: null, text: '' } as const;
    const { byTab } = desk.core.queue.count(filter, { agentId: null, nowMs: desk.clock.now() });
    expect(Object.values(byTab).reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(3900);
  });
});

describe('A4: the clock of a refund in the store', () => {
  it('is the file’s, and its task says so until the platform has decided', () => {
    desk.commit('REFUNDS_2026', RETURNED);
    expect(desk.cards()).toMatchObject([
      {
        task: { kind: 'refund-return', step: 'refuse', expiresAtMs: END - DAY, amountAtRiskFen: 3900 },
        summary: { title: REFUND_NO, detail: '示例水杯', status: '待商家收货' },
      },
    ]);
    desk.commit('REFUNDS_2026', { ...RETURNED, 退款状态: '退款成功', 完结时间: '2026-06-13 10:30:00' });
    expect(desk.toDo()).toEqual([]);
    expect(verifyStore(desk.db, NOW).problems).toEqual([]);
  });

  it('stands still when a later file leaves it empty', () => {
    desk.commit('REFUNDS_2026', RETURNED);
    desk.commit('REFUNDS_2026', { ...RETURNED, 超时时间: '' });
    const end = desk.endOf(desk.refund().id);
    expect(end).toMatchObject({ source: 'rule', atMs: beijing('2026-06-20 20:14:09') });
  });

  it('that lies in the past stays in sight', () => {
    desk.commit('REFUNDS_2026', { ...APPLIED, 超时时间: '2026-06-12 09:00:00' });
    expect(desk.cards()).toHaveLength(1);
  });

  it('may be named by hand where no file does, and not against a file', () => {
    const subject = () => ({ kind: 'refund', id: desk.refund().id }) as const;
    const set = (atMs: number) =>
      desk.core.duties.deadlines.set(
        'manual',
        { subject: subject(), kind: 'refund', atMs, reason: null },
        desk.actor(),
      );
    desk.commit('REFUNDS_2026', { ...RETURNED, 超时时间: '' });
    set(END);
    expect(desk.endOf(desk.refund().id)).toMatchObject({ source: 'manual', atMs: END });
    desk.commit('REFUNDS_2026', RETURNED);
    expect(() => set(END + DAY)).toThrow('以导入文件为准');
  });

  it('says at once that it has come nearer', () => {
    desk.commit('REFUNDS_2026', RETURNED);
    desk.commit('REFUNDS_2026', { ...RETURNED, 超时时间: '2026-06-15 09:00:00' });
    expect(desk.task('refund-return')).toMatchObject({
      reason: expect.stringContaining('截止时间提前：原 06-17 09:00 现 06-15 09:00'),
    });
  });
});

describe('A4: taking the import of refunds back', () => {
  it('takes refund, end and task with it', () => {
    const run = desk.commit('REFUNDS_2026', RETURNED);
    desk.core.undoImport(run.id, AGENT);
    expect(desk.refunds()).toEqual([]);
    expect(desk.cards()).toEqual([]);
    expect(verifyStore(desk.db, NOW).problems).toEqual([]);
  });

  it('gives back what the file had changed', () => {
    desk.commit('REFUNDS_2026', RETURNED);
    const run = desk.commit('REFUNDS_2026', { ...RETURNED, 退款状态: '退款成功' });
    expect(desk.toDo()).toEqual([]);
    desk.core.undoImport(run.id, AGENT);
    expect(desk.toDo()).toContain('refund-return refuse');
  });

  it('is refused once an agent has worked on one of them', () => {
    const run = desk.commit('REFUNDS_2026', RETURNED);
    desk.core.noteRefund.noteArrival({ refundId: desk.refund().id, arrival: 'arrived' }, desk.actor());
    expect(() => desk.core.undoImport(run.id, AGENT)).toThrow(/退款在导入后已被客服处理/);
  });
});

describe('A4: refunds in the queue', () => {
  it.each([REFUND_NO, ORDER_NO, 'YT0000000000001', '水杯', '山间一壶茶'])('are found by %s', (text) => {
    desk.commit('REFUNDS_2026', RETURNED);
    desk.commit('ERA_B', { 订单编号: ORDER_NO, 买家会员名: '山间一壶茶' });
    expect(desk.cards(text).filter(({ task }) => task.subject.kind === 'refund')).toHaveLength(1);
    expect(desk.cards('雨伞')).toEqual([]);
  });
});

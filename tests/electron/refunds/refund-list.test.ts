import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import type { RefundQuery } from '../../../electron/refunds/refund-list.ts';
import { createRefundListStore } from '../../../electron/store/refunds/refund-list-store.ts';
import {
  REFUND_FILE_COLUMNS,
  REFUND_PLACES,
} from '../../../shared/ipc/contract/refunds/refund-list-contract.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { createExportFolder } from '../../support/export-files.ts';
import { plansOf } from '../../support/plans-of.ts';
import { APPLIED, aRefundDesk, NOW, RETURNED, type RefundDesk } from './a-refund-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

let desk: RefundDesk;
beforeEach(() => {
  desk = aRefundDesk(folder);
});

const WHOLE = {
  place: 'open',
  shopId: null,
  type: null,
  text: '',
  sort: 'urgency',
  offset: 0,
  limit: 100,
} as const;
const page = (asked: Partial<RefundQuery> = {}) =>
  desk.core.refundList.page({ ...WHOLE, nowMs: desk.clock.now(), ...asked });
const numbers = (asked: Partial<RefundQuery> = {}) =>
  page(asked).rows.map(({ refundNo }) => refundNo?.slice(-2));

const LATER = '2026-06-20 10:00:00';

/** A refund whose number ends with `no`, with so much money. */
const row = (no: string, yuan: string, cells: Readonly<Record<string, string>> = {}) => ({
  ...APPLIED,
  退款编号: `2500000000000000${no}`,
  订单编号: `33043700000000000${no}`,
  买家退款金额: yuan,
  买家实际支付金额: yuan,
  超时时间: LATER,
  ...cells,
});

describe('A4: every refund of every shop, by time left and money', () => {
  it('puts what ends soon first, and of what ends at about the same time the most money', () => {
    desk.commit(
      'REFUNDS_2026',
      row('11', '900.00'),
      row('12', '20.00', { 超时时间: '2026-06-13 12:00:00' }),
      row('13', '300.00', { 超时时间: '2026-06-13 13:00:00' }),
      row('14', '5.00', { 超时时间: '2026-06-12 10:00:00' }),
      row('15', '5000.00', { 超时时间: '' }),
    );
    // Without an end in the file the rule says one, and it is past.
    expect(numbers()).toEqual(['15', '14', '13', '12', '11']);
    expect(numbers({ sort: 'end' })).toEqual(['15', '14', '12', '13', '11']);
    expect(numbers({ sort: 'money' })).toEqual(['15', '11', '13', '12', '14']);
  });

  it('puts what was answered last, until a file shows it', () => {
    desk.commit('REFUNDS_2026', row('11', '900.00'), row('12', '20.00', { 超时时间: '2026-06-13 12:00:00' }));
    const [first] = page().rows;
    if (!first) throw new Error('There is no row');
    desk.core.noteRefund.answer({ refundId: first.id, decision: 'agree' }, desk.actor());
    expect(page().rows.map(({ id, isAnswerOpen }) => [id === first.id, isAnswerOpen])).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  it('is narrowed by state, type, shop and words, and says how many there are of each state', () => {
    const other = desk.core.shops.add({ platform: 'tmall', name: '另一家店' });
    desk.commit(
      'REFUNDS_2026',
      row('11', '1.00', { 售后类型: '仅退款', 宝贝标题: '示例茶壶' }),
      row('12', '2.00', { 退款状态: RETURNED['退款状态'] ?? '' }),
      row('13', '4.00', { 退款状态: '售后处理中' }),
      row('14', '8.00', { 退款状态: '退款成功' }),
    );
    expect(page()).toMatchObject({
      total: 3,
      refundFen: 700,
      byPlace: { open: 3, 'wait-seller': 1, 'wait-seller-receive': 1, other: 1, over: 1 },
    });
    expect(numbers({ place: 'wait-seller-receive' })).toEqual(['12']);
    expect(numbers({ place: 'other' })).toEqual(['13']);
    expect(numbers({ place: 'over' })).toEqual(['14']);
    expect(page({ place: 'over' })).toMatchObject({ total: 1, refundFen: 800 });
    expect(numbers({ type: 'refund-only' })).toEqual(['11']);
    expect(numbers({ place: 'over', type: 'return-refund' })).toEqual(['14']);
    expect(numbers({ place: 'over', type: 'exchange' })).toEqual([]);
    expect(numbers({ text: '茶壶' })).toEqual(['11']);
    expect(numbers({ place: 'over', text: '00000014' })).toEqual(['14']);
    expect(page({ shopId: other.id })).toMatchObject({ total: 0, byPlace: { over: 0 } });
  });

  it('shows every open refund in exactly one of its parts', () => {
    const words = [
      '退款成功',
      '退款关闭',
      '卖家拒绝退款',
      '待买家收货',
      '待商家召回',
      '没人见过的状态',
      '平台处理中',
    ];
    desk.commit('REFUNDS_2026', ...words.map((word, at) => row(`${20 + at}`, '1.00', { 退款状态: word })));
    const { byPlace } = page();
    const parts = REFUND_PLACES.filter((place) => place !== 'open' && place !== 'over');
    expect(parts.reduce((sum, place) => sum + byPlace[place], 0)).toBe(byPlace.open);
    expect(byPlace.open + byPlace.over).toBe(words.length);
  });

  it('learns of new files, other clocks of the shop and the time that has gone by', () => {
    desk.commit('REFUNDS_2026', row('11', '1.00'));
    expect(numbers()).toEqual(['11']);
    desk.commit('REFUNDS_2026', row('12', '0.50', { 超时时间: '2026-06-20 11:00:00' }));
    expect(numbers()).toEqual(['11', '12']);
    desk.commit('REFUNDS_2026', row('11', '1.00', { 超时时间: '2026-06-30 10:00:00' }));
    expect(numbers({ nowMs: NOW + 5 * DAY })).toEqual(['12', '11']);
  });

  it('counts and sums those that are over as it finds them, page by page, and learns of every one that comes', () => {
    const ended = (no: string, yuan: string, day: string) =>
      row(no, yuan, { 退款状态: '退款成功', 超时时间: '', 退款完结时间: `2026-06-${day} 09:00:00` });
    desk.commit(
      'REFUNDS_2026',
      ended('11', '1.00', '10'),
      ended('12', '2.00', '12'),
      ended('13', '4.00', '11'),
    );
    const over = (asked: Partial<RefundQuery> = {}) => page({ place: 'over', ...asked });
    expect(over()).toMatchObject({ total: 3, refundFen: 700, byPlace: { over: 3 } });
    expect(numbers({ place: 'over', offset: 1, limit: 1 })).toEqual(['13']);
    expect(over({ text: '000012' })).toMatchObject({ total: 1, refundFen: 200, byPlace: { over: 1 } });
    expect(over({ type: 'return-refund' })).toMatchObject({ total: 3, refundFen: 700, byPlace: { over: 3 } });
    desk.commit('REFUNDS_2026', ended('14', '8.00', '09'));
    expect(over()).toMatchObject({ total: 4, refundFen: 1500 });
    expect(numbers({ place: 'over', type: 'return-refund', offset: 2 })).toEqual(['11', '14']);
    expect(numbers({ place: 'over' })).toEqual(['12', '13', '11', '14']);
  });

  it('is found without reading refunds that are not shown', () => {
    const plans = plansOf((db) => {
      const store = createRefundListStore(db);
      store.listOpen();
      store.listOver({ shopId: null, text: '25' });
    });
    const ofRefunds = plans.filter((plan) => plan.includes('refunds'));
    expect(ofRefunds).toEqual([
      expect.stringContaining('USING INDEX refunds_open'),
      expect.stringContaining('USING COVERING INDEX refunds_over'),
    ]);
    expect(plans.join()).not.toContain('TEMP B-TREE');
  });
});

describe('A4: one answer that was given to many', () => {
  const answerAll = (decision: 'agree' | 'refuse') =>
    desk.core.noteRefund.answerMany({ refundIds: page().rows.map(({ id }) => id), decision }, desk.actor());

  it('leaves out those that cannot have it, and is taken back in one', () => {
    desk.commit('REFUNDS_2026', row('11', '1.00'), row('12', '2.00', { 买家退款原因: '七天无理由退换货' }));
    const { activityId, message } = answerAll('refuse');
    expect(message).toBe('1 笔已登记，待下次导入核实，1 笔不能拒绝，未登记');
    expect(desk.refunds().map(({ decision }) => decision)).toEqual(['refuse', null]);
    desk.core.undoActivity(activityId, desk.actor());
    expect(desk.refunds().map(({ decision }) => decision)).toEqual([null, null]);
    expect(answerAll('agree').message).toBe('2 笔已登记，待下次导入核实');
  });

  it('is given once to a refund that is named twice', () => {
    desk.commit('REFUNDS_2026', row('11', '1.00'));
    const [only] = page().rows;
    if (!only) throw new Error('There is no row');
    const twice = { refundIds: [only.id, only.id], decision: 'agree' } as const;
    expect(desk.core.noteRefund.answerMany(twice, desk.actor()).message).toBe('1 笔已登记，待下次导入核实');
    expect(desk.core.stores.claims.listOpen()).toHaveLength(1);
  });

  it('is refused where none can have it', () => {
    desk.commit('REFUNDS_2026', row('12', '2.00', { 买家退款原因: '七天无理由退换货' }));
    expect(() => answerAll('refuse')).toThrow('所选退款都不能这样处理');
  });
});

describe('A4: the refunds as a table', () => {
  it('has what is shown, or every refund, with what agents have written down', () => {
    desk.commit('REFUNDS_2026', row('11', '1.00'), row('14', '8.00', { 退款状态: '退款成功' }));
    const [first] = page().rows;
    if (!first) throw new Error('There is no row');
    desk.core.noteRefund.answer({ refundId: first.id, decision: 'refuse' }, desk.actor());
    const { offset: _offset, limit: _limit, sort: _sort, ...filter } = WHOLE;
    const shown = desk.core.tables.listedRefunds({ filter, columns: REFUND_FILE_COLUMNS });
    const [only, ...others] = [...shown.rows];
    const cell = (header: string) => only?.[shown.columns.findIndex((column) => column.header === header)];
    expect(others).toEqual([]);
    expect(['退款编号', '处理意见', '截止来源', '买家退款金额'].map(cell)).toEqual([
      '250000000000000011',
      '拒绝',
      '导入文件',
      100,
    ]);
    const over = { filter: { ...filter, place: 'over' as const }, columns: REFUND_FILE_COLUMNS };
    expect([...desk.core.tables.listedRefunds(over).rows]).toHaveLength(1);
    const few = desk.core.tables.listedRefunds({ filter, columns: ['no', 'refund'] });
    expect([few.columns.map(({ header }) => header), ...few.rows]).toEqual([
      ['退款编号', '买家退款金额'],
      ['250000000000000011', 100],
    ]);
    expect([...desk.core.tables.refunds(null).rows]).toHaveLength(2);
  });
});

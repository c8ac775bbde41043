import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { verifyStore } from '../../../electron/store/verify/verify-store.ts';
import { createExportFolder } from '../../support/export-files.ts';
import { beijing } from '../../support/records/an-order.ts';
import { AGENT, aParcelDesk, ON_ITS_WAY, ORDER_NO, type ParcelDesk, TRACKING_NO } from './a-parcel-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

let desk: ParcelDesk;
beforeEach(() => {
  desk = aParcelDesk(folder);
});

const SHIPPED = {
  订单编号: ORDER_NO,
  订单状态: '卖家已发货，等待买家确认',
  发货时间: '2026-06-11 18:00:00',
  物流单号: `No:${TRACKING_NO}`,
};

describe('O13: a file of logistics or exceptions', () => {
  it.each([
    ['a label printer', ON_ITS_WAY],
    [
      '快递100',
      {
        运单号: TRACKING_NO,
        快递公司: '圆通速递',
        物流状态: '在途',
        最新物流: '到达杭州',
        更新时间: '2026-06-12 20:00',
      },
    ],
    [
      'a list of exceptions',
      { 物流单号: TRACKING_NO, 物流公司: '圆通速递', 订单编号: ORDER_NO, 预警类型: '运输停滞' },
    ],
  ])('of %s is known by its columns', (_whose, row) => {
    expect(desk.preview(row)).toMatchObject({
      kind: 'previewed',
      preview: { formatLabel: '物流/异常件', counts: { new: 1, rejected: 0 } },
    });
    expect(desk.parcels()).toEqual([]);
    desk.commit(row);
    expect(desk.parcels()).toMatchObject([{ trackingNo: TRACKING_NO, carrier: '圆通速递' }]);
  });

  it('changes nothing when it is read again', () => {
    desk.commit(ON_ITS_WAY, { ...ON_ITS_WAY, 快递单号: 'YT0000000000002', 异常类型: '派送失败' });
    const run = desk.commit(ON_ITS_WAY, { ...ON_ITS_WAY, 快递单号: 'YT0000000000002', 异常类型: '派送失败' });
    expect(run.counts).toMatchObject({ new: 0, changed: 0, unchanged: 2 });
  });

  it('keeps a row with a new word, and says which', () => {
    const outcome = desk.preview({ ...ON_ITS_WAY, 异常类型: '无人机迷航' });
    expect(JSON.stringify(outcome)).toContain('无人机迷航');
    desk.commit({ ...ON_ITS_WAY, 异常类型: '无人机迷航' });
    expect(desk.parcels()).toMatchObject([{ exception: '无人机迷航' }]);
  });

  it('names the carrier by the number where the file does not and the form is sure', () => {
    desk.commit(
      { ...ON_ITS_WAY, 快递公司: '' },
      { ...ON_ITS_WAY, 快递单号: '773000000000001', 快递公司: '' },
    );
    expect(desk.parcels().map(({ carrier }) => carrier)).toEqual([null, '圆通速递']);
  });

  it('takes no older scan for news, and fills what was not known', () => {
    desk.commit(ON_ITS_WAY);
    desk.commit({ ...ON_ITS_WAY, 最新轨迹: '已揽收', 最新轨迹时间: '2026-06-11 20:00:00', 收件人: '林小满' });
    expect(desk.parcels()).toMatchObject([
      { lastText: '快件已到达【杭州中心】', lastAtMs: beijing('2026-06-12 20:00'), receiverName: '林小满' },
    ]);
  });

  it('refuses a row without a number, and takes the rest', () => {
    const run = desk.commit(ON_ITS_WAY, { ...ON_ITS_WAY, 快递单号: '' });
    expect(run.counts).toMatchObject({ new: 1, rejected: 1 });
  });

  it('says what a file without scans and exceptions cannot tell', () => {
    desk.commit(ON_ITS_WAY);
    expect(desk.states()).toEqual(['moving']);
  });
});

describe('O13: what follows from a file', () => {
  it('tells of a stalled parcel on the card of its order, in whichever order the files come', () => {
    desk.commit(ON_ITS_WAY);
    desk.commitOrders(SHIPPED);
    const [order] = desk.core.stores.parcels.load(desk.parcels().map(({ id }) => id)).map((one) => one.order);
    expect(order?.no).toBe(ORDER_NO);
    expect(desk.toDo()).toEqual(['parcel stalled', 'parcel overdue']);
    expect(new Set(desk.tasks().map(({ matter }) => matter))).toEqual(new Set([order?.id]));
  });

  it('is over once the parcel was signed for', () => {
    desk.commitOrders(SHIPPED);
    desk.commit({ ...ON_ITS_WAY, 异常类型: '派送失败' });
    expect(desk.toDo()).toContain('parcel undelivered');
    desk.commit({ ...ON_ITS_WAY, 最新轨迹: '已签收，签收人：本人', 最新轨迹时间: '2026-06-13 09:00:00' });
    expect(desk.toDo()).toEqual([]);
  });

  it('is as before when the import is taken back', () => {
    desk.commitOrders(SHIPPED);
    const first = desk.commit(ON_ITS_WAY);
    const second = desk.commit({ ...ON_ITS_WAY, 异常类型: '派送失败' });
    desk.core.undoImport(second.id, AGENT);
    expect(desk.states()).toEqual(['moving']);
    desk.core.undoImport(first.id, AGENT);
    expect(desk.parcels()).toEqual([]);
    expect(verifyStore(desk.db, desk.clock.now()).problems).toEqual([]);
  });

  it('leaves a parcel that comes back to the rules about its refund', () => {
    desk.commitOrders(SHIPPED);
    desk.commit(ON_ITS_WAY);
    desk.commitRefunds({ 订单编号: ORDER_NO, 退款编号: '250000000000000002', 退货物流单号: TRACKING_NO });
    expect(desk.toDo()).toEqual([]);
  });
});

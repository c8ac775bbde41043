import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY, HOUR } from '../../../shared/time/durations.ts';
import { createExportFolder } from '../../support/export-files.ts';
import { aParcelDesk, ON_ITS_WAY, type ParcelDesk, TRACKING_NO } from './a-parcel-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

let desk: ParcelDesk;
beforeEach(() => {
  desk = aParcelDesk(folder);
  desk.commit({ ...ON_ITS_WAY, 异常类型: '派送失败' });
});

const parcelId = () => {
  const [parcel] = desk.parcels();
  if (!parcel) throw new Error('There is no parcel');
  return parcel.id;
};
type What = Parameters<ParcelDesk['core']['noteParcel']['note']>[0]['what'];
const note = (what: What, againAtMs: number | null = null) =>
  desk.core.noteParcel.note({ parcelId: parcelId(), what, againAtMs, note: null }, desk.actor());

describe('O13: a customer is told of a parcel', () => {
  it('and hears again at the time that was promised; an undo brings the trouble back', () => {
    expect(desk.toDo()).toEqual(['parcel undelivered']);
    const { activityId } = note('told', desk.clock.now() + 4 * HOUR);
    expect(desk.tasks()).toMatchObject([{ kind: 'parcel-word', isPromise: true }]);
    desk.core.undoActivity(activityId, desk.actor());
    expect(desk.toDo()).toEqual(['parcel undelivered']);
  });

  it('but not at a time that has gone by', () => {
    expect(() => note('told', desk.clock.now())).toThrow('再告知的时间已过');
  });

  it('and says that a signed parcel has not come, until that is settled', () => {
    desk.commit({ ...ON_ITS_WAY, 最新轨迹: '已签收，签收人：门卫', 最新轨迹时间: '2026-06-13 10:00:00' });
    expect(desk.toDo()).toEqual([]);
    note('disputed');
    expect(desk.toDo()).toEqual(['parcel not-received']);
    desk.clock.advanceBy(HOUR);
    note('settled');
    expect(desk.toDo()).toEqual([]);
  });
});

describe('X4, A6: the courier was asked', () => {
  it('and the next file shows that the parcel moves', () => {
    note('asked');
    expect(desk.core.parcelList.detail(parcelId()).isAskOpen).toBe(true);
    desk.commit({ ...ON_ITS_WAY, 最新轨迹: '正在派送', 最新轨迹时间: '2026-06-13 10:15:00' });
    expect(desk.core.parcelList.detail(parcelId()).isAskOpen).toBe(false);
    expect(desk.toDo()).not.toContain('claim-refuted parcel-asked');
  });

  it('and comes back to the agent where the next file shows no newer scan', () => {
    note('asked');
    desk.commit({ ...ON_ITS_WAY, 异常类型: '派送失败' });
    expect(desk.toDo().filter((task) => task.startsWith('claim-refuted'))).toHaveLength(1);
  });
});

describe('O13: an agent registers what is wrong', () => {
  it('with a parcel that no file has shown, and a file takes it over', () => {
    const request = { trackingNo: 'SF1234567890123', shopId: desk.shop.id, parcelId: null, carrier: null };
    const registered = desk.core.noteParcel.register(
      { ...request, exception: '运输停滞', note: '查了官网' },
      desk.actor(),
    );
    expect(desk.toDo()).toContain('parcel stalled');
    desk.commit({ ...ON_ITS_WAY, 快递单号: 'SF1234567890123', 最新轨迹时间: '2026-06-13 11:00:00' });
    expect(desk.core.parcelList.detail(registered.parcelId).found.state).toBe('moving');
  });

  it('and takes it back as if it had never been', () => {
    const request = { trackingNo: 'SF1234567890123', shopId: desk.shop.id, parcelId: null, carrier: null };
    const { activityId } = desk.core.noteParcel.register(
      { ...request, exception: '运输停滞', note: null },
      desk.actor(),
    );
    desk.core.undoActivity(activityId, desk.actor());
    expect(desk.parcels().map(({ trackingNo }) => trackingNo)).toEqual([TRACKING_NO]);
  });
});

describe('O13: the list without a text', () => {
  it('shows what is in trouble, and what is late by its dates alone', () => {
    desk.commitOrders({
      订单编号: '3304370000000000077',
      订单状态: '卖家已发货，等待买家确认',
      订单创建时间: '2026-06-11 17:00:00',
      发货时间: '2026-06-11 18:00:00',
      物流单号: 'No:YT0000000000077',
    });
    const listed = () =>
      [...desk.core.parcelList.parts({ text: '', shopId: null })]
        .flatMap(({ rows }) => rows)
        .map(({ trackingNo, state }) => `${trackingNo} ${state}`);
    expect(listed()).toEqual([`${TRACKING_NO} undelivered`]);
    desk.clock.advanceBy(6 * DAY);
    expect(listed()).toEqual([`${TRACKING_NO} undelivered`, 'YT0000000000077 overdue']);
    expect([...desk.core.parcelList.table({ text: '', shopId: null }).rows]).toHaveLength(2);
  });
});

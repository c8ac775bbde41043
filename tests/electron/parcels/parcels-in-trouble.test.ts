import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createExportFolder } from '../../support/export-files.ts';
import { aParcelDesk, ON_ITS_WAY, type ParcelDesk } from './a-parcel-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

let desk: ParcelDesk;
beforeEach(() => {
  desk = aParcelDesk(folder);
});

const numbered = <T>(count: number, rowOf: (no: string) => T): T[] =>
  Array.from({ length: count }, (_, index) => rowOf(String(index).padStart(4, '0')));
const lateOrder = (no: string) => ({
  订单编号: `330437000000000${no}`,
  订单状态: '卖家已发货，等待买家确认',
  订单创建时间: '2026-06-05 17:00:00',
  发货时间: '2026-06-05 18:00:00',
  物流单号: `No:YT000000000${no}`,
});
const parts = () => [...desk.core.parcelList.parts({ text: '', shopId: null })];
const listed = () => parts().flatMap(({ rows }) => rows);

describe('O13: main is never held by the list of parcels', () => {
  it('late orders come a slice in each turn, and all of them, though many were placed in the same second', () => {
    desk.commitOrders(...numbered(450, lateOrder));
    expect(new Set(listed().map(({ orderNo }) => orderNo)).size).toBe(450);
    expect(Math.max(...parts().map(({ rows }) => rows.length))).toBeLessThanOrEqual(200);
    expect([...desk.core.parcelList.table({ text: '', shopId: null }).rows]).toHaveLength(450);
  });

  it('and ends with as many as can be worked through', () => {
    desk.commitOrders(...numbered(550, lateOrder));
    expect(listed()).toHaveLength(500);
  });
});

describe('O13: the list without a text', () => {
  it('has one parcel of all orders that were sent together', () => {
    desk.commitOrders(...numbered(3, lateOrder).map((row) => ({ ...row, 物流单号: 'No:YT0000000000001' })));
    expect(listed().map(({ trackingNo }) => trackingNo)).toEqual(['YT0000000000001']);
  });

  it('misses no trouble behind very many parcels that were scanned earlier and are on their way', () => {
    const onTheirWay = numbered(600, (no) => ({ ...ON_ITS_WAY, 快递单号: `YT100000000${no}`, 订单编号: '' }));
    const refused = { ...ON_ITS_WAY, 异常类型: '拒收', 最新轨迹时间: '2026-06-13 09:00:00' };
    desk.commit(...onTheirWay, refused);
    expect(listed().map(({ trackingNo, state }) => [trackingNo, state])).toEqual([
      [ON_ITS_WAY.快递单号, 'returning'],
    ]);
  });

  it('is that of one shop where one is chosen', () => {
    desk.commitOrders(...numbered(2, lateOrder));
    const other = desk.core.shops.add({ platform: 'taobao', name: '另一家店' });
    const of = (shopId: typeof other.id) =>
      [...desk.core.parcelList.parts({ text: '', shopId })].flatMap(({ rows }) => rows);
    expect(of(other.id)).toEqual([]);
    expect(of(desk.shop.id)).toHaveLength(2);
  });
});

import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createParcelSearch } from '../../../electron/store/parcels/parcel-search.ts';
import type { ShopId } from '../../../shared/domain/ids.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { createExportFolder } from '../../support/export-files.ts';
import { plansOf } from '../../support/plans-of.ts';
import { aParcelDesk, ON_ITS_WAY, ORDER_NO, type ParcelDesk, TRACKING_NO } from './a-parcel-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

let desk: ParcelDesk;
beforeEach(() => {
  desk = aParcelDesk(folder);
  desk.commitOrders({
    订单编号: ORDER_NO,
    买家会员名: '山间一壶茶',
    收货人姓名: '林小满',
    联系手机: '13900000012',
    订单状态: '卖家已发货，等待买家确认',
    发货时间: '2026-06-11 18:00:00',
    物流单号: `No:${TRACKING_NO}`,
    物流公司: '圆通速递',
  });
});

const find = (text: string) => desk.core.findParcels(text);
const found = (text: string) =>
  find(text).rows.map(({ trackingNo, direction, state }) => `${trackingNo} ${direction} ${state}`);

describe('O13: the look-up of parcels', () => {
  it.each([
    ['the whole number', TRACKING_NO],
    ['its last digits', '0001'],
    ['its last digits, as a courier says it', '尾号0001'],
    ['the last digits of the phone', '0012'],
    ['the phone', '13900000012'],
    ['the receiver', '收件人：林小满'],
    ['the nick', '山间一壶茶'],
    ['the order', ORDER_NO],
    ['a line of a chat', `小王，${TRACKING_NO.toLowerCase()}这个件到哪了？6月13日前要`],
  ])('finds one by %s, and says no more than is known', (_how, text) => {
    expect(find(text)).toMatchObject({
      missing: [],
      rows: [
        {
          trackingNo: TRACKING_NO,
          carrier: '圆通速递',
          direction: 'out',
          orderNo: ORDER_NO,
          shopName: '示例旗舰店',
          customer: '山间一壶茶',
          state: 'unknown',
          lastText: null,
          lastAtMs: null,
        },
      ],
    });
  });

  it('says by its dates alone that it is late, and never that all is well', () => {
    desk.clock.advanceBy(6 * DAY);
    expect(found('0001')).toEqual([`${TRACKING_NO} out overdue`]);
  });

  it('says what the file of logistics said of it, once', () => {
    desk.commit(ON_ITS_WAY);
    expect(find(TRACKING_NO).rows).toMatchObject([
      { trackingNo: TRACKING_NO, orderNo: ORDER_NO, state: 'moving', lastText: '快件已到达【杭州中心】' },
    ]);
    desk.clock.advanceBy(3 * DAY);
    expect(found('林小满')).toEqual([`${TRACKING_NO} out stalled`]);
  });

  it('finds a parcel that no order names', () => {
    desk.commit({ ...ON_ITS_WAY, 快递单号: 'SF1234567890123', 快递公司: '', 订单编号: '', 收件人: '王示例' });
    expect(find('0123').rows).toMatchObject([
      { trackingNo: 'SF1234567890123', carrier: '顺丰速运', orderNo: null, customer: null },
    ]);
    expect(found('王示例')).toEqual(['SF1234567890123 out moving']);
  });

  it('finds what the customer sends back with what was sent, and tells them apart', () => {
    desk.commitRefunds({
      订单编号: ORDER_NO,
      退款编号: '250000000000000002',
      退货物流单号: 'JT0000000000077',
    });
    expect(found('0077')).toEqual(['JT0000000000077 back unknown']);
    expect(found('林小满')).toEqual([`${TRACKING_NO} out unknown`, 'JT0000000000077 back unknown']);
  });

  it('looks for all that was pasted, and names what it has not found', () => {
    expect(find(`${TRACKING_NO}\nYT9999999999999\n林小满`)).toMatchObject({
      rows: [{ trackingNo: TRACKING_NO }],
      missing: ['YT9999999999999'],
    });
    expect(find('您好')).toEqual({ rows: [], missing: ['您好'] });
    expect(find('')).toEqual({ rows: [], missing: [] });
  });
});

describe('O13: the look-up of parcels reads no whole table', () => {
  it.each([
    ['number', 'YT0000000000001'],
    ['tail', '0001'],
    ['name', '林小满'],
  ] as const)('and sorts no hits, for a %s', (kind, text) => {
    const plans = plansOf((db) => createParcelSearch(db).find({ kind, text }, 20));
    expect(plans.length).toBeGreaterThan(2);
    for (const plan of plans) {
      expect(plan).toMatch(/USING (?:COVERING )?INDEX/);
      expect(plan).not.toMatch(/SCAN (?:orders|o|c|customers|refunds|parcels)\b|USE TEMP B-TREE/);
    }
  });

  it.each([
    ['of all shops', null],
    ['of one', 'shop-1' as ShopId],
  ])('for what was sent too long ago, %s', (_which, shopId) => {
    const after = { placedAtMs: 0, shopId: '', key: 0 };
    const plans = plansOf((db) =>
      createParcelSearch(db).listByDate({ shopId, after, untilMs: 1, limit: 100 }),
    );
    expect(plans).toHaveLength(1);
    for (const plan of plans) {
      expect(plan).toMatch(/orders_by_status \(status=\? AND \(placed_at_ms,shop_id/);
      expect(plan).toMatch(/p USING COVERING INDEX parcels_by_no/);
      expect(plan).not.toContain('USE TEMP B-TREE');
    }
  });
});

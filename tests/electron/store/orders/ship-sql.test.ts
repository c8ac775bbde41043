import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import { createOrderList } from '../../../../electron/store/orders/order-list.ts';
import { createOrderSubjectStore } from '../../../../electron/store/orders/order-subject-store.ts';
import type { OrderId } from '../../../../shared/domain/ids.ts';
import { EVERY_ORDER } from '../../../../shared/domain/orders/order-list.ts';
import { promisesIn, shipEndOf } from '../../../../shared/domain/shipping/ship-end.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../shared/domain/team/shop.ts';
import { DAY, HOUR } from '../../../../shared/time/durations.ts';
import { createMemoryStore, insertOrder, insertShop } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { PLACED_AT_MS } from '../../../support/records/an-order.ts';

const anOrderToShip = fc.record({
  paidAtMs: fc.option(fc.integer({ min: -20 * 24, max: 0 }).map((hours) => PLACED_AT_MS + hours * HOUR)),
  shipDeadlineAtMs: fc.option(fc.integer({ min: -48, max: 48 }).map((hours) => PLACED_AT_MS + hours * HOUR)),
  itemTitle: fc.constantFrom(null, '示例水杯', '示例水杯 24 小时发货'),
  extra: fc.constantFrom<Record<string, string>>(
    {},
    { 预售订单: '是' },
    { 预售订单: ' 是 ' },
    { 预售订单: '否' },
    { 是否预售: '预售' },
    { 预约发货时间: '2026-06-20 12:00:00' },
    { 预约发货时间: '-' },
    { 运送方式: '快递' },
    { 商品标签: '现货 24小时发货' },
  ),
});

describe('O4, O7: the list of late orders', () => {
  it('holds just those whose end, as the panel says it, is past', () => {
    fc.assert(
      fc.property(fc.array(anOrderToShip, { maxLength: 12 }), (orders) => {
        const { db } = createMemoryStore();
        const { id: shopId } = insertShop(db);
        const put = orders.map((order, index) =>
          insertOrder(db, { id: `o${index}` as OrderId, no: `${index}`, status: 'paid', ...order }),
        );
        const promises = promisesIn([{ id: shopId, settings: DEFAULT_SHOP_SETTINGS }]);
        const facts = { nowMs: PLACED_AT_MS, agentId: null, closings: [], promises };
        const query = { ...EVERY_ORDER, sort: 'newest', offset: 0, limit: 50, facts } as const;
        const listed = createOrderList(db).page({ ...query, set: 'late' });
        const late = put.filter((order) => {
          const end = shipEndOf(order, [], DEFAULT_SHOP_SETTINGS.shipping);
          return end !== null && end.atMs <= PLACED_AT_MS && end.atMs > PLACED_AT_MS - 30 * DAY;
        });
        expect(listed.orders.map(({ id }) => id).toSorted()).toEqual(late.map(({ id }) => id).toSorted());
      }),
      { numRuns: 60 },
    );
  });
});

it('O4: what is known of the shipping of paid orders, and which of them a refund is about, is found by indexes', () => {
  const ask = (db: WritableDb) => {
    const store = createOrderSubjectStore(db);
    store.load(['o1']);
    store.listRefunded(['r1']);
  };
  const plans = plansOf(ask, (db) => {
    insertShop(db);
    insertOrder(db, { id: 'o1' as OrderId, status: 'paid' });
  }).join('\n');
  expect(plans).toContain('refunds_by_order (order_no=? AND shop_id=?)');
  expect(plans).toContain('refunds_by_sub_order (sub_order_no=? AND shop_id=?)');
  expect(plans).not.toMatch(/SCAN (orders|o|refunds|r|i|a|contact_attempts)\b/);
});

import { describe, expect, it } from 'vitest';
import { createRefundStore } from '../../../../electron/store/refunds/refund-store.ts';
import type { CustomerId, OrderId, ShopId } from '../../../../shared/domain/ids.ts';
import { createMemoryStore, insertShop } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { APPLIED_AT_MS, aRefund } from '../../../support/records/a-refund.ts';

const SHOP = 'shop-1' as ShopId;
const came = { shopId: SHOP, atMs: APPLIED_AT_MS };

function aStore() {
  const { db } = createMemoryStore();
  insertShop(db, { id: SHOP });
  return createRefundStore(db);
}

describe('A4: the store of refunds', () => {
  it('gives back every field as it was kept, with the platform of its shop', () => {
    const refunds = aStore();
    const kept = aRefund({ returnTrackingNo: 'YT0000000000001', toPlatformFen: 100, extent: '部分退款' });
    refunds.insert(kept.id, { ...kept, extra: { 责任方: '卖家' } }, came);
    expect(refunds.load([kept.id])).toEqual([kept]);
    expect(refunds.get(kept.id)?.extra).toEqual({ 责任方: '卖家' });
  });

  it('keeps what agents have written down from the next file', () => {
    const refunds = aStore();
    const kept = aRefund();
    refunds.insert(kept.id, { ...kept, extra: {} }, came);
    const notes = {
      decision: 'agree',
      decidedAtMs: APPLIED_AT_MS,
      firstHandledAtMs: APPLIED_AT_MS,
      retention: 'failed',
      retainedAtMs: APPLIED_AT_MS,
      arrival: 'arrived',
      arrivedAtMs: APPLIED_AT_MS,
    } as const;
    refunds.note(kept.id, notes);
    refunds.update(kept.id, { ...kept, refundFen: 2000, extra: {} });
    expect(refunds.refundOf(kept.id)).toMatchObject({ ...notes, refundFen: 2000 });
  });

  it('has every refund that an import touched looked at again', () => {
    const refunds = aStore();
    const kept = aRefund();
    refunds.insert(kept.id, { ...kept, extra: {} }, came);
    refunds.setLive([kept.id], false);
    expect(refunds.listLive(SHOP)).toEqual([]);
    refunds.update(kept.id, { ...kept, extra: {} });
    expect(refunds.listLive(SHOP)).toEqual([kept.id]);
  });
});

describe('A4: how refunds are found', () => {
  it.each([
    [
      'by their id, with the order behind them',
      (store: ReturnType<typeof createRefundStore>) => store.load(['r']),
    ],
    ['by an order', (store: ReturnType<typeof createRefundStore>) => store.listOfOrders(['o' as OrderId])],
    [
      'by a customer',
      (store: ReturnType<typeof createRefundStore>) => store.listOfCustomer('c' as CustomerId),
    ],
    [
      'without a number, by an order',
      (store: ReturnType<typeof createRefundStore>) => store.listByHand(SHOP, ['1']),
    ],
    ['by their number', (store: ReturnType<typeof createRefundStore>) => store.idOf(SHOP, '25')],
    ['while a rule can want anything', (store: ReturnType<typeof createRefundStore>) => store.listLive(SHOP)],
    ['by the beginning of a number', (store: ReturnType<typeof createRefundStore>) => store.find('25', 5)],
    [
      'by what an agent said of keeping the order',
      (store: ReturnType<typeof createRefundStore>) =>
        store.listRetained({ fromMs: 0, untilMs: 1, shopId: SHOP }),
    ],
    [
      'with the others of its order',
      (store: ReturnType<typeof createRefundStore>) => store.othersOf(aRefund()),
    ],
    [
      'of an order that is gone',
      (store: ReturnType<typeof createRefundStore>) => store.listTouchedBy(['o' as OrderId]),
    ],
    ['to be marked', (store: ReturnType<typeof createRefundStore>) => store.setLive(['r'], true)],
  ])('%s, without reading a whole table', (_what, run) => {
    for (const plan of plansOf((db) => run(createRefundStore(db)))) {
      expect(plan).not.toMatch(/SCAN (r|refunds|o|orders|i|order_items|part|main|whole)\b(?! USING)/);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { createParcelStore } from '../../../../electron/store/parcels/parcel-store.ts';
import type { OrderId, ShopId } from '../../../../shared/domain/ids.ts';
import { createMemoryStore, insertShop } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { aParcel, SHIPPED_AT_MS } from '../../../support/records/a-parcel.ts';

const SHOP = 'shop-1' as ShopId;
const came = { shopId: SHOP, atMs: SHIPPED_AT_MS };
type Store = ReturnType<typeof createParcelStore>;

function aStore() {
  const { db } = createMemoryStore();
  insertShop(db, { id: SHOP });
  return createParcelStore(db);
}

describe('O13: the store of parcels', () => {
  it('gives back every field as it was kept', () => {
    const parcels = aStore();
    const kept = aParcel({ order: null, lastText: '已揽收', lastAtMs: SHIPPED_AT_MS });
    parcels.insert(kept.id, { ...kept, extra: { 网点: '杭州' } }, came);
    expect(parcels.load([kept.id])).toEqual([kept]);
    expect(parcels.get(kept.id)?.extra).toEqual({ 网点: '杭州' });
  });

  it('keeps what agents have written down from the next file, and has it looked at again', () => {
    const parcels = aStore();
    const kept = aParcel({ order: null, toldAtMs: SHIPPED_AT_MS, disputedAtMs: SHIPPED_AT_MS });
    parcels.save(kept);
    parcels.setLive([kept.id], false);
    expect(parcels.listAllLive()).toEqual([]);
    parcels.update(kept.id, { ...kept, lastText: '派送中', extra: {} });
    expect(parcels.parcelOf(kept.id)).toEqual({ ...kept, lastText: '派送中' });
    expect(parcels.listAllLive()).toEqual([kept.id]);
  });
});

describe('O13: how parcels are found', () => {
  it.each<[string, (store: Store) => unknown]>([
    ['by their id, with the order behind them', (store) => store.load(['p'])],
    ['by the beginning of their number', (store) => store.find('YT00', 20)],
    ['by their orders', (store) => store.listTouchedBy(['o' as OrderId])],
    ['by the refunds they come back for', (store) => store.listOfRefunds(['r'])],
    ['as those that rules look at', (store) => store.listAllLive()],
  ])('%s, without a look at all of them', (_how, ask) => {
    const plans = plansOf((db) => ask(createParcelStore(db)));
    expect(plans.length).toBeGreaterThan(0);
    for (const plan of plans) {
      expect(plan).not.toMatch(
        /SCAN (?:p|parcels|o|own|sent|any_shop|r)\b(?!.*USING (?:COVERING )?INDEX parcels_live)/,
      );
    }
  });
});

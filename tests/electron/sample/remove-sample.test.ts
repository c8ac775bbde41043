import { describe, expect, it } from 'vitest';
import { createCore } from '../../../electron/core.ts';
import { EVERY_ORDER } from '../../../shared/domain/orders/order-list.ts';
import { FOR_ALL } from '../../../shared/domain/scripts/script.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore } from '../../support/memory-store.ts';
import { aScript } from '../../support/records/a-script.ts';

const NOW_MS = Date.UTC(2026, 5, 10, 2);

describe('R1 the sample shop goes', () => {
  it('and leaves what was written for it in the archive, on record', () => {
    const { db } = createMemoryStore();
    const core = createCore({ db, clock: createFakeClock(NOW_MS) });
    const shop = core.sample.install();
    const script = aScript({ scope: { kind: 'shop', shopId: shop.id } });
    core.stores.scripts.save(script);
    core.sample.remove();
    expect(core.stores.shops.list()).toEqual([]);
    expect(core.stores.scripts.get(script.id)).toMatchObject({ scope: FOR_ALL, archivedAtMs: NOW_MS });
    const history = core.stores.activities.listOf({ kind: 'script', id: script.id });
    expect(history.map(({ kind, agentId }) => [kind, agentId])).toEqual([['script-archived', null]]);
    // Its code is free again.
    core.stores.scripts.save({ ...script, scope: FOR_ALL, archivedAtMs: null });
  });

  it('even when its scripts were used for its orders', () => {
    const { db } = createMemoryStore();
    const core = createCore({ db, clock: createFakeClock(NOW_MS) });
    const { id: shopId } = core.sample.install();
    const agent = core.session.addAgent({ name: '小满', role: 'manager', pin: null });
    const script = aScript({ scope: { kind: 'shop', shopId } });
    core.stores.scripts.save(script);
    const [orderId] = core.stores.orderList
      .page({ ...EVERY_ORDER, shopId, sort: 'newest', offset: 0, limit: 1 })
      .orders.map(({ id }) => id);
    db.prepare(/* sql */ `
      INSERT INTO script_uses (id, script_id, agent_id, order_id, shop_id, hour, at_ms, outcome)
      VALUES ('use', ?, ?, ?, ?, 10, ?, 'pending')`).run(script.id, agent.id, orderId, shopId, NOW_MS);
    core.sample.remove();
    expect(core.stores.scriptFavourites.recentlyUsedBy(agent.id, 10)).toEqual([]);
  });
});

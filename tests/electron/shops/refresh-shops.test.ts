import { describe, expect, it } from 'vitest';
import { createBase } from '../../../electron/base.ts';
import { StoppedError } from '../../../electron/kernel/jobs/stopped-error.ts';
import { createRefreshShops } from '../../../electron/shops/refresh-shops.ts';
import { createSettingsStore } from '../../../electron/store/team/settings-store.ts';
import { createShopStore } from '../../../electron/store/team/shop-store.ts';
import { CHASE_PRESET_SETTINGS } from '../../../shared/domain/chasing/chase-settings.ts';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { insertOrder } from '../../support/memory-store.ts';
import { aWorkstation } from '../../support/records/a-workstation.ts';

const ORDERS = 1001;
const PAGES = 5;

/** A shop with many unpaid orders; every `newProgram` knows only what the store says. */
function aBigShop() {
  const desk = aWorkstation();
  const { db, shop, inTransaction, clock } = desk;
  const { refreshTasks, listLive } = createBase({ db, clock });
  const settings = createSettingsStore(db);
  inTransaction(() => {
    const ids = Array.from({ length: ORDERS }, (_unused, index) => `order-${index}` as OrderId);
    for (const id of ids) insertOrder(db, { id, no: id });
    refreshTasks(
      ids.map((id) => ({ kind: 'order', id })),
      clock.now(),
    );
  });
  let idCount = 0;
  const newProgram = () =>
    createRefreshShops({
      settings,
      listLive,
      refreshTasks,
      inTransaction,
      newId: () => `token-${++idCount}`,
      now: clock.now,
    });
  function save(preset: 'group-buy' | 'default'): void {
    inTransaction(() => {
      settings.save(shop.id, 'chase', CHASE_PRESET_SETTINGS[preset]);
      newProgram().mark(shop.id);
    });
  }
  /** Orders whose open tasks are those of the ladder with so many steps. */
  const ordersWithTasks = (count: number) =>
    db
      .prepare(/* sql */ `SELECT count(*) FROM (SELECT subject_id FROM tasks WHERE state = 'open'
        GROUP BY subject_id HAVING count(*) = ?)`)
      .pluck()
      .get(count);
  return { ...desk, shopId: shop.id, newProgram, save, ordersWithTasks, shops: createShopStore(db) };
}

const onProgress = () => {};
const rest = async () => {};
const stepsOf = (preset: 'group-buy' | 'default') => CHASE_PRESET_SETTINGS[preset].steps.length;

describe('P1: new settings of a shop reach all its tasks', () => {
  it('page by page, telling how far it is, and leave no mark', async () => {
    const { shopId, newProgram, save, ordersWithTasks, shops } = aBigShop();
    save('group-buy');
    expect(shops.get(shopId)?.settings.chase.preset).toBe('group-buy');
    expect(newProgram().marked()).toEqual([shopId]);
    const seen: (number | null)[] = [];
    let rests = 0;
    await newProgram().refresh(shopId, {
      shouldStop: () => false,
      onProgress: (done, total) => void seen.push(done, total),
      async rest() {
        rests++;
      },
    });
    expect(ordersWithTasks(stepsOf('group-buy'))).toBe(ORDERS);
    expect(newProgram().marked()).toEqual([]);
    expect(seen).toEqual([0, 1001, 250, 1001, 500, 1001, 750, 1001, 1000, 1001]);
    expect(rests).toBe(PAGES - 1);
  });

  it.each([1, 4])('also when the program ends after %d pages and starts again', async (pages) => {
    const { shopId, newProgram, save, ordersWithTasks } = aBigShop();
    save('group-buy');
    let looks = 0;
    const ending = newProgram().refresh(shopId, { shouldStop: () => ++looks > pages, onProgress, rest });
    await expect(ending).rejects.toThrow(StoppedError);
    expect(ordersWithTasks(stepsOf('group-buy'))).toBe(pages * 250);
    const next = newProgram();
    expect(next.marked()).toEqual([shopId]);
    const left: (number | null)[] = [];
    const noteTotal = (_done: number, total: number | null) => void left.push(total);
    await next.refresh(shopId, { shouldStop: () => false, onProgress: noteTotal, rest });
    // It goes on where it was, and does nothing twice.
    expect(left[0]).toBe(ORDERS - pages * 250);
    expect(ordersWithTasks(stepsOf('group-buy'))).toBe(ORDERS);
    expect(next.marked()).toEqual([]);
  });

  it('also when a page fails in its middle: nothing of it is kept, and it is done again', async () => {
    const { db, shopId, newProgram, save, ordersWithTasks } = aBigShop();
    save('group-buy');
    let rests = 0;
    const failing = newProgram().refresh(shopId, {
      shouldStop: () => false,
      onProgress,
      async rest() {
        if (++rests === 2)
          db.exec(/* sql */ `CREATE TRIGGER refuse BEFORE UPDATE ON settings
            BEGIN SELECT RAISE(ABORT, 'disk full'); END`);
      },
    });
    await expect(failing).rejects.toThrow('disk full');
    expect(ordersWithTasks(stepsOf('group-buy'))).toBe(500);
    db.exec('DROP TRIGGER refuse');
    await newProgram().refresh(shopId, { shouldStop: () => false, onProgress, rest });
    expect(ordersWithTasks(stepsOf('group-buy'))).toBe(ORDERS);
  });

  it('begins anew where settings are saved once more meanwhile', async () => {
    const { shopId, newProgram, save, ordersWithTasks } = aBigShop();
    save('group-buy');
    let rests = 0;
    await newProgram().refresh(shopId, {
      shouldStop: () => false,
      onProgress,
      async rest() {
        if (++rests === 3) save('default');
      },
    });
    expect(ordersWithTasks(stepsOf('default'))).toBe(ORDERS);
    expect(newProgram().marked()).toEqual([]);
  });

  it('and a shop that is not marked, or is gone, is done at once', async () => {
    const { db, shopId, newProgram, save, ordersWithTasks } = aBigShop();
    const before = ordersWithTasks(stepsOf('default'));
    await newProgram().refresh(shopId, { shouldStop: () => false, onProgress, rest });
    expect(ordersWithTasks(stepsOf('default'))).toBe(before);
    save('group-buy');
    db.exec('DELETE FROM tasks; DELETE FROM orders');
    await newProgram().refresh(shopId, { shouldStop: () => false, onProgress, rest });
    expect(newProgram().marked()).toEqual([]);
  });
});

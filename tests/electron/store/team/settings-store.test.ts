import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createInTransaction, openDatabase, type WritableDb } from '../../../../electron/store/connection.ts';
import { createOrderSubjectStore } from '../../../../electron/store/orders/order-subject-store.ts';
import { createSettingsStore } from '../../../../electron/store/team/settings-store.ts';
import { createShopStore } from '../../../../electron/store/team/shop-store.ts';
import type { OrderId, ShopId } from '../../../../shared/domain/ids.ts';
import { chaseSettings } from '../../../../shared/domain/settings/shop/chase.ts';
import { gradeSettings } from '../../../../shared/domain/settings/shop/grade.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../shared/domain/team/shop.ts';
import {
  createMemoryStore,
  createStoreFile,
  insertOrder,
  insertShop,
} from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';

const SHOP = 'shop-1' as ShopId;

function aStore() {
  const { db, inTransaction } = createMemoryStore();
  const statements: string[] = [];
  return { db, inTransaction, settings: createSettingsStore(db), statements };
}

const rawOf = (db: WritableDb, scope: string, key: string) =>
  db
    .prepare<[string, string], string>('SELECT value FROM settings WHERE scope = ? AND key = ?')
    .pluck()
    .get(scope, key);

describe('settings by domain', () => {
  it('are the defaults until something is saved, and then what was saved', () => {
    const { settings } = aStore();
    expect(settings.ofShop(SHOP)).toEqual(DEFAULT_SHOP_SETTINGS);
    settings.save(SHOP, 'grade', { vipPaidOrders: 9, vipPaidFen: 1 });
    expect(settings.ofShop(SHOP)).toEqual({
      ...DEFAULT_SHOP_SETTINGS,
      grade: { vipPaidOrders: 9, vipPaidFen: 1 },
    });
    expect(settings.valuesOf(SHOP, gradeSettings)).toEqual({ vipPaidOrders: 9, vipPaidFen: 1 });
    expect(settings.ofShop('shop-2' as ShopId)).toEqual(DEFAULT_SHOP_SETTINGS);
  });

  it('keep what only a newer build knows, and show this build what it understands', () => {
    const { db, settings } = aStore();
    db.prepare('INSERT INTO settings VALUES (?, ?, ?)').run(
      SHOP,
      'grade',
      '{"vipPaidOrders": 7, "vipPaidFen": "much", "goldPaidFen": 5}',
    );
    db.prepare('INSERT INTO settings VALUES (?, ?, ?)').run(SHOP, 'loyalty', '{"points": 1}');
    expect(settings.ofShop(SHOP).grade).toEqual({ vipPaidOrders: 7, vipPaidFen: 200_000 });
    settings.save(SHOP, 'grade', { vipPaidOrders: 8, vipPaidFen: 10 });
    expect(JSON.parse(rawOf(db, SHOP, 'grade') ?? '')).toEqual({
      vipPaidOrders: 8,
      vipPaidFen: 10,
      goldPaidFen: 5,
    });
    expect(rawOf(db, SHOP, 'loyalty')).toBe('{"points": 1}');
  });

  it('note small facts apart from what people set', () => {
    const { settings } = aStore();
    settings.write('reminders', 12);
    expect(settings.read('reminders', z.int())).toBe(12);
    expect(settings.read('reminders', z.string())).toBeUndefined();
    expect(settings.has('nothing')).toBe(false);
    expect(settings.ofApp().reminders.soundEnabled).toBe(true);
  });
});

describe('what is remembered of settings', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiaoer-settings-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('costs no statement on a table until somebody writes', () => {
    const statements: string[] = [];
    const { db } = createMemoryStore({ onStatement: (sql) => statements.push(sql) });
    insertShop(db);
    const shops = createShopStore(db);
    shops.get(SHOP);
    statements.length = 0;
    for (let row = 0; row < 500; row += 1) shops.get(SHOP);
    expect(statements.filter((sql) => !sql.startsWith('PRAGMA data_version'))).toEqual([]);
  });

  it('is read again after another connection has written', () => {
    const own = createStoreFile(join(folder, 'a.db'));
    insertShop(own);
    const shops = createShopStore(own);
    expect(shops.get(SHOP)?.settings.grade.vipPaidOrders).toBe(5);
    const other = openDatabase(join(folder, 'a.db'));
    createSettingsStore(other).save(SHOP, 'grade', { vipPaidOrders: 6, vipPaidFen: 1 });
    createShopStore(other).rename(SHOP, '改名店');
    expect(shops.get(SHOP)).toMatchObject({ name: '改名店', settings: { grade: { vipPaidOrders: 6 } } });
    other.close();
    own.close();
  });

  it('is shared by the stores of one connection', () => {
    const { db, settings } = aStore();
    insertShop(db);
    insertOrder(db);
    const subjects = createOrderSubjectStore(db);
    const grade = () => subjects.get('order-1' as OrderId)?.settings.grade.vipPaidOrders;
    expect(grade()).toBe(5);
    settings.save(SHOP, 'grade', { vipPaidOrders: 6, vipPaidFen: 1 });
    expect(grade()).toBe(6);
  });

  it('follows a transaction, and forgets what the transaction took back', () => {
    const { db, settings } = aStore();
    const inTransaction = createInTransaction(db);
    const seen: number[] = [];
    const note = () => void seen.push(settings.ofShop(SHOP).grade.vipPaidOrders);
    note();
    expect(() =>
      inTransaction(() => {
        settings.save(SHOP, 'grade', { vipPaidOrders: 6, vipPaidFen: 1 });
        note();
        settings.save(SHOP, 'grade', { vipPaidOrders: 7, vipPaidFen: 1 });
        note();
        throw new Error('taken back');
      }),
    ).toThrow('taken back');
    inTransaction(note);
    note();
    expect(seen).toEqual([5, 6, 7, 5, 5]);
  });

  it('looks its rows up by their scope', () => {
    const plans = plansOf((db) => {
      const settings = createSettingsStore(db);
      settings.ofShop(SHOP);
      settings.valuesOf(SHOP, chaseSettings);
    });
    expect(plans).toEqual([
      expect.stringContaining('SEARCH settings USING PRIMARY KEY (scope=?)'),
      expect.stringContaining('SEARCH settings USING PRIMARY KEY (scope=? AND key=?)'),
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { openDatabase } from '../../../../electron/store/connection.ts';
import { migrate } from '../../../../electron/store/migrate.ts';
import { createSettingsStore } from '../../../../electron/store/team/settings-store.ts';
import { createShopStore } from '../../../../electron/store/team/shop-store.ts';
import { CHASE_PRESET_SETTINGS } from '../../../../shared/domain/chasing/chase-settings.ts';
import type { ShopId } from '../../../../shared/domain/ids.ts';
import { defaultSettings } from '../../../../shared/domain/settings/settings-of.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../../shared/domain/team/shop.ts';

const GROUP_BUY = CHASE_PRESET_SETTINGS['group-buy'];

/** A store as a build of that version left it: one object per shop, one for the PC, and the program's own notes. */
function anOldStore(version: number, shopSettings: object) {
  const db = openDatabase(':memory:');
  migrate(db, { target: version });
  db.prepare(
    "INSERT INTO shops (id, platform, name, settings, created_at_ms) VALUES ('shop-1', 'tmall', '甲店', ?, 0)",
  ).run(JSON.stringify(shopSettings));
  const note = db.prepare('INSERT INTO settings (key, value) VALUES (?, ?)');
  note.run(
    'appSettings',
    '{"theme":"dark","paletteHotkey":null,"popUpQuietHours":{"fromMinute":1,"toMinute":2}}',
  );
  note.run('lastAgentId', '"agent-1"');
  migrate(db);
  return db;
}

describe('settings of a store from before they were kept by domain', () => {
  it('stay as they were, of version 1', () => {
    const grade = { vipPaidOrders: 3, vipPaidFen: 90_000 };
    const db = anOldStore(1, { chase: GROUP_BUY, grade });
    expect(createShopStore(db).get('shop-1' as ShopId)?.settings).toEqual({
      ...DEFAULT_SHOP_SETTINGS,
      chase: GROUP_BUY,
      grade,
    });
  });

  it('stay as they were, of version 2, also what this build does not know', () => {
    const concession = { ...DEFAULT_SHOP_SETTINGS.concession, limitFen: 5000 };
    const wording = { ...DEFAULT_SHOP_SETTINGS.wording, address: 'qin' };
    const db = anOldStore(2, {
      ...DEFAULT_SHOP_SETTINGS,
      concession,
      wording,
      loyalty: { points: [1, null] },
    });
    expect(createShopStore(db).get('shop-1' as ShopId)?.settings).toEqual({
      ...DEFAULT_SHOP_SETTINGS,
      concession,
      wording,
    });
    const loyalty = db.prepare("SELECT value FROM settings WHERE scope = 'shop-1' AND key = 'loyalty'");
    expect(loyalty.pluck().get()).toBe('{"points":[1,null]}');
  });

  it('of the PC go to their domains, and the notes of the program stay notes', () => {
    const db = anOldStore(2, {});
    const settings = createSettingsStore(db);
    expect(settings.ofApp()).toEqual({
      ...defaultSettings('app'),
      appearance: { ...defaultSettings('app').appearance, theme: 'dark' },
      reminders: { ...defaultSettings('app').reminders, popUpQuietHours: { fromMinute: 1, toMinute: 2 } },
    });
    expect(
      db.prepare("SELECT scope, key FROM settings WHERE scope IN ('', 'app') ORDER BY 1, 2").raw().all(),
    ).toEqual([
      ['', 'lastAgentId'],
      // A later version looks at every paid order anew.
      ['', 'shopsToRefresh'],
      ['app', 'appearance'],
      ['app', 'palette'],
      ['app', 'reminders'],
    ]);
    expect(db.pragma('foreign_key_check')).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { createSettings } from '../../../electron/kernel/settings.ts';
import { createSettingsHandlers } from '../../../electron/settings/settings-handlers.ts';
import { createActivityStore } from '../../../electron/store/activities/activity-store.ts';
import { createSettingsStore } from '../../../electron/store/team/settings-store.ts';
import { createShopStore } from '../../../electron/store/team/shop-store.ts';
import { CHASE_PRESET_SETTINGS } from '../../../shared/domain/chase-settings.ts';
import type { AgentId, ShopId } from '../../../shared/domain/ids.ts';
import type { SettingsScope } from '../../../shared/domain/settings/scope.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../shared/domain/shop.ts';
import { AppError } from '../../../shared/errors.ts';
import { createMemoryStore, insertAgent, insertShop } from '../../support/memory-store.ts';

const SHOP = 'shop-1' as ShopId;
const AGENT = 'agent-1' as AgentId;
const { concession, wording } = DEFAULT_SHOP_SETTINGS;

function aDesk({ isLead = false } = {}) {
  const { db, inTransaction } = createMemoryStore();
  insertShop(db);
  insertAgent(db);
  const shops = createShopStore(db);
  const activities = createActivityStore(db);
  const stored = createSettingsStore(db);
  const refreshed: ShopId[] = [];
  const changed: SettingsScope[] = [];
  const settings = createSettings({
    settings: stored,
    shops,
    activities,
    inTransaction,
    tasksToRefresh: (id) => void refreshed.push(id),
  });
  const handlers = createSettingsHandlers({
    settings,
    actor: () => ({ agentId: AGENT, nowMs: 7 }),
    requireLeadIfAny() {
      if (!isLead) throw new AppError('invalid-input', '须由主管或经理操作');
    },
    chooseFolder: async () => 'D:\\下载',
    changed: (scope) => void changed.push(scope),
  });
  const save = (scope: SettingsScope, key: string, values: Record<string, unknown>) =>
    handlers['settings.save']({ scope, key, values });
  return { db, handlers, save, stored, shops, activities, refreshed, changed };
}

describe('saving settings', () => {
  it('keeps what was set, works the tasks of the shop out anew and tells every window', () => {
    const { save, shops, refreshed, changed } = aDesk();
    const recorded = save(SHOP, 'chase', CHASE_PRESET_SETTINGS['group-buy']);
    expect(recorded?.message).toBe('已保存「测试店铺」的催付设置');
    expect(shops.get(SHOP)?.settings.chase.preset).toBe('group-buy');
    expect([refreshed, changed]).toEqual([[SHOP], [SHOP]]);
  });

  it('records who changed which field from what to what', () => {
    const { save, activities } = aDesk();
    save(SHOP, 'grade', { vipPaidOrders: 9 });
    expect(activities.listOf({ kind: 'shop', id: SHOP })).toMatchObject([
      {
        kind: 'settings-changed',
        agentId: AGENT,
        atMs: 7,
        data: {
          text: 'VIP 客户',
          changes: [
            {
              table: 'settings',
              id: `${SHOP}/grade`,
              before: { vipPaidOrders: 5 },
              after: { vipPaidOrders: 9 },
            },
          ],
        },
      },
    ]);
    save('app', 'appearance', { theme: 'dark' });
    expect(activities.listOf({ kind: 'app', id: 'app' })[0]?.data.changes).toEqual([
      { table: 'settings', id: 'app/appearance', before: { theme: 'system' }, after: { theme: 'dark' } },
    ]);
  });

  it('does nothing where nothing is different', () => {
    const { save, activities, refreshed, changed } = aDesk();
    expect(save(SHOP, 'wording', wording)).toBeNull();
    expect([refreshed, changed, activities.listOf({ kind: 'shop', id: SHOP })]).toEqual([[], [], []]);
  });

  it('changes the fields that it is given, and leaves the others as they are', () => {
    const { save, stored } = aDesk();
    save('app', 'reminders', { soundEnabled: false });
    save('app', 'reminders', { reminderChecked: true });
    expect(stored.ofApp().reminders).toMatchObject({ soundEnabled: false, reminderChecked: true });
  });

  it('watches the folder that was chosen', async () => {
    const { handlers, stored } = aDesk();
    await handlers['settings.chooseWatchedFolder']();
    expect(stored.ofApp().imports.watchedFolder).toBe('D:\\下载');
  });

  it.each([
    {
      what: 'a value out of bounds',
      change: { scope: SHOP, key: 'chase', values: { maxPer24h: 11 } },
      message: '催付的「每单 24 小时内最多」不符合要求',
    },
    {
      what: 'steps beyond the limit',
      change: { scope: SHOP, key: 'concession', values: { limitFen: 100 } },
      message: '优惠步骤」：每一步不能超过客服权限',
    },
    {
      what: 'an unknown field',
      change: { scope: SHOP, key: 'grade', values: { gold: 1 } },
      message: '「VIP 客户」没有名为 gold 的设置',
    },
    {
      what: 'an unknown domain',
      change: { scope: SHOP, key: 'loyalty', values: {} },
      message: '没有名为 loyalty 的设置',
    },
    {
      what: 'a domain of another level',
      change: { scope: 'app' as const, key: 'chase', values: {} },
      message: '没有名为 chase 的设置',
    },
    {
      what: 'a shop that is not there',
      change: { scope: 'shop-9' as ShopId, key: 'grade', values: {} },
      message: '该店铺已不存在',
    },
  ])('refuses $what and saves nothing', ({ change, message }) => {
    const { db, handlers, changed } = aDesk({ isLead: true });
    const rows = () => db.prepare('SELECT * FROM settings ORDER BY scope, key').all();
    const before = rows();
    expect(() => handlers['settings.save'](change)).toThrow(message);
    expect([rows(), changed]).toEqual([before, []]);
  });
});

describe('R10 R13 K9: what an agent may set', () => {
  it('is how the shop chases, not how far agents may go nor what they must not say', () => {
    const { save, shops } = aDesk();
    save(SHOP, 'grade', { vipPaidOrders: 9, vipPaidFen: 1 });
    expect(shops.get(SHOP)?.settings.grade.vipPaidOrders).toBe(9);
    for (const [scope, key, values] of [
      [SHOP, 'concession', { ...concession, limitFen: 100_000 }],
      [SHOP, 'wording', { ...wording, onCopy: 'block' }],
      ['app', 'scripts', { scriptApprovalRequired: true }],
    ] as const)
      expect(() => save(scope, key, values)).toThrow('须由主管或经理操作');
    expect(save('app', 'scripts', { trialSharePercent: 20, scriptApprovalRequired: false })).not.toBeNull();
  });

  it('may be sent along unchanged with what is not theirs', () => {
    expect(aDesk().save(SHOP, 'concession', concession)).toBeNull();
  });

  it('is everything for a lead', () => {
    const { save, shops } = aDesk({ isLead: true });
    save(SHOP, 'concession', { limitFen: 100_000 });
    expect(shops.get(SHOP)?.settings.concession.limitFen).toBe(100_000);
  });
});

import { describe, expect, it } from 'vitest';
import { createCore } from '../../../electron/core.ts';
import { createSettingsHandlers } from '../../../electron/settings/settings-handlers.ts';
import { CHASE_PRESET_SETTINGS } from '../../../shared/domain/chasing/chase-settings.ts';
import type { AgentId, ShopId } from '../../../shared/domain/ids.ts';
import type { SettingsScope } from '../../../shared/domain/settings/declaring/scope.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../../shared/domain/team/shop.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore, insertAgent, insertShop } from '../../support/memory-store.ts';

const SHOP = 'shop-1' as ShopId;
const AGENT = 'agent-1' as AgentId;
const { concession, wording } = DEFAULT_SHOP_SETTINGS;

/** An agent sits here, or a lead; another lead is in the team. */
function aDesk({ isLead = false } = {}) {
  const { db } = createMemoryStore();
  insertShop(db);
  insertAgent(db, { role: isLead ? 'lead' : 'agent' });
  insertAgent(db, { id: 'lead-1' as AgentId, name: '亦安', role: 'lead' });
  const core = createCore({ db, clock: createFakeClock(7) });
  const { stores, session, refreshShops } = core;
  session.signIn(AGENT, null);
  let changes = 0;
  const handlers = createSettingsHandlers({
    settings: core.settings,
    preferences: { current: stores.settings.ofApp },
    actor: session.actor,
    requireLeadIfAny: session.requireLeadIfAny,
    chooseFolder: async () => 'D:\\下载',
    changed: () => void (changes += 1),
  });
  const save = (scope: SettingsScope, key: string, values: Record<string, unknown>) =>
    handlers['settings.save']({ scope, key, values });
  return {
    db,
    core,
    handlers,
    save,
    stored: stores.settings,
    shops: stores.shops,
    activities: stores.activities,
    refreshed: refreshShops.marked,
    changes: () => changes,
    undo(recorded: Recorded | null) {
      if (!recorded) throw new Error('Nothing was different');
      return core.undoActivity(recorded.activityId, session.actor());
    },
  };
}

describe('saving settings', () => {
  it('keeps what was set, works the tasks of the shop out anew and tells every window', () => {
    const { save, shops, refreshed, changes } = aDesk();
    const recorded = save(SHOP, 'chase', CHASE_PRESET_SETTINGS['group-buy']);
    expect(recorded?.message).toBe('已保存「测试店铺」的催付设置');
    expect(shops.get(SHOP)?.settings.chase.preset).toBe('group-buy');
    expect([refreshed(), changes()]).toEqual([[SHOP], 1]);
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
    expect(activities.listOf(asSubject('app', 'app'))[0]?.data.changes).toEqual([
      { table: 'settings', id: 'app/appearance', before: { theme: 'system' }, after: { theme: 'dark' } },
    ]);
  });

  it('X1: steps the zoom from where it is, however fast the keys follow one another', () => {
    const { handlers, stored, changes } = aDesk();
    const zooms = (['larger', 'larger', 'smaller', 'as-drawn', 'as-drawn'] as const).map(
      handlers['settings.zoom'],
    );
    expect(zooms).toEqual(['110', '125', '110', '100', '100']);
    expect([stored.ofApp().appearance.zoom, changes()]).toEqual(['100', 4]);
    for (let step = 0; step < 9; step += 1) handlers['settings.zoom']('larger');
    expect(stored.ofApp().appearance.zoom).toBe('200');
  });

  it('does nothing where nothing is different', () => {
    const { save, activities, refreshed, changes } = aDesk();
    expect(save(SHOP, 'wording', wording)).toBeNull();
    expect([refreshed(), changes(), activities.listOf({ kind: 'shop', id: SHOP })]).toEqual([[], 0, []]);
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
      what: 'a field that every object inherits',
      change: { scope: SHOP, key: 'grade', values: JSON.parse('{"constructor":1}') as { gold: number } },
      message: '「VIP 客户」没有名为 constructor 的设置',
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
    const { db, handlers, changes } = aDesk({ isLead: true });
    const rows = () => db.prepare('SELECT * FROM settings ORDER BY scope, key').all();
    const before = rows();
    expect(() => handlers['settings.save'](change)).toThrow(message);
    expect([rows(), changes()]).toEqual([before, 0]);
  });
});

describe('settings that are taken back', () => {
  it('hold again as they were, and the tasks of the shop follow', async () => {
    const { core, save, shops, refreshed, undo } = aDesk();
    const saved = save(SHOP, 'grade', { vipPaidOrders: 9 });
    await core.refreshShops.refresh(SHOP, {
      shouldStop: () => false,
      onProgress: () => {},
      rest: async () => {},
    });
    expect(refreshed()).toEqual([]);
    expect(undo(saved).message).toBe('已撤销：修改设置');
    expect([shops.get(SHOP)?.settings.grade.vipPaidOrders, refreshed()]).toEqual([5, [SHOP]]);
    expect(() => undo(saved)).toThrow('该操作已撤销');
  });

  it('need nothing else to be taken back first, but stay where somebody has set the same since', () => {
    const { save, stored, undo } = aDesk();
    const theme = save('app', 'appearance', { theme: 'dark' });
    const sound = save('app', 'reminders', { soundEnabled: false });
    const again = save('app', 'reminders', { soundEnabled: true });
    undo(theme);
    expect(stored.ofApp().appearance.theme).toBe('system');
    expect(() => undo(sound)).toThrow('之后已有变化，不能撤销');
    undo(again);
    expect(stored.ofApp().reminders.soundEnabled).toBe(false);
  });

  it('R10: are given back only by those who may set them', () => {
    const { core, save, shops, undo } = aDesk({ isLead: true });
    const raised = save(SHOP, 'concession', { limitFen: 100_000 });
    core.session.updateAgent({ id: AGENT, name: '小王', role: 'agent', isArchived: false }, undefined);
    expect(() => undo(raised)).toThrow('须由主管或经理操作');
    expect(shops.get(SHOP)?.settings.concession.limitFen).toBe(100_000);
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

import { AppSettings } from '../../shared/domain/app-settings.ts';
import { ActivityId, AgentId, ShopId } from '../../shared/domain/ids.ts';
import { APP_SCOPE } from '../../shared/domain/settings/scope.ts';
import { ShopSettings } from '../../shared/domain/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type { ChaseReportGroup, ChaseReportRow } from '../../shared/ipc/contract/report-contract.ts';
import type { Input, Output } from '../../shared/ipc/contract.ts';
import { anAgent, aShop } from './fake-data.ts';
import { appStateOf, type FakeWorld } from './fake-world.ts';

export function fakeSessionHandlers(world: FakeWorld) {
  const addShop = (shop: Input<'shops.create'>) => {
    const created = aShop({ ...shop, id: ShopId.parse(`shop-${world.shops.length + 1}`) });
    world.shops = [...world.shops, created];
    return created;
  };
  const addAgent = ({ name, role, pin }: Input<'agents.create'>) => {
    const id = AgentId.parse(`agent-${world.agents.length + 1}`);
    const created = anAgent({ id, name, role, hasPin: pin !== null });
    world.agents = [...world.agents, created];
    return created;
  };
  const changeShop = (id: ShopId, patch: Partial<Output<'shops.rename'>>) => {
    world.shops = world.shops.map((shop) => (shop.id === id ? { ...shop, ...patch } : shop));
    const shop = world.shops.find((one) => one.id === id);
    if (!shop) throw new AppError('not-found', '该店铺已不存在');
    return shop;
  };
  return {
    'app.state': () => appStateOf(world),
    'app.completeFirstRun': ({ shop, agent }: Input<'app.completeFirstRun'>) => {
      addShop(shop);
      world.currentAgentId = addAgent(agent).id;
      world.isFirstRun = false;
      return appStateOf(world);
    },
    'settings.save': ({ scope, key, values }: Input<'settings.save'>): Output<'settings.save'> => {
      const merged = <S extends Record<string, object>>(all: S): S => ({
        ...all,
        [key]: { ...all[key], ...values },
      });
      if (scope === APP_SCOPE) world.settings = AppSettings.parse(merged(world.settings));
      else {
        const shop = world.shops.find(({ id }) => id === scope);
        if (shop) changeShop(scope, { settings: ShopSettings.parse(merged(shop.settings)) });
      }
      return { activityId: ActivityId.parse('activity-settings'), message: '已保存' };
    },
    'settings.chooseWatchedFolder': (): string | null => '下载',
    'session.signIn': ({ agentId, pin }: Input<'session.signIn'>) => {
      const agent = world.agents.find(({ id }) => id === agentId);
      if (!agent) throw new AppError('not-found', '该客服已不存在');
      if (agent.hasPin && pin !== '1234') throw new AppError('invalid-input', 'PIN 不正确');
      world.currentAgentId = agentId;
      return agent;
    },
    'session.lock': () => {
      world.currentAgentId = null;
    },
    'agents.create': addAgent,
    'agents.update': ({ id, name, role, pin, isArchived }: Input<'agents.update'>) => {
      const before = world.agents.find((agent) => agent.id === id);
      if (!before) throw new AppError('not-found', '该客服已不存在');
      const hasPin = pin === undefined ? before.hasPin : pin !== null;
      const after = { ...before, name, role, isArchived, hasPin };
      world.agents = world.agents.map((agent) => (agent.id === id ? after : agent));
      return after;
    },
    'shops.create': addShop,
    'shops.rename': ({ id, name }: Input<'shops.rename'>) => changeShop(id, { name }),
    'sample.install': () => addShop({ name: '示例店铺', platform: 'tmall' }),
    'sample.remove': () => {
      world.shops = world.shops.filter(({ isSample }) => !isSample);
    },
    'reminders.test': () => ({ isSupported: true }),
    'reminders.pauseUntil': ({ untilMs }: Input<'reminders.pauseUntil'>) => {
      world.doNotDisturbUntilMs = untilMs;
    },
  };
}

function reportRow(label: string, index: number): ChaseReportRow {
  const chased = 40 - index * 7;
  const recovered = Math.floor(chased * 0.4);
  return { key: label, label, chased, recovered, rate: recovered / chased, recoveredFen: recovered * 8_800 };
}

const REPORT_LABELS = {
  day: ['2026-06-10', '2026-06-09', '2026-06-08'],
  step: ['首次催付', '二次催付', '关闭前催付'],
  reason: ['忘记付款', '余额不足，稍后充值', '嫌贵'],
  script: ['核对地址与款式', '确认收货人，三条'],
  hour: ['09:00', '10:00', '20:00', '21:00'],
  agent: ['小满', '知夏', '亦安'],
} as const satisfies Record<ChaseReportGroup, readonly string[]>;

export function fakeReportHandlers(world: FakeWorld) {
  return {
    'reports.chase': (): Output<'reports.chase'> => {
      const rows = (group: ChaseReportGroup) =>
        world.orders.length === 0 ? [] : REPORT_LABELS[group].map(reportRow);
      const total = world.orders.length === 0 ? 0 : 99;
      return {
        chased: total,
        recovered: Math.floor(total * 0.4),
        rate: total === 0 ? null : 0.394,
        recoveredFen: total * 3_500,
        by: {
          day: rows('day'),
          step: rows('step'),
          reason: rows('reason'),
          script: rows('script'),
          hour: rows('hour'),
          agent: rows('agent'),
        },
      };
    },
    'reports.exportChase': (): string | null => '催付报表.xlsx',
    'exports.save': (): string | null => '导出.xlsx',
  };
}

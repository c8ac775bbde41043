import type { Activity, ActivityKind } from '../../shared/domain/activity.ts';
import type { Agent } from '../../shared/domain/agent.ts';
import type { AppSettings } from '../../shared/domain/app-settings.ts';
import type { Concession } from '../../shared/domain/concession.ts';
import type { Customer } from '../../shared/domain/customer.ts';
import { ActivityId, AgentId, OrderId, type ScriptId, ShopId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Script, ScriptGroup } from '../../shared/domain/script.ts';
import type { ScriptPicture } from '../../shared/domain/script-picture.ts';
import type { Circumstances } from '../../shared/domain/script-template/conditions.ts';
import { mapSettings } from '../../shared/domain/settings/settings-of.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import type { Task } from '../../shared/domain/task.ts';
import type { ImportJob, ListedRun } from '../../shared/ipc/contract/import-contract.ts';
import type { ScriptOccasion } from '../../shared/ipc/contract/script-contract.ts';
import type { AppState } from '../../shared/ipc/contract/session-contract.ts';
import { aCustomer, anAgent, aShop, GROUPS, manyOrders, SCRIPTS } from './fake-data.ts';
import { NOTHING_KNOWN } from './nothing-known.ts';

export type WorldOptions = {
  readonly orderCount?: number;
  readonly now?: () => number;
  readonly isFirstRun?: boolean;
  readonly isSignedOut?: boolean;
  /** Who sits here; `agent-3` is a lead. */
  readonly agentId?: string;
  readonly settings?: { readonly [K in keyof AppSettings]?: Partial<AppSettings[K]> };
};

/** All that the fake main process knows; handlers change it in place. */
export type FakeWorld = {
  readonly now: () => number;
  isFirstRun: boolean;
  currentAgentId: AgentId | null;
  doNotDisturbUntilMs: number | null;
  settings: AppSettings;
  shops: Shop[];
  agents: Agent[];
  customers: Customer[];
  orders: Order[];
  tasks: Task[];
  scripts: Script[];
  groups: ScriptGroup[];
  favourites: ScriptId[];
  recentScripts: ScriptId[];
  concessions: Concession[];
  activities: Activity[];
  /** How to take back what an activity did. */
  undos: Map<string, () => void>;
  jobs: ImportJob[];
  runs: ListedRun[];
  offers: { path: string; fileName: string; foundAtMs: number }[];
  pictures: ScriptPicture[];
  /** By the name of the field. */
  rememberedAnswers: Map<string, string[]>;
  circumstances: Circumstances;
  /** What the page has put on the clipboard. */
  clipboard: string | null;
  /** What was there before. */
  clipboardBefore: string | null;
  /** What the workbench says is open in it. */
  followed: ScriptOccasion | null;
  isPaletteHidden: boolean;
};

function settingsWith(given: NonNullable<WorldOptions['settings']>): AppSettings {
  return mapSettings('app', ({ key, defaults }) => {
    const checked = key === 'reminders' ? { reminderChecked: true } : {};
    const overrides = Object.entries(given).find(([domain]) => domain === key)?.[1] ?? {};
    return { ...defaults, ...checked, ...overrides };
  });
}

export function createWorld(options: WorldOptions = {}): FakeWorld {
  const now = options.now ?? Date.now;
  const { orders, tasks } = manyOrders(options.orderCount ?? 24, now());
  const isEmpty = options.isFirstRun === true;
  return {
    now,
    isFirstRun: isEmpty,
    currentAgentId:
      isEmpty || options.isSignedOut === true ? null : AgentId.parse(options.agentId ?? 'agent-1'),
    doNotDisturbUntilMs: null,
    settings: settingsWith(options.settings ?? {}),
    shops: isEmpty
      ? []
      : [aShop(), aShop({ id: ShopId.parse('shop-2'), name: '示例生活馆', platform: 'douyin' })],
    agents: isEmpty
      ? []
      : [
          anAgent(),
          anAgent({ id: AgentId.parse('agent-2'), name: '知夏', hasPin: true }),
          anAgent({ id: AgentId.parse('agent-3'), name: '亦安', role: 'lead' }),
        ],
    customers: Array.from({ length: 8 }, (_, index) => aCustomer(index)),
    orders,
    tasks,
    scripts: [...SCRIPTS],
    groups: [...GROUPS],
    favourites: [],
    recentScripts: [],
    concessions: [],
    activities: [],
    undos: new Map(),
    jobs: [],
    runs: [],
    offers: [],
    pictures: [],
    rememberedAnswers: new Map(),
    circumstances: NOTHING_KNOWN,
    clipboard: null,
    clipboardBefore: null,
    followed: null,
    isPaletteHidden: false,
  };
}

export function appStateOf(world: FakeWorld): AppState {
  return {
    version: '0.1.0',
    isFirstRun: world.isFirstRun,
    shops: world.shops,
    agents: world.agents,
    currentAgentId: world.currentAgentId,
    lastAgentId: world.agents[0]?.id ?? null,
    settings: world.settings,
    doNotDisturbUntilMs: world.doNotDisturbUntilMs,
    isHotkeyRefused: false,
    nowMs: world.now(),
  };
}

type Done = {
  readonly kind: ActivityKind;
  readonly orderId: OrderId | null;
  readonly message: string;
  readonly undo: () => void;
  readonly data?: Activity['data'];
};

/** Writes the activity and how to take it back, and answers as main does. */
export function record(world: FakeWorld, { kind, orderId, message, undo, data = {} }: Done) {
  const id = ActivityId.parse(`activity-${world.activities.length + 1}`);
  world.activities.push({
    id,
    atMs: world.now(),
    kind,
    subject: { kind: 'order', id: orderId ?? OrderId.parse('none') },
    agentId: world.currentAgentId,
    taskId: null,
    scriptId: null,
    importRunId: null,
    data,
  });
  world.undos.set(id, undo);
  return { activityId: id, message };
}

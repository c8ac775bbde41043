import type { Order } from '../../../shared/domain/orders/order.ts';
import { EVERY_ORDER } from '../../../shared/domain/orders/order-list.ts';
import { APP_SCOPE } from '../../../shared/domain/settings/declaring/scope.ts';
import type { Task } from '../../../shared/domain/tasks/task.ts';
import type { Agent } from '../../../shared/domain/team/agent.ts';
import type { AppSettings } from '../../../shared/domain/team/app-settings.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import type { SettingsChange } from '../../../shared/ipc/contract/program/settings-contract.ts';
import { DAY, MINUTE, SECOND } from '../../../shared/time/durations.ts';
import { addScripts } from './a-script-library.ts';
import type { MainSide } from './create-main-side.ts';
import { type ExportedOrder, importOrders } from './import-orders.ts';

/** Their orders are due for a chase, one after the other. */
const CUSTOMERS = [
  '山间一壶茶',
  '夏天的风呀',
  '小鹿乱撞88',
  '青柠不加冰',
  '江南烟雨客',
  '拾光者_lin',
  '北方有雪',
  'tb2026_晴天',
] as const;
const GOODS = [
  { title: '示例保温杯 大容量 便携款', sku: '颜色分类：白色；规格：500ml' },
  { title: '纯棉短袖T恤 宽松 情侣款', sku: '颜色分类：雾蓝；尺码：XL' },
  { title: '手工陶瓷茶具套装 6 件', sku: '颜色分类：青瓷；规格：礼盒装' },
  { title: '儿童防晒衣 透气 轻薄', sku: '颜色分类：粉色；尺码：120cm' },
] as const;

export type ShopFloor = {
  /** How many unpaid orders there are; the first eight are due for a chase. */
  readonly orderCount?: number;
  /** A few scripts, by default. */
  readonly hasScripts?: boolean;
  readonly isFirstRun?: boolean;
  /** The agent who is signed in: 小满 is an agent, 知夏 one with the PIN 1234, 亦安 a lead. */
  readonly signedIn?: '小满' | '知夏' | '亦安' | null;
  readonly settings?: { readonly [K in keyof AppSettings]?: Partial<AppSettings[K]> };
};

/** The numbers of a platform ascend, and are longer than a JavaScript number is exact. */
export const orderNo = (index: number): string =>
  (3304370000000000007n + BigInt(index) * 1_000_003n).toString();

/** The order of that place in the afternoon, as the platform exports it. */
export function anUnpaidOrder(index: number, nowMs: number): ExportedOrder {
  const customer = CUSTOMERS[index];
  const { title, sku } = GOODS[index % GOODS.length] ?? GOODS[0];
  // The first message is due fifteen minutes after an order was placed.
  const agoMs =
    customer === undefined ? 14 * MINUTE - Math.min(index, 600) * SECOND : (60 - index * 5) * MINUTE;
  return {
    no: orderNo(index),
    customer: customer ?? `客户${index + 1}`,
    placedAtMs: nowMs - agoMs,
    amount: `${238 + index}.00`,
    title,
    sku,
    quantity: 1 + (index % 3),
    mobile: `1380000${(1000 + (index % 9000)).toString()}`,
    ...(index % 6 === 0 ? { message: '麻烦包装严实一点，送人的', memo: '改价 5 元 小满' } : {}),
  };
}

/** Against a chase of 江南烟雨客 speaks that the other order of yesterday is paid. */
function aPaidOrder(nowMs: number): ExportedOrder {
  const { title, sku } = GOODS[3];
  const placedAtMs = nowMs - DAY;
  return {
    no: orderNo(-1),
    customer: '江南烟雨客',
    placedAtMs,
    paidAtMs: placedAtMs + MINUTE,
    amount: '89.00',
    title,
    sku,
  };
}

function setUpPc(main: MainSide, settings: NonNullable<ShopFloor['settings']>): void {
  const checked = { reminderChecked: true, ...settings.reminders };
  for (const [key, values] of Object.entries({ ...settings, reminders: checked }))
    saveSettings(main, { scope: APP_SCOPE, key, values });
}

function addTeam({ core }: MainSide): void {
  core.session.addAgent({ name: '小满', role: 'agent', pin: null });
  core.session.addAgent({ name: '知夏', role: 'agent', pin: '1234' });
  core.session.addAgent({ name: '亦安', role: 'lead', pin: null });
}

/** Two shops, three agents, a few scripts and an afternoon's orders, as the program itself makes them. */
export function openShopFloor(main: MainSide, floor: ShopFloor = {}): void {
  const { core, clock } = main;
  const { orderCount = 24, hasScripts = true, signedIn = '小满' } = floor;
  setUpPc(main, floor.settings ?? {});
  if (hasScripts) addScripts(main);
  if (floor.isFirstRun === true) return;
  const shop = core.shops.add({ name: '示例旗舰店', platform: 'taobao' });
  core.shops.add({ name: '示例生活馆', platform: 'douyin' });
  addTeam(main);
  const nowMs = clock.now();
  const orders = Array.from({ length: orderCount }, (_, index) => anUnpaidOrder(index, nowMs));
  if (orderCount > 0) importOrders(main, shop, [...orders, aPaidOrder(nowMs)]);
  core.session.signIn(agentNamed(main, '小满').id, null);
  if (signedIn === null) core.session.lock();
  else signInAs(main, signedIn);
}

/** A lead has set it so. */
export function saveSettings({ core, clock }: MainSide, change: SettingsChange): void {
  core.settings.save(change, { agentId: null, nowMs: clock.now() });
}

/** Somebody else sits down at the PC; the page hears of it as of every change. */
export function signInAs(main: MainSide, name: '小满' | '知夏' | '亦安'): void {
  main.core.session.signIn(agentNamed(main, name).id, name === '知夏' ? '1234' : null);
  main.emit('app.changed', undefined);
}

type WithCore = Pick<MainSide, 'core'>;

export function agentNamed({ core }: WithCore, name: string): Agent {
  const agent = core.stores.agents.findByName(name);
  if (!agent) throw new Error(`No agent is called ${name}`);
  return agent;
}

export function shopNamed({ core }: WithCore, name: string): Shop {
  const shop = core.shops.list().find((one) => one.name === name);
  if (!shop) throw new Error(`No shop is called ${name}`);
  return shop;
}

/** The newest order of the customer. */
export function orderOf({ core }: WithCore, customer: string): Order {
  const query = { ...EVERY_ORDER, text: customer, sort: 'newest', offset: 0, limit: 1 } as const;
  const [order] = core.stores.orderList.page(query).orders;
  if (!order) throw new Error(`${customer} has no order`);
  return order;
}

export const tasksOf = (main: WithCore, customer: string): Task[] =>
  main.core.stores.tasks.listForSubject({ kind: 'order', id: orderOf(main, customer).id });

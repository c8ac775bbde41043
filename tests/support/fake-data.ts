import type { Agent } from '../../shared/domain/agent.ts';
import type { Customer } from '../../shared/domain/customer.ts';
import {
  AgentId,
  CustomerId,
  OrderId,
  ScriptGroupId,
  ScriptId,
  ShopId,
  TaskId,
} from '../../shared/domain/ids.ts';
import type { Order, OrderStatus } from '../../shared/domain/order.ts';
import type { Script, ScriptGroup } from '../../shared/domain/script.ts';
import { DEFAULT_SHOP_SETTINGS, type Shop } from '../../shared/domain/shop.ts';
import type { Task } from '../../shared/domain/task.ts';
import { DAY, HOUR, MINUTE } from '../../shared/time/durations.ts';

const NICKS = [
  '山间一壶茶',
  '夏天的风呀',
  '小鹿乱撞88',
  '青柠不加冰',
  '江南烟雨客',
  '拾光者_lin',
  '北方有雪',
  'tb2026_晴天',
];
const TITLES = [
  '示例保温杯 大容量 便携款',
  '纯棉短袖T恤 宽松 情侣款',
  '手工陶瓷茶具套装 6 件',
  '儿童防晒衣 透气 轻薄',
];
const SKUS = ['白色；500ml', '雾蓝；XL', '青瓷；礼盒装', '粉色；120cm'];
const NAMES = ['林小满', '陈知夏', '周亦安', '许言'];

/** Every row takes its own item of a list, again and again. */
function pick<T>(list: readonly T[], index: number): T {
  const item = list[index % list.length];
  if (item === undefined) throw new Error('Empty list');
  return item;
}

export function aShop(overrides: Partial<Shop> = {}): Shop {
  return {
    id: ShopId.parse('shop-1'),
    name: '示例旗舰店',
    platform: 'tmall',
    isSample: false,
    settings: DEFAULT_SHOP_SETTINGS,
    ...overrides,
  };
}

export function anAgent(overrides: Partial<Agent> = {}): Agent {
  return {
    id: AgentId.parse('agent-1'),
    name: '小满',
    role: 'agent',
    hasPin: false,
    isArchived: false,
    ...overrides,
  };
}

const NO_FIELDS = {
  platformStatus: null,
  closeReason: null,
  afterSalesStatus: null,
  customerDisplayName: null,
  customerAlipay: null,
  paidAtMs: null,
  shipDeadlineAtMs: null,
  shippedAtMs: null,
  completedAtMs: null,
  paidFen: null,
  refundFen: null,
  settledFen: null,
  itemKinds: 1,
  merchantCode: null,
  receiverPhone: null,
  customerMessage: null,
  memo: null,
  memoTag: null,
  flag: null,
  trackingNo: null,
  carrier: null,
  paymentNo: null,
  paymentDetail: null,
  closesAtMs: null,
  claimedPaidAtMs: null,
  chaseStoppedAtMs: null,
  chaseStopReason: null,
  agreedPayAtMs: null,
} as const;

function progressOf(status: OrderStatus, placedAtMs: number): Partial<Order> {
  if (status === 'unpaid') return {};
  if (status === 'closed') return { closeReason: '买家未付款，超时关闭' };
  return {
    paidAtMs: placedAtMs + 20 * MINUTE,
    ...(status === 'paid'
      ? {}
      : { shippedAtMs: placedAtMs + DAY, carrier: '顺丰速运', trackingNo: 'SF0000000000001' }),
    ...(status === 'completed' ? { completedAtMs: placedAtMs + 5 * DAY } : {}),
  };
}

export function anOrder(index: number, nowMs: number, overrides: Partial<Order> = {}): Order {
  const status = overrides.status ?? 'unpaid';
  const placedAtMs = overrides.placedAtMs ?? nowMs - (index + 1) * 7 * MINUTE;
  const payableFen = 1900 + ((index * 7919) % 480_000);
  return {
    ...NO_FIELDS,
    id: OrderId.parse(`order-${index}`),
    shopId: ShopId.parse(index % 3 === 2 ? 'shop-2' : 'shop-1'),
    no: (3304370000000000000n + BigInt(index) * 1_000_003n).toString(),
    status,
    customerNick: pick(NICKS, index),
    customerId: CustomerId.parse(`customer-${index % NICKS.length}`),
    placedAtMs,
    goodsFen: payableFen - 600,
    postageFen: 600,
    payableFen,
    itemTitle: pick(TITLES, index),
    itemCount: 1 + (index % 3),
    sku: pick(SKUS, index),
    receiverName: pick(NAMES, index),
    receiverMobile: `1380000${(1000 + (index % 9000)).toString()}`,
    receiverAddress: '浙江省 杭州市 余杭区 示例路 1 号 3 幢 502 室',
    extra: {},
    updatedAtMs: nowMs,
    ...progressOf(status, placedAtMs),
    ...overrides,
  };
}

export function aTask(order: Order, overrides: Partial<Task> = {}): Task {
  return {
    id: TaskId.parse(`task-${order.id}`),
    shopId: order.shopId,
    kind: 'chase',
    subject: { kind: 'order', id: order.id },
    matter: order.id,
    step: 'first',
    occurrence: '',
    doneAtMs: null,
    snoozeExpiresAtMs: null,
    plannedExpiryAtMs: (order.placedAtMs ?? 0) + DAY,
    state: 'open',
    dueAtMs: (order.placedAtMs ?? 0) + 15 * MINUTE,
    snoozedUntilMs: null,
    snoozeNote: null,
    expiresAtMs: (order.placedAtMs ?? 0) + DAY,
    amountAtRiskFen: order.payableFen ?? 0,
    reason: '下单 15 分钟未付款',
    advice: { kind: 'recommended' },
    ownerId: null,
    reminderAtMs: null,
    cancelReason: null,
    updatedAtMs: order.updatedAtMs,
    ...overrides,
  };
}

export function aCustomer(index: number): Customer {
  return {
    id: CustomerId.parse(`customer-${index}`),
    platform: 'tmall',
    nick: pick(NICKS, index),
    displayName: null,
    isMasked: false,
    note: index === 0 ? '喜欢白色，送人，发票抬头个人' : null,
    groupOverride: null,
  };
}

export function aScript(overrides: Partial<Script> & { readonly code: string }): Script {
  return {
    id: ScriptId.parse(`script-${overrides.code}`),
    scope: { kind: 'all' },
    groupId: ScriptGroupId.parse('group-1'),
    title: overrides.code,
    parts: ['您好'],
    keywords: '',
    tags: [],
    fit: { stages: ['chase-open'], reasons: [], steps: [], grades: [] },
    sortKey: 0,
    archivedAtMs: null,
    updatedAtMs: 0,
    useCount: 0,
    lastUsedAtMs: null,
    ...overrides,
  };
}

export const GROUPS: readonly ScriptGroup[] = [
  { id: ScriptGroupId.parse('group-1'), parentId: null, name: '催付', sortKey: 0 },
  { id: ScriptGroupId.parse('group-2'), parentId: null, name: '问候', sortKey: 1 },
];

export const SCRIPTS: readonly Script[] = [
  aScript({
    code: 'cf01',
    title: '核对地址与款式',
    parts: [
      '{客户}，您好，{店铺}的{客服}为您服务。您拍的「{商品}」{规格} {数量} 件，寄到 {地址}，对吗？核对无误后我们当天为您安排。',
    ],
    useCount: 32,
  }),
  aScript({
    code: 'cf02',
    title: '确认收货人，三条',
    parts: [
      '您好，看到您拍下了「{商品}」，收货人是 {收货人}，请您核对一下。',
      '今天 16:00 前付款的订单当天发出，订单还会为您保留 {剩余时间}。',
      '付款遇到问题的话随时告诉我，我来帮您处理。',
    ],
  }),
  aScript({
    code: 'yh01',
    title: '小额优惠',
    parts: ['您好，为您申请到 {优惠}，付款前告诉我一声，我来改价。'],
    fit: { stages: ['chase-remedy'], reasons: ['price'], steps: [], grades: [] },
  }),
  aScript({
    code: 'cz01',
    title: '余额不足，约定时间',
    parts: ['好的，您 {约定时间} 前充值就可以，订单为您保留到 {关闭时间}。'],
    fit: { stages: ['chase-remedy'], reasons: ['top-up'], steps: [], grades: [] },
  }),
  aScript({
    code: 'wh01',
    title: '问候',
    parts: ['您好，我是{店铺}的{客服}，请问有什么可以帮您？'],
    groupId: ScriptGroupId.parse('group-2'),
    fit: { stages: ['greeting'], reasons: [], steps: [], grades: [] },
  }),
];

/** What is due when: a few overdue, a few soon, the rest over the day, some snoozed, some missed. */
function variety(order: Order, index: number, nowMs: number): Partial<Task> {
  const base = { dueAtMs: nowMs + (index - 8) * 6 * MINUTE, expiresAtMs: nowMs + 20 * HOUR };
  if (index % 9 === 4) {
    const reason = '客户 1 天前付过另一单';
    return { ...base, advice: { kind: 'advised-against', reason } };
  }
  if (index % 11 === 5) {
    const snoozedUntilMs = nowMs + (index + 3) * 10 * MINUTE;
    return {
      ...base,
      state: 'snoozed',
      snoozedUntilMs,
      snoozeNote: '客户说 20:30 充值',
      ownerId: AgentId.parse('agent-1'),
    };
  }
  if (index % 13 === 6) {
    return {
      ...base,
      kind: 'duplicate',
      step: 'ask',
      reason: '同一客户 40 分钟内拍了两件相同商品',
      advice: null,
    };
  }
  if (index % 17 === 7) return { ...base, step: 'warn', reason: '下单 7 天未付款，已提醒' };
  if (index % 29 === 11) return { ...base, dueAtMs: nowMs - 3 * HOUR, expiresAtMs: nowMs - HOUR };
  if (index % 4 === 1)
    return { ...base, step: 'last', reason: '60 分钟后平台关闭订单', ownerId: AgentId.parse('agent-2') };
  return { ...base, amountAtRiskFen: order.payableFen ?? 0 };
}

/** Invented orders with a task each, then paid, shipped, completed and closed ones without. */
export function manyOrders(count: number, nowMs: number): { orders: Order[]; tasks: Task[] } {
  const orders: Order[] = [];
  const tasks: Task[] = [];
  const done: readonly OrderStatus[] = ['paid', 'shipped', 'completed', 'closed'];
  for (let index = 0; index < count; index += 1) {
    const isOpen = count < 20 || index % 5 !== 3;
    const placedAtMs = nowMs - (index + 1) * 7 * MINUTE;
    const status = isOpen ? 'unpaid' : pick(done, Math.floor(index / 5));
    const order = anOrder(index, nowMs, {
      status,
      placedAtMs: isOpen ? Math.max(placedAtMs, nowMs - 23 * HOUR) : placedAtMs,
      ...(index % 6 === 0
        ? { customerMessage: '麻烦包装严实一点，送人的', memo: '改价 5 元 小满', flag: 'yellow' }
        : {}),
    });
    orders.push(order);
    if (isOpen) tasks.push(aTask(order, variety(order, index, nowMs)));
  }
  return { orders, tasks };
}

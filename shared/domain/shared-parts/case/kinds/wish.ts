import { beijingDate, startOfBeijingDay } from '../../../../time/beijing.ts';
import { DAY, HOUR, MINUTE } from '../../../../time/durations.ts';
import type { Order } from '../../../orders/order.ts';
import type { WishAnswer } from '../../../settings/shop/order-change.ts';
import { coverageText, isOutOfReach } from '../../../shipping/courier-coverage.ts';
import { shipEndOf } from '../../../shipping/ship-end.ts';
import type { CaseFields, CaseFieldValue } from '../case-field-values.ts';
import type { CaseFacts, CaseKindSpec } from './case-kind-spec.ts';
import { courierShown, hasChangedAddress, isOut } from './shown-by-import.ts';

const WISHES = {
  'ship-on-date': '指定日期发货',
  'ship-today': '今天发出',
  address: '改地址',
  accessory: '加配件或赠品',
  courier: '指定快递',
  split: '分开发',
  merge: '合并发',
  'gift-note': '贺卡留言',
  other: '其他',
} as const;
type WishKind = keyof typeof WISHES;

const WISH_NAMES: Readonly<Record<string, string>> = WISHES;
const isWish = (value: unknown): value is WishKind =>
  typeof value === 'string' && Object.hasOwn(WISHES, value);

function answerTo({ wish }: CaseFields, { settings }: CaseFacts): WishAnswer {
  return isWish(wish) && settings !== null ? settings.orderChange[wish] : 'yes';
}

const timeOf = ({ at }: CaseFields): number | null => (typeof at === 'number' ? at : null);

const isForDay = (kind: CaseFieldValue | undefined): boolean =>
  kind === 'ship-on-date' || kind === 'ship-today';

function dayShown(fields: CaseFields, { shippedAtMs }: Order): string | null {
  const atMs = timeOf(fields);
  if (atMs === null || shippedAtMs === null) return null;
  return beijingDate(shippedAtMs) === beijingDate(atMs)
    ? '导入显示已按约定发货'
    : `导入显示 ${beijingDate(shippedAtMs).slice(5)} 发货，不是约定的 ${beijingDate(atMs).slice(5)}`;
}

/** The sentence for an order that has gone out: done as wanted, otherwise, or for the agent to check. */
function shipmentShown(fields: CaseFields, order: Order): string {
  const shown =
    fields['wish'] === 'courier'
      ? courierShown(fields['carrier'], order)
      : isForDay(fields['wish'])
        ? dayShown(fields, order)
        : null;
  return shown ?? '导入显示订单已发货，请核对有没有照办';
}

/** The sentence for what an import says of the wish; `null`: nothing yet. */
function shownBy(fields: CaseFields, order: Order): string | null {
  if (fields['wish'] === 'address' && hasChangedAddress(order)) return '导入显示客户已自己改了地址';
  if (order.status === 'closed') return '导入显示订单已关闭';
  return isOut(order) ? shipmentShown(fields, order) : null;
}

/** Which other field a wish of the kind cannot do without. */
const NEEDED: Readonly<Partial<Record<WishKind, string>>> = {
  'ship-on-date': 'at',
  'ship-today': 'at',
  courier: 'carrier',
  address: 'newAddress',
};

/** The platform's clock goes on, so the customer's own words are needed as evidence. */
function isLateWithoutConsent(fields: CaseFields, { order, settings }: CaseFacts): boolean {
  const atMs = timeOf(fields);
  const endMs = (order && settings && shipEndOf(order, [], settings.shipping)?.atMs) ?? null;
  const isLate = fields['wish'] === 'ship-on-date' && atMs !== null && endMs !== null && atMs > endMs;
  return isLate && fields['quote'] === undefined;
}

/** Whether couriers reach the new address, or the one wanted the old one, as the shop has written it down. */
function reachText({ wish: kind, newAddress, carrier }: CaseFields, { order, settings }: CaseFacts) {
  const lines = settings?.warehouse.coverage ?? [];
  if (kind === 'address') return typeof newAddress === 'string' ? coverageText(newAddress, lines) : null;
  const isLost = typeof carrier === 'string' && isOutOfReach(carrier, order?.receiverAddress ?? null, lines);
  return isLost ? `店铺登记${carrier}到不了这个地址` : null;
}

/** Nothing is waited for in these steps. */
const OVER: ReadonlySet<string> = new Set(['declined', 'met', 'broken', 'told']);

const FOR_WAREHOUSE =
  '特殊要求：{订单号} {客户} {商品}。{要求}[，时间 {约定时间}][，快递 {指定快递}][，地址改为 {新地址}][，{具体内容}]。办得到请回复。';

/** O3: the customer wants the order in a way of its own. */
export const wish: CaseKindSpec = {
  label: '特殊要求',
  fields: {
    wish: { label: '要求', input: { kind: 'choice', labels: WISHES }, isRequired: true },
    at: {
      label: '约定时间',
      hint: '指定日期或今天发货须填；到时提醒，过 2 小时核对',
      input: { kind: 'moment' },
    },
    carrier: { label: '指定快递', input: { kind: 'text' } },
    newAddress: { label: '新地址', input: { kind: 'long-text' } },
    content: { label: '具体内容', hint: '配件、贺卡文字、怎么分怎么合', input: { kind: 'text' } },
    quote: {
      label: '客户同意的原话',
      hint: '约定时间晚于发货期限时须有，作为凭证',
      input: { kind: 'text' },
    },
  },
  first: 'arrange',
  steps: {
    arrange: {
      label: '安排',
      next: ['lead-asked', 'warehouse-asked', 'courier-asked', 'declined', 'met'],
      defaultDueAfterMs: 10 * MINUTE,
      memo: 'special',
    },
    'lead-asked': {
      label: '请示主管',
      next: ['warehouse-asked', 'courier-asked', 'declined'],
      waitingOn: 'lead',
      defaultDueAfterMs: HOUR,
      text: '客户{客户}（{订单号}）要求：{要求}[，{约定时间}][，{指定快递}][，{具体内容}]。可以答应吗？',
    },
    'warehouse-asked': {
      label: '请仓库照办',
      next: ['confirmed', 'declined'],
      waitingOn: 'warehouse',
      isInBusinessHours: true,
      defaultDueAfterMs: 2 * HOUR,
      text: FOR_WAREHOUSE,
      memo: 'special',
    },
    'courier-asked': {
      label: '请快递照办',
      next: ['confirmed', 'declined'],
      waitingOn: 'courier',
      defaultDueAfterMs: 2 * HOUR,
      text: '{快递公司} {快递单号}：{要求}[，地址改为 {新地址}][，{具体内容}]。能办到请回复。',
    },
    confirmed: {
      label: '已答应客户，等照办',
      next: ['met', 'broken'],
      waitingOn: 'warehouse',
      defaultDueAfterMs: DAY,
      tellsCustomer: true,
      text: '您好，您要求的{要求}已经安排好了[，时间 {约定时间}]，办好我再告诉您。',
      dueAt(fields) {
        const atMs = timeOf(fields);
        return atMs === null ? null : atMs + 2 * HOUR;
      },
    },
    declined: {
      label: '做不到，已告知客户',
      next: ['arrange'],
      tellsCustomer: true,
      text: '您好，您要求的{要求}我问过了，这次没有办法做到，很抱歉。您看照常安排可以吗？',
    },
    met: {
      label: '已照办',
      next: ['arrange'],
      tellsCustomer: true,
      text: '您好，您要求的{要求}已经办好了。',
    },
    broken: {
      label: '没有照办，补救',
      next: ['warehouse-asked', 'told'],
      defaultDueAfterMs: 10 * MINUTE,
    },
    told: {
      label: '已告知客户',
      next: ['arrange'],
      tellsCustomer: true,
      text: '您好，很抱歉，您要求的{要求}没有照办。我来补救，您看怎么处理合适？',
    },
  },
  closing: { needsTold: true, evidence: [] },
  amountAtRiskFen: ({ order }) => order?.paidFen ?? 0,
  problem(fields, facts) {
    const { wish: kind } = fields;
    const name = WISH_NAMES[String(kind)] ?? '';
    if (answerTo(fields, facts) === 'no') return `店铺设置为不接受「${name}」，请婉拒；需要时由主管改设置`;
    const needed = isWish(kind) ? NEEDED[kind] : undefined;
    if (needed !== undefined && fields[needed] === undefined)
      return `「${name}」请填写「${wish.fields[needed]?.label ?? needed}」`;
    return isLateWithoutConsent(fields, facts)
      ? '约定时间晚于发货期限，请填写「客户同意的原话」，否则平台仍按超时处理'
      : null;
  },
  warning(fields, facts) {
    const said = [
      answerTo(fields, facts) === 'ask-lead' ? '店铺设置为须先请示主管' : null,
      reachText(fields, facts),
    ].filter((text) => text !== null);
    return said.length === 0 ? null : said.join('；');
  },
  suggest({ step, fields }, facts) {
    if (step !== 'arrange') return null;
    if (answerTo(fields, facts) === 'ask-lead') return 'lead-asked';
    return facts.order?.status === 'shipped' ? 'courier-asked' : 'warehouse-asked';
  },
  news: ({ step, fields }, { order }) => (order === null || OVER.has(step) ? null : shownBy(fields, order)),
  reminders({ step, fields }) {
    const atMs = timeOf(fields);
    if (atMs === null || OVER.has(step)) return [];
    if (fields['wish'] === 'ship-today')
      return [{ key: 'hour-before', atMs: atMs - HOUR, text: '客户要求今天发出，还有 1 小时' }];
    if (fields['wish'] !== 'ship-on-date') return [];
    return [
      {
        key: 'day-before',
        atMs: startOfBeijingDay(atMs) - DAY + 15 * HOUR,
        text: `客户约定 ${beijingDate(atMs).slice(5)} 发货，明天发`,
      },
    ];
  },
};

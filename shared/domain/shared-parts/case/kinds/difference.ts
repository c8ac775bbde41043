import { DAY, HOUR, MINUTE } from '../../../../time/durations.ts';
import { formatFen } from '../../../money.ts';
import { isPaidStatus, type Order } from '../../../orders/order.ts';
import type { CaseFields } from '../case-field-values.ts';
import type { CaseFacts, CaseKindSpec } from './case-kind-spec.ts';
import { type DifferencePayment, paymentOf } from './difference-payment.ts';

const DIRECTIONS = { in: '客户补给店铺', out: '店铺退给客户' } as const;
const PURPOSES = { freight: '运费', price: '差价', reship: '补发邮费' } as const;

const purposeOf = ({ purpose }: CaseFields): string | null =>
  typeof purpose === 'string' && Object.hasOwn(PURPOSES, purpose)
    ? PURPOSES[purpose as keyof typeof PURPOSES]
    : null;

const fenOf = ({ amount }: CaseFields): number | null => (typeof amount === 'number' ? amount : null);

/** A link over one yuan is bought as often as the amount has yuan; `null`: the link has the amount itself. */
function piecesOf({ amount, unit }: CaseFields): number | null {
  if (typeof amount !== 'number' || typeof unit !== 'number' || unit === 0) return null;
  return amount / unit;
}

/** A customer may have paid just before the agent wrote it down. */
const BEFORE_OPENING = DAY;

/** The payment of the customer for this, as imports show it. */
function paymentIn(
  { openedAtMs, fields }: { readonly openedAtMs: number; readonly fields: CaseFields },
  { order, ordersOfCustomer }: CaseFacts,
): DifferencePayment | null {
  const dueFen = fenOf(fields);
  if (order === null || dueFen === null || fields['direction'] !== 'in') return null;
  const { linkNo } = fields;
  const later = ordersOfCustomer().filter(
    ({ id, status, placedAtMs }) =>
      id !== order.id && isPaidStatus(status) && (placedAtMs ?? 0) >= openedAtMs - BEFORE_OPENING,
  );
  return paymentOf(later, { dueFen, linkNo: typeof linkNo === 'string' ? linkNo : null });
}

function paymentText({ no, paidFen }: DifferencePayment, dueFen: number): string {
  const paid = `导入显示客户已付 ¥${formatFen(paidFen)}（订单 ${no}）`;
  if (paidFen === dueFen) return paid;
  const side = paidFen < dueFen ? '少' : '多';
  return `${paid}，应付 ¥${formatFen(dueFen)}，${side} ¥${formatFen(Math.abs(paidFen - dueFen))}`;
}

const givenBackText = (order: Order | null): string | null =>
  order?.refundFen == null || order.refundFen === 0
    ? null
    : `导入显示订单已退款 ¥${formatFen(order.refundFen)}，请核对是否含这笔`;

/** Somebody still waits for the customer to pay. */
const UNPAID: ReadonlySet<string> = new Set(['link-sent', 'reminded', 'reminded-last', 'expired']);

const ASK =
  '您好，{用途}需要您补 {金额} 元，我发补差链接给您[，请拍 {件数} 件]，买家留言请写“{付款备注}”，收到后我马上安排。';

/** O12, O14: freight or a price difference, paid by the customer over a link, or given back by the shop. */
export const difference: CaseKindSpec = {
  label: '收退差价',
  looksAtOtherOrders: true,
  fields: {
    direction: { label: '谁付给谁', input: { kind: 'choice', labels: DIRECTIONS }, isRequired: true },
    purpose: { label: '用途', input: { kind: 'choice', labels: PURPOSES }, isRequired: true },
    amount: { label: '金额', input: { kind: 'money' }, isRequired: true },
    unit: {
      label: '链接单价',
      hint: '一元链接填 1，算出要拍几件；链接就是这个金额的不填',
      input: { kind: 'money' },
    },
    pieces: { label: '件数', input: { kind: 'text' }, isLater: true },
    linkNo: {
      label: '链接商品',
      hint: '补差链接的商品标题或商家编码，导入时按它核对',
      input: { kind: 'text' },
    },
    note: { label: '付款备注', hint: '请客户写在买家留言里', input: { kind: 'text' }, isLater: true },
    paidNo: { label: '付款订单', input: { kind: 'text' }, isLater: true },
    why: { label: '免收理由', input: { kind: 'text' }, isLater: true },
    goesOn: { label: '后续安排', hint: '例如换货、补发、改发顺丰', input: { kind: 'text' } },
  },
  about(fields) {
    const amount = fenOf(fields);
    const purpose = purposeOf(fields);
    if (amount === null || purpose === null) return null;
    return `${fields['direction'] === 'out' ? '退' : '待收'}${purpose} ¥${formatFen(amount)}`;
  },
  first: 'begin',
  steps: {
    begin: {
      label: '发链接或退差价',
      next: ['link-sent', 'give-back', 'waived'],
      defaultDueAfterMs: 10 * MINUTE,
    },
    'link-sent': {
      label: '请客户付补差链接',
      next: ['paid', 'reminded', 'waived'],
      waitingOn: 'customer',
      defaultDueAfterMs: 2 * HOUR,
      text: ASK,
    },
    reminded: {
      label: '没有付，提醒一次',
      next: ['paid', 'reminded-last', 'waived'],
      waitingOn: 'customer',
      defaultDueAfterMs: 22 * HOUR,
      text: ASK,
    },
    'reminded-last': {
      label: '没有付，再提醒一次',
      next: ['paid', 'expired', 'waived'],
      waitingOn: 'customer',
      defaultDueAfterMs: 2 * DAY,
      text: '您好，补{用途}的链接还没有付款。需要的话请您今天付一下，不需要了也告诉我，我按原来的安排处理。',
    },
    paid: {
      label: '已付，核对金额并继续安排',
      next: ['done', 'link-sent', 'give-back'],
      asks: ['paidNo', 'goesOn'],
      defaultDueAfterMs: 10 * MINUTE,
      memo: 'special',
    },
    'give-back': {
      label: '退差价给客户',
      next: ['done', 'link-sent'],
      defaultDueAfterMs: 2 * HOUR,
      text: '您好，{用途} {金额} 元会用小额打款或部分退款退给您，到账后请您留意。',
      memo: 'price-change',
    },
    done: {
      label: '已处理好，告知客户',
      next: ['begin'],
      tellsCustomer: true,
      defaultDueAfterMs: DAY,
      text: '您好，{用途} {金额} 元已经处理好了[，接下来{后续安排}]，有进展我告诉您。',
    },
    waived: {
      label: '免收，告知客户',
      next: ['begin'],
      needs: ['why'],
      tellsCustomer: true,
      defaultDueAfterMs: DAY,
      text: '您好，这次的{用途}不用您补了[，接下来{后续安排}]。',
    },
    expired: {
      label: '过期未付，告知客户',
      next: ['link-sent', 'paid'],
      tellsCustomer: true,
      defaultDueAfterMs: DAY,
      text: '您好，补{用途}的链接一直没有付款，这次先按原来的安排处理，需要时您再告诉我。',
    },
  },
  closing: { needsTold: true, evidence: [] },
  amountAtRiskFen: (_facts, fields) => fenOf(fields) ?? 0,
  derive(fields, { order }): CaseFields {
    if (fields['direction'] !== 'in') return fields;
    const purpose = purposeOf(fields);
    const pieces = piecesOf(fields);
    const nick = order?.customerNick ?? null;
    const note = purpose === null || nick === null ? null : `补${purpose.replace(/^补/, '')}-${nick}`;
    return {
      ...(note === null ? {} : { note }),
      ...(pieces === null ? {} : { pieces: String(pieces) }),
      ...fields,
    };
  },
  problem(fields) {
    const pieces = piecesOf(fields);
    return pieces !== null && !Number.isInteger(pieces) ? '金额不是链接单价的整数倍，请改金额或单价' : null;
  },
  warning(fields, { settings }) {
    const amount = fenOf(fields);
    const limitFen = settings?.concession.limitFen ?? null;
    return fields['why'] !== undefined && amount !== null && limitFen !== null && amount > limitFen
      ? `免收超过客服权限 ¥${formatFen(limitFen)}，须主管同意`
      : null;
  },
  suggest({ step, fields }) {
    if (step !== 'begin') return null;
    return fields['direction'] === 'out' ? 'give-back' : 'link-sent';
  },
  news(at, facts) {
    if (facts.order?.status === 'closed') return '导入显示订单已关闭';
    const dueFen = fenOf(at.fields);
    if (at.step === 'give-back') return givenBackText(facts.order);
    if (dueFen === null || !UNPAID.has(at.step)) return null;
    const payment = paymentIn(at, facts);
    return payment === null ? null : paymentText(payment, dueFen);
  },
};

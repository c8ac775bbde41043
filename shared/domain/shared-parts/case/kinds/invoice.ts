import { DAY, HOUR } from '../../../../time/durations.ts';
import { formatFen } from '../../../money.ts';
import type { Order } from '../../../orders/order.ts';
import type { CaseFields } from '../case-field-values.ts';
import type { CaseFacts, CaseKindSpec } from './case-kind-spec.ts';
import { isRefunded } from './shown-by-import.ts';

const TYPES = {
  'plain-digital': '电子普票',
  'plain-paper': '纸质普票',
  'special-digital': '电子专票',
  'special-paper': '纸质专票',
} as const;
type InvoiceType = keyof typeof TYPES;

const typeOf = ({ type }: CaseFields): InvoiceType | null =>
  typeof type === 'string' && Object.hasOwn(TYPES, type) ? (type as InvoiceType) : null;

/** The invoice is over what the customer has paid and keeps; files say of an unpaid order that 0 was paid. */
const invoicedFen = ({ paidFen, refundFen }: Pick<Order, 'paidFen' | 'refundFen'>): number | null =>
  paidFen === null || paidFen === 0 ? null : Math.max(0, paidFen - (refundFen ?? 0));

const TAX_NO_LENGTHS: ReadonlySet<number> = new Set([15, 18, 20]);

/** As it is printed: without blanks, in capitals, narrow. */
const tidyTaxNo = (taxNo: string): string => taxNo.normalize('NFKC').replaceAll(/[\s-]/g, '').toUpperCase();

function taxNoDoubt({ taxNo, title }: CaseFields): string | null {
  if (typeof taxNo !== 'string')
    return typeof title === 'string' && /公司|厂$|中心$|学校$|医院$|事务所$|合作社$/.test(title)
      ? '抬头是单位，通常要有税号'
      : null;
  if (!/^[0-9A-Z]+$/.test(taxNo)) return '税号只有数字和字母，请和客户核对';
  return TAX_NO_LENGTHS.has(taxNo.length)
    ? null
    : `税号通常是 15、18 或 20 位，这个是 ${taxNo.length} 位，请和客户核对`;
}

function amountDoubt({ amount }: CaseFields, { order }: CaseFacts): string | null {
  const mostFen = order === null ? null : invoicedFen(order);
  return typeof amount === 'number' && mostFen !== null && amount > mostFen
    ? `开票金额多于实付减退款 ¥${formatFen(mostFen)}`
    : null;
}

const isOnPaper = (fields: CaseFields): boolean => typeOf(fields)?.endsWith('-paper') === true;

const mayBeIssued = ({ order, settings }: CaseFacts): boolean =>
  order?.status === 'completed' || settings?.invoice.after === 'paid';

/** O11: the customer wants an invoice, which is due whatever the state of the order; most shops issue it after the receipt. */
export const invoice: CaseKindSpec = {
  label: '开发票',
  fields: {
    type: { label: '发票类型', input: { kind: 'choice', labels: TYPES }, isRequired: true },
    title: { label: '抬头', hint: '个人写姓名；单位写全称', input: { kind: 'text' } },
    taxNo: { label: '税号', hint: '单位须有；专票必填', input: { kind: 'text' } },
    bank: { label: '开户行', hint: '开户行和账号，专票按客户提供的写', input: { kind: 'text' } },
    email: { label: '邮箱', input: { kind: 'text' } },
    postAddress: { label: '邮寄地址', hint: '纸质发票寄到哪里', input: { kind: 'long-text' } },
    amount: { label: '开票金额', hint: '按实付减退款填好', input: { kind: 'money' } },
    issuedNo: { label: '发票号码', input: { kind: 'text' }, isLater: true },
    wrong: { label: '哪里有误', input: { kind: 'text' }, isLater: true },
  },
  about: (fields) => {
    const type = typeOf(fields);
    return type === null ? null : TYPES[type];
  },
  first: 'check',
  steps: {
    check: {
      label: '核对开票资料',
      next: ['on-hold', 'issue'],
      defaultDueAfterMs: 2 * HOUR,
      text: '您好，可以开{发票类型}。请把抬头、税号（个人只需抬头）和接收发票的邮箱或地址发给我，我登记好。',
    },
    'on-hold': {
      label: '已登记，等订单完成',
      next: ['issue'],
      waitingOn: 'customer',
      defaultDueAfterMs: 7 * DAY,
      text: '您好，您要的{发票类型}已经登记好了[，抬头 {抬头}]。确认收货后开具，开好我发给您。',
    },
    issue: {
      label: '请财务开票',
      next: ['issued', 'wrong'],
      waitingOn: 'finance',
      defaultDueAfterMs: DAY,
      needs: ['title', 'amount'],
      asks: ['taxNo', 'bank', 'email', 'postAddress'],
      text: '请开{发票类型}：抬头 {抬头}[，税号 {税号}][，开户行和账号 {开户行}]，金额 {开票金额} 元，订单 {订单号}[，发到 {邮箱}][，寄到 {邮寄地址}][。更正：{哪里有误}]。开好请回发票号码。',
    },
    issued: {
      label: '已开票，发给客户',
      next: ['sent', 'wrong'],
      needs: ['issuedNo'],
      defaultDueAfterMs: DAY,
      text: '您好，订单{订单号}的{发票类型}已经开好，发票号码{发票号码}[，已发到邮箱 {邮箱}][，寄到 {邮寄地址}]，请您查收。抬头或金额有误请告诉我。',
    },
    sent: { label: '已发给客户', next: ['wrong'], tellsCustomer: true, defaultDueAfterMs: DAY },
    wrong: { label: '资料有误，重开', next: ['issue'], needs: ['wrong'], defaultDueAfterMs: 2 * HOUR },
  },
  closing: { needsTold: true, evidence: [] },
  prefill({ order }): CaseFields {
    const amount = order === null ? null : invoicedFen(order);
    return amount === null ? {} : { amount };
  },
  derive({ taxNo, ...fields }): CaseFields {
    return typeof taxNo === 'string' ? { ...fields, taxNo: tidyTaxNo(taxNo) } : fields;
  },
  problem: (fields) =>
    typeOf(fields)?.startsWith('special') === true &&
    fields['title'] !== undefined &&
    fields['taxNo'] === undefined
      ? '专票请填写「税号」'
      : null,
  warning(fields, facts) {
    const doubts = [
      taxNoDoubt(fields),
      amountDoubt(fields, facts),
      isOnPaper(fields) && fields['title'] !== undefined && fields['postAddress'] === undefined
        ? '纸质发票还没有邮寄地址'
        : null,
    ].filter((doubt) => doubt !== null);
    return doubts.length === 0 ? null : doubts.join('；');
  },
  suggest({ step }, facts) {
    if (step !== 'check') return null;
    return mayBeIssued(facts) ? 'issue' : 'on-hold';
  },
  news({ step }, { order }) {
    if (order === null) return null;
    if (isRefunded(order))
      return step === 'issued' || step === 'sent'
        ? '导入显示已全额退款，开出的发票须红冲'
        : '导入显示已全额退款，不用开票';
    return step === 'on-hold' && order.status === 'completed' ? '导入显示订单已完成，可以开票' : null;
  },
};

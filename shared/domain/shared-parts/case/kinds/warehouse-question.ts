import { startOfBeijingDay } from '../../../../time/beijing.ts';
import type { EpochMs } from '../../../../time/clock.ts';
import { DAY, HOUR, MINUTE } from '../../../../time/durations.ts';
import { coverageOf, coverageText, isOutOfReach } from '../../../shipping/courier-coverage.ts';
import type { CaseFields } from '../case-field-values.ts';
import type { CaseFacts, CaseKindSpec } from './case-kind-spec.ts';
import { courierShown, hasChangedAddress, isOut } from './shown-by-import.ts';

const QUESTIONS = {
  'no-size': '没有尺码或规格',
  'other-size': '规格对不上',
  contact: '姓名或电话不全',
  address: '地址送不到',
  'out-of-range': '超出派送范围',
  other: '其他',
} as const;

const questionOf = ({ question }: CaseFields): string | null =>
  typeof question === 'string' && Object.hasOwn(QUESTIONS, question)
    ? QUESTIONS[question as keyof typeof QUESTIONS]
    : null;

/** The warehouse ships without an answer after this, or not at all. */
const BEFORE_CUTOFF = 30 * MINUTE;

const linesOf = ({ settings }: CaseFacts): readonly string[] => settings?.warehouse.coverage ?? [];

/** The call is made within the hour, and in time for the warehouse as long as it ships on that day. */
function callBy({ cutoff }: CaseFields, nowMs: EpochMs): EpochMs {
  const soonMs = nowMs + HOUR;
  return typeof cutoff === 'number' && cutoff > nowMs ? Math.min(soonMs, cutoff - BEFORE_CUTOFF) : soonMs;
}

/** To be read out to the customer. */
const CALL =
  '您好，我是{店铺}的客服{客服}。您买的{商品}，仓库打包时发现{问题}[：{具体情况}]。[您的地址{可到快递}可以送到。]您看怎么处理？您说完我马上告诉仓库，今天能发就今天发。';

/** O8: the warehouse cannot ship an order as it is, and the customer has to be asked. */
export const warehouseQuestion: CaseKindSpec = {
  label: '仓库来问',
  usualChannel: '仓库',
  fields: {
    question: { label: '问题', input: { kind: 'choice', labels: QUESTIONS }, isRequired: true },
    content: { label: '具体情况', hint: '仓库怎么说，例如缺哪个尺码', input: { kind: 'text' } },
    cutoff: {
      label: '仓库截单',
      hint: '按店铺设置填好；最晚在半小时前联系客户',
      input: { kind: 'moment' },
      isLater: true,
    },
    reach: {
      label: '可到快递',
      hint: '店铺登记过这个地区的快递才填好；没有登记就问快递',
      input: { kind: 'text' },
      isLater: true,
    },
    answer: { label: '客户答复', input: { kind: 'long-text' }, isLater: true },
    carrier: { label: '改用快递', input: { kind: 'text' }, isLater: true },
  },
  about: questionOf,
  first: 'call',
  steps: {
    call: {
      label: '打电话问客户',
      next: ['answered', 'call-second'],
      dueAt: callBy,
      text: CALL,
    },
    'call-second': {
      label: '没接通，再打第二次',
      next: ['answered', 'call-third'],
      dueAt: callBy,
      text: CALL,
    },
    'call-third': {
      label: '没接通，再打第三次',
      next: ['answered', 'on-hold'],
      dueAt: callBy,
      text: CALL,
    },
    'on-hold': {
      label: '三次没接通，请仓库留单',
      next: ['answered', 'given-up'],
      waitingOn: 'customer',
      defaultDueAfterMs: DAY,
      text: '订单 {订单号} {客户} {商品}：客户三次没有接通，请先留单不要发，有答复马上告诉你们。',
      memo: 'special',
    },
    answered: {
      label: '客户已答复，回给仓库',
      next: ['returned'],
      needs: ['answer'],
      asks: ['carrier'],
      defaultDueAfterMs: 10 * MINUTE,
      text: '订单 {订单号} {客户} {商品}：{客户答复}[，改发{改用快递}]。请照此发出。',
      memo: 'special',
    },
    returned: { label: '已回给仓库', next: ['call'], defaultDueAfterMs: DAY },
    'given-up': { label: '一直联系不上，登记撤单', next: ['answered'], defaultDueAfterMs: HOUR },
  },
  closing: { needsTold: false, evidence: [] },
  amountAtRiskFen: ({ order }) => order?.paidFen ?? 0,
  prefill({ settings }, nowMs): CaseFields {
    if (settings === null) return {};
    const todayMs = startOfBeijingDay(nowMs) + settings.warehouse.cutoff * MINUTE;
    return { cutoff: todayMs > nowMs ? todayMs : todayMs + DAY };
  },
  derive(fields, facts): CaseFields {
    const reach = fields['reach'] ?? coverageOf(facts.order?.receiverAddress ?? null, linesOf(facts)).reached;
    return reach === null ? fields : { ...fields, reach };
  },
  warning(fields, facts) {
    const address = facts.order?.receiverAddress ?? null;
    const { carrier } = fields;
    if (typeof carrier === 'string' && isOutOfReach(carrier, address, linesOf(facts)))
      return `店铺登记${carrier}到不了这个地址`;
    return coverageText(address, linesOf(facts));
  },
  news({ step, fields }, { order }) {
    if (order === null) return null;
    if (order.status === 'closed') return '导入显示订单已关闭';
    if (isOut(order))
      return courierShown(fields['carrier'], order) ?? '导入显示订单已发货，请核对是否按答复发出';
    return step !== 'returned' && hasChangedAddress(order) ? '导入显示客户已自己改了地址' : null;
  },
};

import { startOfBeijingDay } from '../../../../time/beijing.ts';
import { DAY, HOUR, MINUTE } from '../../../../time/durations.ts';
import type { Order } from '../../../orders/order.ts';
import type { CaseFields } from '../case-field-values.ts';
import type { CaseFacts, CaseKindSpec, CasePoint } from './case-kind-spec.ts';
import { isOut, isRefunded } from './shown-by-import.ts';

/** How far the order was when the customer asked. */
export const CANCEL_STAGES = {
  unpaid: '未付款',
  unprinted: '未打单',
  printed: '已打单',
  unknown: '不确定',
  shipped: '已发货',
  'at-branch': '已到派件网点',
  signed: '已签收',
} as const;
type Stage = keyof typeof CANCEL_STAGES;

const REASONS = {
  'not-wanted': '不想要了',
  'ordered-wrong': '拍错',
  late: '发货慢',
  quality: '商品问题',
  other: '其他',
} as const;

const PAYERS = { shop: '店铺', buyer: '客户', none: '没有运费' } as const;

/** Parcels in these states are with the courier who brings them. */
const AT_BRANCH: ReadonlySet<string> = new Set(['delivering', 'undelivered']);

/** The parcel, or the status of the order, says so by itself. */
function shownStage(order: Order, parcelState: CaseFacts['parcelState']): Stage | null {
  if (order.status === 'completed' || parcelState === 'signed') return 'signed';
  if (parcelState !== null && AT_BRANCH.has(parcelState)) return 'at-branch';
  return order.status === 'unpaid' || order.status === 'shipped' ? order.status : null;
}

/**
 * No export says whether an order was printed. Until the hour at which the shop prints what was paid on the day nothing
 * was; afterwards it is not known, and the warehouse is asked as if it had been.
 */
function stageOf({ order, parcelState, settings }: CaseFacts, nowMs: number): Stage | null {
  if (order === null) return null;
  const shown = shownStage(order, parcelState);
  if (shown !== null) return shown;
  if (order.status !== 'paid' || order.paidAtMs === null || settings === null) return 'unknown';
  const printedFromMs = startOfBeijingDay(order.paidAtMs) + settings.orderChange.printCutoff * MINUTE;
  return nowMs < printedFromMs ? 'unprinted' : 'unknown';
}

/** The buyer pays where the reason is the buyer's own and the parcel has reached the branch; else the shop, once there is a parcel. */
function freightPayerOf({ reason, stage }: CaseFields): keyof typeof PAYERS | null {
  if (stage === undefined || reason === undefined) return null;
  if (stage !== 'shipped' && stage !== 'at-branch' && stage !== 'signed') return 'none';
  const isOwnReason = reason === 'not-wanted' || reason === 'ordered-wrong';
  return isOwnReason && stage !== 'shipped' ? 'buyer' : 'shop';
}

const FIRST_STEPS = {
  unpaid: 'close-asked',
  unprinted: 'exchange-offered',
  printed: 'warehouse-asked',
  unknown: 'warehouse-asked',
  shipped: 'recall-asked',
  'at-branch': 'refusal-asked',
  signed: 'return-asked',
} as const satisfies Record<Stage, string>;

/** In these steps nobody has reckoned with a parcel yet. */
const BEFORE_SHIPPING: ReadonlySet<string> = new Set([
  'asked',
  'exchange-offered',
  'changed',
  'refund-asked',
  'warehouse-asked',
  'slip-asked',
  'withdrawn',
]);
const stageIsBeforeShipping = ({ stage }: CaseFields): boolean =>
  stage === 'unpaid' || stage === 'unprinted' || stage === 'printed' || stage === 'unknown';

/** The order has gone out, which nobody has reckoned with. */
function goneOut({ step, fields }: CasePoint, order: Order): string | null {
  const { trackingNo } = order;
  if (!isOut(order)) return null;
  if (!BEFORE_SHIPPING.has(step) || !stageIsBeforeShipping(fields)) return null;
  return `导入显示订单已发货${trackingNo === null ? '' : `，单号 ${trackingNo}`}`;
}

/** Goods made for one customer, or gathered with others for the way abroad, are not to be called back. */
const NOT_TO_CALL_BACK = /集运|跨境|定制/;

/** O2: the customer does not want the order any more, or not so. The way to its end follows from how far it is. */
export const cancellation: CaseKindSpec = {
  label: '撤单',
  fields: {
    reason: { label: '撤单原因', input: { kind: 'choice', labels: REASONS }, isRequired: true },
    wants: {
      label: '客户要',
      input: { kind: 'choice', labels: { cancel: '撤单', change: '改单' } },
      isRequired: true,
    },
    stage: {
      label: '订单阶段',
      hint: '按导入的订单填好；报表不说是否打单，不确定就选不确定，先问仓库',
      input: { kind: 'choice', labels: CANCEL_STAGES },
      isRequired: true,
    },
    line: { label: '只撤一件', hint: '整单撤不填；只撤其中一件写商品和规格', input: { kind: 'text' } },
    exchange: { label: '可换商品', hint: '愿意换的，写换成什么', input: { kind: 'text' } },
    freightPayer: { label: '运费承担', input: { kind: 'choice', labels: PAYERS } },
    freightFen: { label: '运费', input: { kind: 'money' } },
    freightNote: { label: '运费说明', hint: '和规则不同时须说明', input: { kind: 'text' } },
  },
  first: 'asked',
  steps: {
    asked: {
      label: '处理撤单',
      next: [
        'close-asked',
        'exchange-offered',
        'warehouse-asked',
        'recall-asked',
        'refusal-asked',
        'return-asked',
        'kept',
      ],
      defaultDueAfterMs: 10 * MINUTE,
    },
    'close-asked': {
      label: '请客户关闭订单',
      next: ['told', 'kept'],
      waitingOn: 'customer',
      defaultDueAfterMs: 2 * HOUR,
      text: '您好，这笔订单还没有付款，您在“我的订单”里关闭就可以。需要换款式的话告诉我，我帮您看。',
    },
    'exchange-offered': {
      label: '先问是否愿意换',
      next: ['changed', 'refund-asked', 'kept'],
      waitingOn: 'customer',
      defaultDueAfterMs: 2 * HOUR,
      text: '您好，订单还没有发出，可以帮您换颜色、尺码或款式[，例如{可换商品}]。您看是换一件，还是直接退款？',
    },
    changed: {
      label: '改单并写备注',
      next: ['told'],
      asks: ['exchange'],
      defaultDueAfterMs: 30 * MINUTE,
      memo: 'unshipped',
    },
    'refund-asked': {
      label: '请客户申请退款',
      next: ['told', 'kept'],
      waitingOn: 'customer',
      defaultDueAfterMs: 4 * HOUR,
      text: '您好，请您在订单里申请退款，原因按实际情况选择，申请后我马上处理。',
      memo: 'refundable',
    },
    'warehouse-asked': {
      label: '请仓库拦下',
      next: ['withdrawn', 'slip-asked', 'shipped-found'],
      waitingOn: 'warehouse',
      isInBusinessHours: true,
      defaultDueAfterMs: 30 * MINUTE,
      text: '撤单：{订单号} {客户} {商品}[，只撤：{只撤一件}]。请先不要发出，找到面单的抽出来；已经发出的请回快递单号。',
    },
    'slip-asked': {
      label: '请仓库核对底单',
      next: ['withdrawn', 'shipped-found'],
      waitingOn: 'warehouse',
      isInBusinessHours: true,
      defaultDueAfterMs: 30 * MINUTE,
      text: '撤单：{订单号} {客户}，没有找到面单，请核对底单是否已经发出，发出的请回快递单号。',
    },
    withdrawn: {
      label: '已拦下，处理退款或改单',
      next: ['refund-asked', 'changed', 'told'],
      defaultDueAfterMs: 10 * MINUTE,
      memo: 'refundable',
    },
    'shipped-found': {
      label: '已发出：登记发货，告知单号',
      next: ['recall-asked', 'refusal-asked', 'kept'],
      defaultDueAfterMs: 10 * MINUTE,
      memo: 'shipped',
    },
    'recall-asked': {
      label: '请快递拦截',
      next: ['coming-back', 'refusal-asked', 'kept'],
      waitingOn: 'courier',
      defaultDueAfterMs: 2 * HOUR,
      text: '拦截退回：{快递公司} {快递单号}[，收件人{收件人}]。客户不要了，请拦截退回，能否拦到请回复。',
    },
    'refusal-asked': {
      label: '请客户拒收',
      next: ['coming-back', 'return-asked', 'kept'],
      waitingOn: 'customer',
      defaultDueAfterMs: DAY,
      text: '您好，包裹{快递单号}已经在派送，麻烦您不要签收，直接跟快递员说拒收，退回后我来处理退款。',
    },
    'return-asked': {
      label: '请客户申请退货',
      next: ['coming-back', 'kept'],
      waitingOn: 'customer',
      defaultDueAfterMs: DAY,
      text: '您好，包裹已经签收，请在订单里申请退货退款，寄回后把快递单号填进去，我来跟进。',
    },
    'coming-back': {
      label: '退回途中',
      next: ['arrived'],
      waitingOn: 'courier',
      defaultDueAfterMs: 3 * DAY,
      asks: ['freightPayer', 'freightFen', 'freightNote'],
    },
    arrived: { label: '退回已到仓，处理退款', next: ['told'], defaultDueAfterMs: HOUR, memo: 'refundable' },
    told: {
      label: '已告知撤单结果',
      next: ['asked'],
      tellsCustomer: true,
      defaultDueAfterMs: DAY,
      text: '您好，您的订单{订单号}已经按您的要求处理好了，退款会原路退回，请您留意。',
    },
    kept: {
      label: '客户保留订单',
      next: ['asked'],
      tellsCustomer: true,
      defaultDueAfterMs: DAY,
      text: '好的，订单{订单号}继续为您保留，有进展我第一时间告诉您。',
    },
  },
  closing: { needsTold: true, evidence: [] },
  amountAtRiskFen: ({ order }) => order?.paidFen ?? 0,
  prefill(facts, nowMs): CaseFields {
    const stage = stageOf(facts, nowMs);
    return stage === null ? {} : { stage };
  },
  derive(fields): CaseFields {
    const freightPayer = fields['freightPayer'] ?? freightPayerOf(fields);
    return freightPayer === null ? fields : { ...fields, freightPayer };
  },
  problem(fields) {
    const ruled = freightPayerOf(fields);
    const { freightPayer, freightNote } = fields;
    if (ruled !== null && freightPayer !== undefined && freightPayer !== ruled && freightNote === undefined)
      return `按规则运费由${PAYERS[ruled]}承担，改为其他须填写「运费说明」`;
    return null;
  },
  warning: (_fields, { order }) =>
    NOT_TO_CALL_BACK.test(`${order?.itemTitle ?? ''}${order?.receiverAddress ?? ''}`)
      ? '集运、跨境或定制的订单通常不能撤，先问仓库'
      : null,
  suggest: ({ step, fields }) =>
    step === 'asked' ? (FIRST_STEPS[String(fields['stage']) as Stage] ?? 'warehouse-asked') : null,
  news(at, { order }) {
    if (order === null) return null;
    if (order.status === 'closed') return '导入显示订单已关闭';
    return isRefunded(order) ? '导入显示已全额退款' : goneOut(at, order);
  },
};

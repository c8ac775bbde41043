import { BY_HAND, type Refund } from './refund.ts';

export const REFUND_STATES = [
  'wait-seller',
  'wait-buyer-return',
  'wait-seller-receive',
  'wait-ship-exchange',
  'wait-buyer-receive',
  'wait-refuse-delivery',
  'refused',
  'platform',
  'success',
  'closed',
  'unknown',
] as const;
export type RefundState = (typeof REFUND_STATES)[number];

export const REFUND_STATE_LABELS = {
  'wait-seller': '待商家处理',
  'wait-buyer-return': '待买家退货',
  'wait-seller-receive': '待商家收货',
  'wait-ship-exchange': '待商家发货',
  'wait-buyer-receive': '待买家收货',
  'wait-refuse-delivery': '待拒收或召回',
  refused: '商家已拒绝',
  platform: '平台处理中',
  success: '退款成功',
  closed: '已关闭',
  unknown: '状态无法识别',
} as const satisfies Record<RefundState, string>;

export const REFUND_TYPE_LABELS = {
  'refund-unshipped': '仅退款（未发货）',
  'refund-only': '仅退款',
  'return-refund': '退货退款',
  exchange: '换货',
  repair: '维修',
  reship: '补寄',
  'price-protect': '价保退差',
} as const;
export type RefundType = keyof typeof REFUND_TYPE_LABELS;
// The keys of the labels are the types.
export const REFUND_TYPES = Object.keys(REFUND_TYPE_LABELS) as RefundType[];

type Words<Meaning extends string> = Partial<Readonly<Record<Meaning, readonly string[]>>>;

/** 淘宝 and 天猫 in an export and in their API | 抖店 | 拼多多 | ERPs. */
const STATE_WORDS: Words<RefundState> = {
  'wait-seller': [
    '买家已经申请退款，等待卖家同意',
    'WAIT_SELLER_AGREE',
    '待商家处理',
    '待商家同意',
    '申请退款待商家处理',
    '退货退款待商家处理',
    '待审核',
    BY_HAND,
  ],
  'wait-buyer-return': [
    '卖家已经同意退款，等待买家退货',
    'WAIT_BUYER_RETURN_GOODS',
    '待买家退货',
    '已同意退货退款待用户发货',
    '已同意',
  ],
  'wait-seller-receive': [
    '买家已经退货，等待卖家确认收货',
    'WAIT_SELLER_CONFIRM_GOODS',
    '待商家收货',
    '待商家二次同意',
    '待收货',
    '部分到货',
  ],
  'wait-ship-exchange': ['待商家发货', '换货待商家发货', '补寄待商家发货'],
  'wait-buyer-receive': ['待买家收货', '换货待买家收货'],
  'wait-refuse-delivery': ['拦截中', '待用户拒收', '待商家召回'],
  refused: [
    '卖家拒绝退款',
    'SELLER_REFUSE_BUYER',
    '商家已拒绝',
    '一次拒绝',
    '二次拒绝',
    '驳回退款待买家处理',
    '已拒绝',
  ],
  platform: ['平台处理中', '仲裁中', '待商家举证', '协商期'],
  success: ['退款成功', 'SUCCESS', '同意退款，退款成功', '换货成功', '售后成功'],
  closed: [
    '退款关闭',
    'CLOSED',
    '售后关闭',
    '售后失败',
    '已关闭',
    '平台拒绝',
    '撤销',
    '逾期未处理',
    '超有效期',
    '已取消',
  ],
};

const TYPE_WORDS: Words<RefundType> = {
  'refund-unshipped': ['仅退款（未发货）', '未发货仅退款'],
  'refund-only': ['仅退款', '仅退款（已发货）', '已发货仅退款', '退款', 'REFUND'],
  'return-refund': ['退货退款', '退货', 'REFUND_AND_RETURN'],
  exchange: ['换货', '以换代修', 'TMALL_EXCHANGE', 'TAOBAO_EXCHANGE'],
  repair: ['维修', 'REPAIR'],
  reship: ['补寄', '补发', 'RESHIPPING'],
  'price-protect': ['价保', '退差', '退差价'],
};

/** The platform has the matter in hand, or was asked to take it. */
const PLATFORM_WORDS = ['需介入', '已介入', '初审完成', '举证中', '仲裁中', '待商家举证', '协商期'];

/** Q12: blanks and the width of punctuation differ between exports, the words do not. */
const keyOf = (word: string): string => word.normalize('NFKC').replaceAll(/[\s\p{P}\p{S}]+/gu, '');

function meanings<Meaning extends string>(words: Words<Meaning>): ReadonlyMap<string, Meaning> {
  // Object.entries widens the keys of a constant map to string.
  const entries = Object.entries(words) as [Meaning, readonly string[]][];
  return new Map(entries.flatMap(([meaning, texts]) => texts.map((one) => [keyOf(one), meaning] as const)));
}

const STATE_OF = meanings(STATE_WORDS);
const TYPE_OF = meanings(TYPE_WORDS);
const PLATFORM_KEYS: ReadonlySet<string> = new Set(PLATFORM_WORDS.map(keyOf));

/**
 * The meaning of parts of a status that stands in no list. The first that is found holds: who has to act stands beside what
 * was done before.
 */
const STATE_PARTS: readonly (readonly [RegExp, RefundState])[] = [
  [/(?:待|等待)(?:商家|卖家)(?:二次)?(?:同意|处理|审核|退款)/, 'wait-seller'],
  [/(?:待|等待)(?:买家|用户|客户)(?:退货|寄回|寄出|发货)/, 'wait-buyer-return'],
  [/(?:待|等待)(?:商家|卖家|仓库)(?:确认)?(?:收货|签收|验货)/, 'wait-seller-receive'],
  [/(?:待|等待)(?:商家|卖家)(?:发货|换货|补寄)/, 'wait-ship-exchange'],
  [/(?:待|等待)(?:买家|用户|客户)(?:确认)?(?:收货|签收)/, 'wait-buyer-receive'],
  [/仲裁|举证|平台(?:介入|处理)|客服介入/, 'platform'],
  [/(?<!待)(?:退款|换货|补寄|维修)(?:成功|完成)|已退款/, 'success'],
  [/关闭|(?<!申请)(?:取消|撤销|撤回)(?!中|申请)/, 'closed'],
  [/(?:商家|卖家)(?:已)?(?:拒绝|驳回)/, 'refused'],
];
/** A longer text is no status. */
const LONGEST_STATUS = 40;

function stateIn(word: string | null): RefundState | undefined {
  if (word === null || word.length > LONGEST_STATUS) return undefined;
  const key = keyOf(word);
  return STATE_PARTS.find(([part]) => part.test(key))?.[1];
}

/** Known, and yet it does not say which side has to act. */
const VAGUE_KEYS: ReadonlySet<string> = new Set(['售后处理中', '退款中'].map(keyOf));

/** Whether the status stands in a list; another one was understood by its parts, or not at all. */
export function isKnownRefundStatus(word: string | null): boolean {
  if (word === null) return true;
  const key = keyOf(word);
  return STATE_OF.has(key) || VAGUE_KEYS.has(key);
}

const meaningIn = <Meaning>(known: ReadonlyMap<string, Meaning>, word: string | null): Meaning | undefined =>
  word === null ? undefined : known.get(keyOf(word));

/** The platform has closed these by itself or by its own decision; the customer has not taken the refund back. */
const NOT_WITHDRAWN = new Set(['平台拒绝', '逾期未处理', '超有效期'].map(keyOf));

/** Whether a closed refund may have been taken back by the customer: most platforms have one word for every end. */
export const isWithdrawn = ({ platformStatus }: Pick<Refund, 'platformStatus'>): boolean =>
  meaningIn(STATE_OF, platformStatus) === 'closed' && !NOT_WITHDRAWN.has(keyOf(platformStatus ?? ''));

export const isOver = (state: RefundState): boolean => state === 'success' || state === 'closed';

/** The platform's words in one of ours; words that nobody has seen yet stay `unknown`. */
export function refundStateOf({
  platformStatus,
  intervention,
}: Pick<Refund, 'platformStatus' | 'intervention'>): RefundState {
  const state = meaningIn(STATE_OF, platformStatus) ?? stateIn(platformStatus) ?? 'unknown';
  return !isOver(state) && isWithPlatform(intervention) ? 'platform' : state;
}

/** `客服已介入` and `已介入` say the same, `无客服介入` and `未介入` the contrary. */
function isWithPlatform(intervention: string | null): boolean {
  const key = keyOf(intervention ?? '').replace('客服', '');
  return PLATFORM_KEYS.has(key);
}

/** The state in our words; one without a meaning here as the platform writes it. */
export function refundStateText(refund: Pick<Refund, 'platformStatus' | 'intervention'>): string | null {
  const state = refundStateOf(refund);
  return state === 'unknown' ? refund.platformStatus : REFUND_STATE_LABELS[state];
}

/** `null`: no word says it. */
export function refundTypeOf(
  refund: Pick<Refund, 'platformType' | 'needsReturn' | 'shippedState' | 'order'>,
): RefundType | null {
  const type = meaningIn(TYPE_OF, refund.platformType) ?? byNeedOfReturn(refund.needsReturn);
  return type === 'refund-only' && isShipped(refund) === false ? 'refund-unshipped' : type;
}

function byNeedOfReturn(needsReturn: string | null): RefundType | null {
  if (needsReturn === null) return null;
  const key = keyOf(needsReturn);
  if (['是', '需要', '需要退货'].includes(key)) return 'return-refund';
  return ['否', '不需要', '不需要退货'].includes(key) ? 'refund-only' : null;
}

/** `null`: neither the refund nor its order says. A closed order does not tell whether it had been shipped. */
export function isShipped({ shippedState, order }: Pick<Refund, 'shippedState' | 'order'>): boolean | null {
  if (shippedState !== null) {
    const key = keyOf(shippedState);
    if (key.includes('未发货')) return false;
    if (key.includes('已发货')) return true;
  }
  if (order === null) return null;
  if (order.shippedAtMs !== null || order.status === 'shipped' || order.status === 'completed') return true;
  return order.status === 'paid' ? false : null;
}

/** 已签收, in the words of the courier or of the warehouse; `null`: no word says it. */
export function isReturnHere({
  arrival,
  returnState,
}: Pick<Refund, 'arrival' | 'returnState'>): boolean | null {
  if (arrival !== null) return true;
  return returnState === null ? null : /已签收|已入库|已收货/.test(keyOf(returnState));
}

/** 5.7: money alone is asked back for goods that are still on their way: they can be called back before it is paid. */
export const isRecallable = (refund: Refund): boolean =>
  refundStateOf(refund) === 'wait-seller' &&
  refundTypeOf(refund) === 'refund-only' &&
  isShipped(refund) === true &&
  refund.order?.status !== 'completed' &&
  !/已收到货/.test(keyOf(refund.goodsState ?? ''));

/** 5.7: 极速退款: the money has gone before the goods came back. */
export const isAwaitingGoods = (refund: Refund): boolean =>
  refundStateOf(refund) === 'success' &&
  refundTypeOf(refund) === 'return-refund' &&
  keyOf(refund.isInstant ?? '') === '是' &&
  isReturnHere(refund) !== true;

import { ORDER_STATUS_RANK, type OrderStatus } from './order.ts';

/** Between the parts of a status, in place of its punctuation. */
export const PART_END = '|';

type Meaning = { readonly words: RegExp; readonly status: OrderStatus | null };

/**
 * The meaning of the parts of a status, the more particular before the more general: each takes its words out of the text, so
 * that 待收货 is not read as 收货. `null`: the part does not say how far the order is. No rule repeats without a bound.
 */
const MEANINGS: readonly Meaning[] = [
  // A thing that is asked for, refused or under way is not done yet; the end of an after-sales matter is not that of the order.
  { words: /(?:无|没有|未|申请|部分|取消|撤销|拒绝|待|等待)退款(?:成功|完成|申请)?/g, status: null },
  { words: /退款(?:申请|处理|审核|失败|关闭|取消|撤销|被拒|驳回|待|中)/g, status: null },
  { words: /(?:无|有)?售后(?:处理|申请|进行|取消|关闭|完成|成功|失败|结束|中)?/g, status: null },
  { words: /(?:退货|换货|补寄|维修)(?:申请|处理|完成|成功|关闭|失败|中)?/g, status: null },
  {
    words:
      /(?:申请|待|等待|请求|正在|未|拒绝|不可|无法|恢复)(?:取消|关闭)|(?:取消|关闭)(?:订单|交易)?(?:申请|待|审核|失败|中)|取消(?:锁定|暂停|挂起|发货)/g,
    status: null,
  },
  { words: /退款(?:成功|完成|完结)|已退款/g, status: 'closed' },
  { words: /取消|关闭|作废|撤单|删除|撤销/g, status: 'closed' },
  // A deposit is not the price, and what is paid on delivery is paid at the end.
  {
    words: /(?:待|等待|未|已)?(?:付|支付|缴)?(?:尾款|定金|订金|余款)(?:已|待|未)?(?:付款|支付|付)?/g,
    status: null,
  },
  { words: /货到付款|部分(?:付款|支付)|(?:付款|支付)(?:失败|处理|中)/g, status: null },
  { words: /(?:待|等待|未|尚未|没有)(?:买家|客户|用户)?(?:付款|支付)(?:确认)?/g, status: 'unpaid' },
  { words: /(?:已|完成|成功)(?:付款|支付)|(?:付款|支付)(?:成功|完成|已确认)/g, status: 'paid' },
  { words: /(?:无需|免)发货/g, status: null },
  {
    words:
      /(?:待|等待|未|尚未|部分|准备|正在|延迟|暂停|停止|无法)(?:卖家|商家|仓库)?(?:发货|出库|配货|打包|拣货|打单|发出|揽收|揽件|派送|配送)/g,
    status: 'paid',
  },
  {
    words: /(?:备货|配货|拣货|打包|打单)(?:已)?(?:完成|成功|中)?|(?:发货|出库)(?:处理|失败|异常|中)/g,
    status: 'paid',
  },
  {
    words:
      /(?:待|等待|未|尚未|部分|拒绝?)(?:买家|客户|用户)?(?:确认)?(?:收货|签收|收件|取件|取货|自提|提货|妥投)|(?:待|等待)(?:买家|客户|用户)确认/g,
    status: 'shipped',
  },
  { words: /拒收|(?:收货|签收|派送|配送)(?:失败|异常)/g, status: 'shipped' },
  {
    words: /(?:收货|签收|妥投)(?:成功|完成)?(?!地址|人|信息|问题|时间|前|中)|已(?:取件|取货|自提|提货)/g,
    status: 'completed',
  },
  {
    words:
      /(?:已|卖家|商家|全部|完成|自动)已?(?:发货|出库|发出|揽收|揽件|寄出)|(?:发货|出库)(?:成功|完成)|运输|派送|配送|派件|在途/g,
    status: 'shipped',
  },
  {
    words:
      /(?:交易|订单|购买|全部|自动|已)已?(?:完成|成功|完结)|已?评价|(?<!\p{L})(?:完成|成功|完结)(?!\p{L})/gu,
    status: 'completed',
  },
];

/** Only what was received is rated. */
const NOT_RATED_YET = /(?:待|等待|未)评价/g;

/**
 * How far an order is, as far as the parts of its status say, wherever they stand in it. Of several statements the
 * furthest holds, an end before all.
 */
export function statusIn(word: string): OrderStatus | null {
  let rest = word.replaceAll(NOT_RATED_YET, '评价');
  let found: OrderStatus | null = null;
  for (const { words, status } of MEANINGS) {
    const without = rest.replaceAll(words, PART_END);
    if (without === rest) continue;
    rest = without;
    if (status !== null && (found === null || isFurther(status, found))) found = status;
  }
  return found;
}

function isFurther(status: OrderStatus, than: OrderStatus): boolean {
  if (than === 'closed') return false;
  return status === 'closed' || ORDER_STATUS_RANK[status] > ORDER_STATUS_RANK[than];
}

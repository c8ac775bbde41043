import type { KnownOrderStatus, OrderFields } from '../../shared/domain/orders/order.ts';
import type {
  ItemRecord,
  OrderRecord,
  PlatformRecord,
} from '../../shared/domain/subjects/platform-record.ts';
import { beijingDate } from '../../shared/time/beijing.ts';
import { DAY, HOUR, MINUTE, SECOND } from '../../shared/time/durations.ts';

/** Everything here is invented: people, goods, numbers and places. */
const GOODS = [
  { title: '示例保温杯 500ml', sku: '颜色分类：白色；规格：500ml', code: 'BWB-500', priceFen: 8900 },
  { title: '示例不粘锅 20cm', sku: '颜色分类：20厘米锅；尺码：含盖', code: 'PAN-20', priceFen: 20112 },
  { title: '示例积木 40粒', sku: '颜色分类：混色；尺码：大号', code: 'JM40', priceFen: 2990 },
  { title: '示例棉麻衬衫', sku: '颜色分类：浅蓝；尺码：L', code: 'CS-L', priceFen: 15900 },
  { title: '示例蓝牙耳机', sku: '颜色分类：曜石黑', code: 'EJ-BK', priceFen: 32900 },
  { title: '示例儿童雨衣', sku: '颜色分类：柠檬黄；尺码：110', code: 'YY-110', priceFen: 6800 },
  { title: '示例床品四件套', sku: '颜色分类：雾灰；尺码：1.8米', code: 'CP-18', priceFen: 45900 },
  { title: '示例手冲咖啡壶', sku: '颜色分类：哑光黑；规格：600ml', code: 'KF-600', priceFen: 23800 },
] as const;

const PEOPLE = [
  ['山间一壶茶', '林小满', '浙江省 杭州市 余杭区 示例街道示例路18号302房'],
  ['清风徐来88', '孙一诺', '江苏省 南京市 玄武区 示例路1号'],
  ['tb000000123', '周可', '浙江省 宁波市 海曙区 示例镇示例小区3幢'],
  ['橘子不吃皮', '赵安然', '广东省 广州市 越秀区 示例大道66号'],
  ['半夏微凉2020', '吴念', '四川省 成都市 武侯区 示例巷9号'],
  ['老王家的猫', '王立夏', '北京市 北京市 朝阳区 示例胡同12号'],
  ['云朵收藏家', '陈晚晴', '上海市 上海市 徐汇区 示例路200弄5号'],
  ['跑步的鱼', '郑一帆', '湖北省 武汉市 洪山区 示例街7号'],
  ['小麦与土豆', '何知秋', '山东省 青岛市 市南区 示例路31号'],
  ['夜航船', '沈望舒', '福建省 厦门市 思明区 示例里2号'],
] as const;

export type Sketch = {
  readonly person: number;
  readonly goods: number;
  readonly quantity: number;
  readonly placedAgoMs: number;
  readonly status: KnownOrderStatus;
  readonly message?: string;
  readonly memo?: string;
  readonly isMasked?: boolean;
  /** Somebody who comes only once, in place of one of the people. */
  readonly guest?: string;
  readonly paidAfterMs?: number;
};

const STATUS_WORDS = {
  unpaid: '等待买家付款',
  paid: '买家已付款，等待卖家发货',
  shipped: '卖家已发货，等待买家确认',
  completed: '交易成功',
  closed: '交易关闭',
} as const;

/** A morning at the shop: some orders due for a chase, some soon, and enough history for 老客 and VIP. */
const TODAY: readonly Sketch[] = [
  { person: 0, goods: 1, quantity: 1, placedAgoMs: 22 * MINUTE, status: 'unpaid', message: '请发顺丰' },
  { person: 1, goods: 0, quantity: 2, placedAgoMs: 9 * MINUTE, status: 'unpaid' },
  { person: 2, goods: 6, quantity: 1, placedAgoMs: 3 * HOUR, status: 'unpaid', message: '晚上发工资再付' },
  { person: 3, goods: 4, quantity: 1, placedAgoMs: 2 * MINUTE, status: 'unpaid' },
  { person: 4, goods: 3, quantity: 1, placedAgoMs: 40 * MINUTE, status: 'unpaid' },
  { person: 4, goods: 3, quantity: 1, placedAgoMs: 36 * MINUTE, status: 'unpaid' },
  { person: 5, goods: 7, quantity: 1, placedAgoMs: 55 * MINUTE, status: 'unpaid' },
  { person: 5, goods: 0, quantity: 1, placedAgoMs: 26 * HOUR, status: 'paid', memo: '老客，送贺卡' },
  { person: 6, goods: 2, quantity: 3, placedAgoMs: 22 * HOUR, status: 'unpaid' },
  { person: 7, goods: 5, quantity: 1, placedAgoMs: 12 * MINUTE, status: 'unpaid', isMasked: true },
  { person: 8, goods: 4, quantity: 1, placedAgoMs: 90 * MINUTE, status: 'unpaid' },
  { person: 9, goods: 6, quantity: 1, placedAgoMs: 18 * MINUTE, status: 'unpaid', message: '能便宜点吗' },
  { person: 9, goods: 2, quantity: 1, placedAgoMs: 27 * HOUR, status: 'closed' },
  { person: 0, goods: 7, quantity: 1, placedAgoMs: 30 * HOUR, status: 'shipped' },
];

function history(): Sketch[] {
  const sketches: Sketch[] = [];
  for (let index = 0; index < 24; index++) {
    sketches.push({
      person: (index * 3) % PEOPLE.length,
      goods: (index * 5) % GOODS.length,
      quantity: 1 + (index % 2),
      placedAgoMs: (6 + index * 4) * DAY + index * 37 * MINUTE,
      status: index % 9 === 4 ? 'closed' : 'completed',
    });
  }
  return sketches;
}

function timesOf({ status, paidAfterMs = 4 * MINUTE }: Sketch, placedAtMs: number): Partial<OrderFields> {
  const paidAtMs = status === 'unpaid' || status === 'closed' ? null : placedAtMs + paidAfterMs;
  return {
    placedAtMs,
    paidAtMs,
    shippedAtMs: status === 'shipped' || status === 'completed' ? placedAtMs + 20 * HOUR : null,
    completedAtMs: status === 'completed' ? placedAtMs + 5 * DAY : null,
    shipDeadlineAtMs: paidAtMs === null ? null : paidAtMs + 2 * DAY,
  };
}

function personOf({ person, guest, isMasked = false }: Sketch): Partial<OrderFields> {
  const [known, name, address] = PEOPLE[person] ?? PEOPLE[0];
  const nick = guest ?? known;
  return {
    customerNick: isMasked ? `${nick.slice(0, 1)}**${nick.slice(-1)}` : nick,
    receiverName: isMasked ? `${name.slice(0, 1)}**` : name,
    receiverMobile: '139****0001',
    receiverAddress: address,
  };
}

const goodsOf = ({ goods }: Sketch) => GOODS[goods] ?? GOODS[0];

export function sampleMoneyOf(sketch: Sketch) {
  const { status, quantity } = sketch;
  const totalFen = goodsOf(sketch).priceFen * quantity;
  const isPaid = status !== 'unpaid' && status !== 'closed';
  return { goodsFen: totalFen, postageFen: 0, payableFen: totalFen, paidFen: isPaid ? totalFen : 0 };
}

function parcelOf({ status }: Sketch, placedAtMs: number): Partial<OrderFields> {
  const isSent = status === 'shipped' || status === 'completed';
  return isSent
    ? { trackingNo: `SF9${placedAtMs}`, carrier: '顺丰速运' }
    : { trackingNo: null, carrier: null };
}

function orderFields(sketch: Sketch, placedAtMs: number): Partial<OrderFields> {
  const goods = goodsOf(sketch);
  const { status, message = null, memo = null } = sketch;
  return {
    ...timesOf(sketch, placedAtMs),
    ...personOf(sketch),
    ...sampleMoneyOf(sketch),
    ...parcelOf(sketch, placedAtMs),
    status,
    platformStatus: STATUS_WORDS[status],
    closeReason: status === 'closed' ? '买家不想买' : null,
    itemTitle: goods.title,
    itemCount: sketch.quantity,
    itemKinds: 1,
    customerMessage: message,
    memo,
  };
}

export const sampleOrderNo = (index: number, nowMs: number): string =>
  `33${beijingDate(nowMs).replaceAll('-', '')}${String(index).padStart(9, '0')}`;

export function recordsOf(sketch: Sketch, index: number, nowMs: number): readonly [OrderRecord, ItemRecord] {
  const placedAtMs = Math.floor((nowMs - sketch.placedAgoMs) / SECOND) * SECOND;
  const no = sampleOrderNo(index, nowMs);
  const goods = goodsOf(sketch);
  const row = index + 2;
  return [
    { kind: 'order', row, no, shopName: null, fields: orderFields(sketch, placedAtMs), extra: {} },
    {
      kind: 'item',
      fromLines: [],
      row,
      no,
      subNo: `${no}1`,
      shopName: null,
      item: {
        title: goods.title,
        sku: goods.sku,
        outerCode: goods.code,
        merchantCode: goods.code,
        quantity: sketch.quantity,
        priceFen: goods.priceFen,
      },
      order: {},
      extra: {},
    },
  ];
}

/** The try-out shop as an export would show it at `nowMs`. */
export function sampleRecords(nowMs: number): PlatformRecord[] {
  return [...history(), ...TODAY].flatMap((sketch, index) => recordsOf(sketch, index, nowMs));
}

import type { ShopId } from '../../shared/domain/ids.ts';
import type { RefundFields, RefundId } from '../../shared/domain/refunds/refund.ts';
import { matchingByHand, type RefundByHand } from '../../shared/domain/refunds/refund-by-hand.ts';
import {
  isKnownRefundStatus,
  REFUND_STATE_LABELS,
  refundStateOf,
} from '../../shared/domain/refunds/refund-words.ts';
import type { RecordFormat, RecordSpec, RecordStore } from '../imports/kinds/records/record-spec.ts';
import { REFUND_FIELDS, REFUND_LONG_TAIL } from './refund-columns.ts';
import { createReviewRefunds } from './review-refund-row.ts';

/** A row with a number and none of these is no refund. */
const EVIDENCE = [
  'orderNo',
  'platformStatus',
  'platformType',
  'refundFen',
  'paidFen',
  'appliedAtMs',
  'agreedAtMs',
  'refundedAtMs',
  'endedAtMs',
  'deadlineAtMs',
] as const;

type Dependencies = {
  readonly refunds: RecordStore<RefundFields> & {
    idOf(shopId: ShopId, no: string): RefundId;
    isKnown(shopId: ShopId, no: string): boolean;
    listByHand(shopId: ShopId, numbers: readonly string[]): RefundByHand[];
  };
};

const REFUND_FORMATS: readonly RecordFormat<RefundFields>[] = [
  // These three are known by some of their columns only, so each has to show one that 抖店 has not.
  {
    name: 'wechat-refunds',
    label: '微信小店 售后单',
    platforms: ['wechat'],
    marks: [{ all: ['售后单号'], any: ['退换货物流单号', '商品编码(平台)'] }],
    aliases: { returnTrackingNo: ['退换货物流单号'], returnCarrier: ['退换货物流公司'] },
  },
  {
    name: 'kuaishou-refunds',
    label: '快手 售后单',
    platforms: ['kuaishou'],
    marks: [{ all: ['售后单号'], any: ['买家ID', '发货快递单号(如为西北订单,仅展示一段物流信息)'] }],
  },
  {
    name: 'xiaohongshu-refunds',
    label: '小红书 售后单',
    platforms: ['xiaohongshu'],
    marks: [{ all: ['售后单号'], any: ['申请售后金额(元)', '退货创建时间'] }],
    aliases: {
      platformStatus: ['状态', '售后状态'],
      reason: ['原因', '售后原因'],
      refundFen: ['申请售后金额(元)'],
    },
  },
  {
    name: 'taobao-refunds',
    label: '淘宝/天猫 退款报表',
    platforms: ['taobao', 'tmall'],
    marks: [{ all: ['退款编号'] }],
  },
  {
    name: 'douyin-refunds',
    label: '抖店 售后单',
    platforms: ['douyin'],
    marks: [{ all: ['售后单号'] }],
  },
  {
    name: 'pinduoduo-refunds',
    label: '拼多多 退款明细',
    platforms: ['pinduoduo'],
    marks: [{ all: ['售后编号'] }],
  },
  {
    name: 'jd-refunds',
    label: '京东 售后',
    platforms: ['jd'],
    marks: [{ all: ['服务单号'] }],
  },
];

export const REFUND_FORMAT_NAMES: readonly string[] = REFUND_FORMATS.map(({ name }) => name);

/** A4: the refund exports of the platforms; each is known by its name for the number of a refund. */
export function createRefundRecords({ refunds }: Dependencies): RecordSpec<RefundFields> {
  /** A refund that an agent has written down is taken over by the first row that can be the same. */
  const idOf: RecordSpec<RefundFields>['idOf'] = (shopId, row, stored) => {
    const no = row.refundNo ?? '';
    const numbers = [row.orderNo, row.subOrderNo].filter((one) => typeof one === 'string');
    if (!refunds.isKnown(shopId, no) && numbers.length > 0) {
      const byHand = refunds.listByHand(shopId, numbers);
      const own = byHand.find(({ id }) => stored(id)?.refundNo === no);
      const free = byHand.filter(({ id }) => (stored(id)?.refundNo ?? null) === null);
      const match = own ?? matchingByHand(row, free);
      if (match) return match.id;
    }
    return refunds.idOf(shopId, no);
  };

  return {
    name: 'refund',
    label: '退款',
    files: '退款（售后）报表',
    fileName: /退款|售后/,
    fields: REFUND_FIELDS,
    longTail: REFUND_LONG_TAIL,
    key: ['refundNo'],
    evidence: EVIDENCE,
    silences: (has) =>
      has('platformStatus')
        ? []
        : [
            '文件里没有退款状态，新退款记为「状态无法识别」，不计超时；已知退款的状态不变。请在导出时勾选「退款状态」后重新导入',
          ],
    newWords: ({ platformStatus = null, intervention = null }) =>
      isKnownRefundStatus(platformStatus)
        ? []
        : [
            {
              field: 'platformStatus',
              readAs: REFUND_STATE_LABELS[refundStateOf({ platformStatus, intervention })],
            },
          ],
    formats: REFUND_FORMATS,
    table: 'refunds',
    store: refunds,
    idOf,
    titleOf: ({ refundNo }) => refundNo ?? '',
    subject: { kind: 'refund' },
    createReview: createReviewRefunds,
    covers: 'appliedAtMs',
    deadlines: { refund: 'deadlineAtMs', 'refund-proof': 'proofDeadlineAtMs' },
  };
}

import { z } from 'zod';
import { DAY, HOUR } from '../../../time/durations.ts';
import { scoredGoodsOf } from '../../orders/low-score.ts';
import { declareSettings } from '../declaring/declaration.ts';

const THRESHOLDS = { '4.5': '4.5', '4.6': '4.6', '4.7': '4.7', '4.8': '4.8', '4.9': '4.9' } as const;

const ScoredGoods = z
  .string()
  .trim()
  .min(1)
  .max(80)
  .refine((line) => scoredGoodsOf(line) !== null, { error: '每条写成“商品词 评分”，例如 保温杯 4.6' });

const CareSettings = z.object({
  threshold: z.enum(['4.5', '4.6', '4.7', '4.8', '4.9']),
  goods: z.array(ScoredGoods).max(200),
  afterShipMs: z
    .int()
    .positive()
    .max(2 * DAY),
  afterReceiptMs: z
    .int()
    .positive()
    .max(30 * DAY),
  reviewDays: z.int().min(1).max(180),
});

/** O9: goods that customers rate low; their customers hear from the shop before they rate them. */
export const careSettings = declareSettings({
  key: 'care',
  level: 'shop',
  title: '低分商品',
  schema: CareSettings,
  defaults: {
    threshold: '4.8',
    goods: [],
    afterShipMs: 2 * HOUR,
    afterReceiptMs: DAY,
    reviewDays: 15,
  },
  changedBy: 'agent',
  fields: {
    threshold: {
      label: '低分线',
      hint: '评分低于它的商品，发货后和收货后提醒留言',
      input: { kind: 'choice', labels: THRESHOLDS },
      source: { kind: 'seed', note: '4.8 分以下的商品' },
      checkedOn: null,
    },
    goods: {
      label: '商品评分',
      hint: '每条写成“商品词 评分”，例如 保温杯 4.6；商品标题或商家编码含这个词的订单',
      input: { kind: 'words' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    afterShipMs: {
      label: '发货后',
      hint: '发货后多久留言；不打扰时段顺延到早上',
      input: { kind: 'duration' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    afterReceiptMs: {
      label: '收货后',
      hint: '订单完成后多久问是否满意；离发货不到 7 天的等到 7 天，不连着打扰',
      input: { kind: 'duration' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    reviewDays: {
      label: '评价期',
      hint: '订单完成后多少天内可以评价，之后不再提醒',
      input: { kind: 'count', unit: '天' },
      source: { kind: 'platform', note: '一般为交易完成后 15 天内' },
      checkedOn: null,
    },
  },
});

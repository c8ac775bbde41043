import { z } from 'zod';
import { DAY, HOUR } from '../../../time/durations.ts';
import { declareSettings } from '../declaring/declaration.ts';

const duration = z
  .int()
  .positive()
  .max(30 * DAY);
const days = z.int().min(1).max(60);

const ParcelSettings = z.object({
  firstScanMs: duration,
  stalledMs: duration,
  stalledRemoteMs: duration,
  carrierDays: days,
  autoConfirmDays: days,
  extendBeforeMs: duration,
});
export type ParcelSettings = z.infer<typeof ParcelSettings>;

const WITHOUT_FILE = '没有导入物流或异常文件时，只按发货时间列出该到未到的包裹，不判断是否正常';

/** O13: after how long without a scan the customer hears of a parcel. */
export const parcelSettings = declareSettings({
  key: 'parcel',
  level: 'shop',
  title: '包裹跟踪',
  schema: ParcelSettings,
  defaults: {
    firstScanMs: 24 * HOUR,
    stalledMs: 48 * HOUR,
    stalledRemoteMs: 72 * HOUR,
    carrierDays: 4,
    autoConfirmDays: 10,
    extendBeforeMs: 2 * DAY,
  },
  changedBy: 'agent',
  fields: {
    firstScanMs: {
      label: '发货后未揽收',
      hint: '物流文件里多久没有揽收记录就提醒',
      input: { kind: 'duration' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    stalledMs: {
      label: '物流停滞',
      hint: '最后一条记录之后多久没有新记录就提醒',
      input: { kind: 'duration' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    stalledRemoteMs: {
      label: '物流停滞（偏远）',
      hint: '新疆、西藏、青海、宁夏、甘肃、内蒙古、海南',
      input: { kind: 'duration' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    carrierDays: {
      label: '参考时效',
      hint: `发货后几天应到，再过 1 天仍未到就查件；${WITHOUT_FILE}`,
      input: { kind: 'count', unit: '天' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    autoConfirmDays: {
      label: '自动确认收货',
      hint: '发货后几天平台自动确认',
      input: { kind: 'count', unit: '天' },
      source: { kind: 'platform', note: '淘宝、天猫快递 10 天，抖店 10 天，拼多多 15 天' },
      checkedOn: null,
    },
    extendBeforeMs: {
      label: '提醒延长收货',
      hint: '包裹有异常时，自动确认前多久提醒',
      input: { kind: 'duration' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});

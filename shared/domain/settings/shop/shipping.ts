import { z } from 'zod';
import { DAY, HOUR } from '../../../time/durations.ts';
import { declareSettings, type SettingField } from '../declaring/declaration.ts';

const duration = z
  .int()
  .positive()
  .max(30 * DAY);
const fen = z.int().min(0).max(10_000_000);
const minuteOfDay = z.int().min(0).max(1439);

const ShippingSettings = z.object({
  promiseMs: duration,
  fastMs: duration,
  fastWords: z.array(z.string().trim().min(1).max(60)).max(300),
  presaleDays: z.int().min(1).max(180),
  warnFirstMs: duration,
  warnLastMs: duration,
  repeatMs: duration,
  latePercent: z.int().min(0).max(100),
  lateLeastFen: fen,
  lateMostFen: fen,
  callMorning: minuteOfDay,
  callAfternoon: minuteOfDay,
  callEvening: minuteOfDay,
});
export type ShippingSettings = z.infer<typeof ShippingSettings>;

const callAt = (label: string, hint?: string): SettingField => ({
  label,
  ...(hint === undefined ? {} : { hint }),
  input: { kind: 'minute-of-day' },
  source: { kind: 'choice' },
  checkedOn: null,
});

/** O4, O7: until when an order has to be shipped where its file does not say, and when somebody looks after it. */
export const shippingSettings = declareSettings({
  key: 'shipping',
  level: 'shop',
  title: '发货',
  schema: ShippingSettings,
  defaults: {
    promiseMs: 48 * HOUR,
    fastMs: 24 * HOUR,
    fastWords: ['24小时发货', '24小时内发货'],
    presaleDays: 15,
    warnFirstMs: 24 * HOUR,
    warnLastMs: 6 * HOUR,
    repeatMs: 24 * HOUR,
    latePercent: 5,
    lateLeastFen: 100,
    lateMostFen: 5000,
    callMorning: 10 * 60,
    callAfternoon: 14 * 60,
    callEvening: 19 * 60,
  },
  changedBy: 'agent',
  fields: {
    promiseMs: {
      label: '发货时限',
      hint: '文件没有应发货时间时，付款后多久须发货',
      input: { kind: 'duration' },
      source: { kind: 'platform', note: '各平台一般付款后 48 小时' },
      checkedOn: null,
    },
    fastMs: {
      label: '24 小时发货的时限',
      hint: '文件没有应发货时间时，下列商品付款后多久须发货',
      input: { kind: 'duration' },
      source: { kind: 'platform', note: '标有 24 小时发货的商品或活动' },
      checkedOn: null,
    },
    fastWords: {
      label: '24 小时发货的商品',
      hint: '商品标题、商家编码或发货时效、发货承诺、商品标签、订单标签列含其中一个词的订单',
      input: { kind: 'words' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    presaleDays: {
      label: '预售发货',
      hint: '文件没有应发货时间时，预售订单付款后多少天内须发货',
      input: { kind: 'count', unit: '天' },
      source: { kind: 'seed', note: '预售 15 天内发货' },
      checkedOn: null,
    },
    warnFirstMs: {
      label: '第一次提醒',
      hint: '发货期限前多久',
      input: { kind: 'duration' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    warnLastMs: {
      label: '第二次提醒',
      hint: '发货期限前多久',
      input: { kind: 'duration' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    repeatMs: {
      label: '超时后再联系',
      hint: '超时未发货，上次联系客户后多久再提醒联系',
      input: { kind: 'duration' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    latePercent: {
      label: '延迟发货赔付',
      hint: '按实付金额的比例计入涉及金额；0 为不计',
      input: { kind: 'percent' },
      source: { kind: 'platform', note: '淘宝、天猫 5%，1–50 元；旧规则 30%，最高 500 元' },
      checkedOn: null,
    },
    lateLeastFen: {
      label: '赔付最低',
      input: { kind: 'money' },
      source: { kind: 'platform', note: '淘宝、天猫 1 元' },
      checkedOn: null,
    },
    lateMostFen: {
      label: '赔付最高',
      input: { kind: 'money' },
      source: { kind: 'platform', note: '淘宝、天猫 50 元' },
      checkedOn: null,
    },
    callMorning: callAt('上午联系时间', '预售临期和再次联系按这三个时间提醒，每天最多三次'),
    callAfternoon: callAt('下午联系时间'),
    callEvening: callAt('晚上联系时间'),
  },
});

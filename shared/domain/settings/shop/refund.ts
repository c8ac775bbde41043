import { z } from 'zod';
import { DAY, HOUR } from '../../../time/durations.ts';
import { declareSettings, type SettingField } from '../declaring/declaration.ts';

const duration = z
  .int()
  .positive()
  .max(90 * DAY);

const RefundSettings = z.object({
  unshippedMs: duration,
  shippedMs: duration,
  returnRequestMs: duration,
  buyerReturnMs: duration,
  receiveMs: duration,
  afterSignedMs: duration,
  afterRefusalMs: duration,
  firstAnswerMs: duration,
  refuseLeadMs: duration,
  promiseDays: z.int().min(1).max(90),
  /** O7: of the goods' price. */
  lateClaimPercent: z.int().min(0).max(100),
});

const clock = (label: string, hint: string, note: string): SettingField => ({
  label,
  hint,
  input: { kind: 'duration' },
  source: { kind: 'platform', note },
  checkedOn: null,
});

/**
 * A4: the clocks of the platforms, for refunds whose file names no time. Of what the platforms are said to allow, each
 * is the shorter: a warning too early costs a look, one too late costs the goods.
 */
export const refundSettings = declareSettings({
  key: 'refund',
  level: 'shop',
  title: '退款',
  schema: RefundSettings,
  defaults: {
    unshippedMs: 24 * HOUR,
    shippedMs: 36 * HOUR,
    returnRequestMs: 36 * HOUR,
    buyerReturnMs: 7 * DAY,
    receiveMs: 9 * DAY,
    afterSignedMs: 48 * HOUR,
    afterRefusalMs: 7 * DAY,
    firstAnswerMs: 2 * HOUR,
    refuseLeadMs: 5 * DAY,
    promiseDays: 7,
    lateClaimPercent: 30,
  },
  changedBy: 'agent',
  fields: {
    unshippedMs: clock('未发货仅退款', '申请后多久自动退款', '各平台 24–48 小时'),
    shippedMs: clock('已发货仅退款', '申请后多久自动退款', '各平台 36 小时–5 天'),
    returnRequestMs: clock('退货申请', '申请后多久自动同意', '各平台 36–48 小时'),
    buyerReturnMs: clock('等待买家退货', '同意后多久不填单号自动关闭', '各平台 7 天'),
    receiveMs: {
      ...clock('等待商家收货', '买家填写单号后多久自动退款', '各平台 3–10 天'),
      source: { kind: 'seed', note: '填写单号后约 9 天自动退款' },
    },
    afterSignedMs: clock('退货签收后', '退货签收后多久自动退款', '拼多多、抖店签收后缩短'),
    afterRefusalMs: clock('拒绝之后', '拒绝后买家多久内可申请平台介入', '各平台 7 天'),
    firstAnswerMs: {
      label: '首次处理',
      hint: '申请后多久内处理，按工作时间计算',
      input: { kind: 'duration' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    refuseLeadMs: {
      label: '无物流先拒绝',
      hint: '自动退款前多久仍未收到退货时提醒',
      input: { kind: 'duration' },
      source: { kind: 'seed', note: '剩 5 天仍无物流先拒绝，否则自动退款' },
      checkedOn: null,
    },
    promiseDays: {
      label: '无理由退货',
      hint: '签收次日起算',
      input: { kind: 'count', unit: '天' },
      source: { kind: 'law', note: '消费者权益保护法，七日无理由退货' },
      checkedOn: null,
    },
    lateClaimPercent: {
      label: '延迟发货、缺货赔付',
      hint: '客户按「未按约定时间发货」或「缺货」申请退款时，可能另赔货款的比例；0 为不提示',
      input: { kind: 'percent' },
      source: { kind: 'seed', note: '按这两个原因申请的赔付货款 30%' },
      checkedOn: null,
    },
  },
});

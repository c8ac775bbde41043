import { z } from 'zod';

/** P2: why an order is unpaid. The reason chooses the remedy script and is a line of the report. */
export const UNPAID_REASONS = [
  'forgot',
  'top-up',
  'cannot-pay',
  'payment-trouble',
  'hesitating',
  'price',
  'mistake',
  'other',
] as const;
export const UnpaidReason = z.enum(UNPAID_REASONS);
export type UnpaidReason = z.infer<typeof UnpaidReason>;

export const UNPAID_REASON_LABELS = {
  forgot: '忘记付款',
  'top-up': '余额不足，稍后充值',
  'cannot-pay': '无法付款，找人代付',
  'payment-trouble': '支付账户异常',
  hesitating: '还在犹豫',
  price: '嫌贵',
  mistake: '误拍',
  other: '其他',
} as const satisfies Record<UnpaidReason, string>;

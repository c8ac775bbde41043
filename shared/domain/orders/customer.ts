import { z } from 'zod';
import { CustomerId } from '../ids.ts';
import { Platform } from '../team/shop.ts';

export const CUSTOMER_GRADES = ['new', 'returning', 'vip'] as const;
export const CustomerGrade = z.enum(CUSTOMER_GRADES);
export type CustomerGrade = z.infer<typeof CustomerGrade>;

export const CUSTOMER_GRADE_LABELS = { new: '新客', returning: '老客', vip: 'VIP' } as const satisfies Record<
  CustomerGrade,
  string
>;

/** R2: how to treat the customer, in one line on the card. */
export const CUSTOMER_GRADE_HINTS = {
  new: '快速回应，主动介绍尺码、搭配与优惠',
  returning: '熟客，称呼亲切，可提及上次购买',
  vip: '重点客户，优先处理，有疑问先上报主管',
} as const satisfies Record<CustomerGrade, string>;

/** R11: the groups of customers, kept up to date from their orders. */
export const CUSTOMER_GROUPS = ['consulting', 'buyer', 'vip'] as const;
export const CustomerGroup = z.enum(CUSTOMER_GROUPS);
export type CustomerGroup = z.infer<typeof CustomerGroup>;

export const CUSTOMER_GROUP_LABELS = {
  consulting: '咨询',
  buyer: '已购',
  vip: 'VIP',
} as const satisfies Record<CustomerGroup, string>;

export const Customer = z.object({
  id: CustomerId,
  platform: Platform,
  /** The nick as the export shows it; a masked one belongs to one order only. */
  nick: z.string(),
  displayName: z.string().nullable(),
  isMasked: z.boolean(),
  note: z.string().nullable(),
  /** Set by an agent; it wins over what the orders say. */
  groupOverride: CustomerGroup.nullable(),
});
export type Customer = z.infer<typeof Customer>;

/** A customer's order history in one line. */
export const CustomerHistory = z.object({
  orderCount: z.int(),
  paidOrderCount: z.int(),
  paidFen: z.int(),
  lastPaidAtMs: z.int().nullable(),
});
export type CustomerHistory = z.infer<typeof CustomerHistory>;

export function gradeOf(
  history: Pick<CustomerHistory, 'paidOrderCount' | 'paidFen'>,
  vip: { readonly vipPaidOrders: number; readonly vipPaidFen: number },
): CustomerGrade {
  if (history.paidOrderCount === 0) return 'new';
  return history.paidOrderCount >= vip.vipPaidOrders || history.paidFen >= vip.vipPaidFen
    ? 'vip'
    : 'returning';
}

export function groupOf(grade: CustomerGrade): CustomerGroup {
  const groups = { new: 'consulting', returning: 'buyer', vip: 'vip' } as const;
  return groups[grade];
}

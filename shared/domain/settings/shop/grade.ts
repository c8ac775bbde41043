import { z } from 'zod';
import { declareSettings } from '../declaring/declaration.ts';

/** R2, R11: the limits from which a customer is a 老客 or a VIP, counted over paid orders. */
export const GradeSettings = z.object({
  vipPaidOrders: z.int().min(1).max(1000),
  vipPaidFen: z.int().min(0),
});
export type GradeSettings = z.infer<typeof GradeSettings>;

export const gradeSettings = declareSettings({
  key: 'grade',
  level: 'shop',
  title: 'VIP 客户',
  schema: GradeSettings,
  defaults: { vipPaidOrders: 5, vipPaidFen: 200_000 },
  changedBy: 'agent',
  fields: {
    vipPaidOrders: {
      label: '已付款订单达到',
      hint: '满足任意一项即为 VIP',
      input: { kind: 'count', unit: '单' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
    vipPaidFen: {
      label: '或累计付款达到',
      input: { kind: 'money' },
      source: { kind: 'choice' },
      checkedOn: null,
    },
  },
});

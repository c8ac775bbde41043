export const REPORT_KINDS = ['chase', 'orders', 'refunds'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const REPORT_KIND_LABELS = {
  chase: '催付',
  orders: '订单',
  refunds: '退款',
} as const satisfies Record<ReportKind, string>;

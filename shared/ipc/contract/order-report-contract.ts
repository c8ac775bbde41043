import { z } from 'zod';
import { ORDER_FIGURE_KEYS, ORDER_GROUPS } from '../../domain/orders/order-report.ts';
import type { Endpoint } from './endpoint.ts';
import { OrderLine } from './order-contract.ts';
import { EXPORT_FORMATS, ReportQuery } from './program/report-contract.ts';

const count = z.int();

/** One figure with what it is made of; what is `null` does not belong to it, or is not known. */
export const OrderFigure = z.object({
  key: z.enum(ORDER_FIGURE_KEYS),
  count,
  /** Of so many orders. */
  base: count.nullable(),
  /** `null`: of fewer than ten orders none is said. */
  rate: z.number().nullable(),
  amountFen: count.nullable(),
  medianMs: z.number().nullable(),
  /** Orders of which nobody knows it. */
  unknown: count,
});
export type OrderFigure = z.infer<typeof OrderFigure>;

export const OrderReportRow = z.object({
  key: z.string(),
  label: z.string(),
  count,
  base: count,
  rate: z.number().nullable(),
  amountFen: count,
});
export type OrderReportRow = z.infer<typeof OrderReportRow>;

export const OrderReport = z.object({
  figures: z.array(OrderFigure),
  by: z.record(z.enum(ORDER_GROUPS), z.array(OrderReportRow)),
});
export type OrderReport = z.infer<typeof OrderReport>;

/** A number of the report: one figure, or one line of a table. */
export const OrderDrill = z.union([
  z.object({ figure: z.enum(ORDER_FIGURE_KEYS) }),
  z.object({ group: z.enum(ORDER_GROUPS), key: z.string() }),
]);
export type OrderDrill = z.infer<typeof OrderDrill>;

export const OrderDrillQuery = ReportQuery.extend({ drill: OrderDrill });
export type OrderDrillQuery = z.infer<typeof OrderDrillQuery>;

export const orderReportContract = {
  'reports.orders': { input: ReportQuery, output: OrderReport },
  /** The orders behind a number, the most money first, at most a thousand of them. */
  'reports.orderRows': {
    input: OrderDrillQuery,
    output: z.object({ rows: z.array(OrderLine), total: z.int() }),
  },
  /** Asks where to; `null` when the agent thinks better of it. */
  'reports.exportOrders': {
    input: ReportQuery.extend({ format: z.enum(EXPORT_FORMATS) }),
    output: z.string().nullable(),
  },
} as const satisfies Record<string, Endpoint>;

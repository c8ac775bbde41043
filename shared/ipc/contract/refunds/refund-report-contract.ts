import { z } from 'zod';
import { REFUND_FIGURE_KEYS, REFUND_GROUPS } from '../../../domain/refunds/refund-report.ts';
import type { Endpoint } from '../endpoint.ts';
import { EXPORT_FORMATS, ReportQuery } from '../program/report-contract.ts';
import { RefundRow } from './refund-list-contract.ts';

const count = z.int();

/** One figure with what it is made of; what is `null` does not belong to it, or is not known. */
export const RefundFigure = z.object({
  key: z.enum(REFUND_FIGURE_KEYS),
  count,
  /** Of so many cases. */
  base: count.nullable(),
  /** `null`: of fewer than ten cases none is said. */
  rate: z.number().nullable(),
  amountFen: count.nullable(),
  /** The money that `amountFen` is a part of. */
  baseFen: count.nullable(),
  medianMs: z.number().nullable(),
  /** Cases of which nobody knows it. */
  unknown: count,
});
export type RefundFigure = z.infer<typeof RefundFigure>;

export const RefundReportRow = z.object({
  key: z.string(),
  label: z.string(),
  count,
  amountFen: count,
  /** Of all that the table counts; `null`: these are fewer than ten. */
  share: z.number().nullable(),
});
export type RefundReportRow = z.infer<typeof RefundReportRow>;

export const RefundReport = z.object({
  figures: z.array(RefundFigure),
  by: z.record(z.enum(REFUND_GROUPS), z.array(RefundReportRow)),
});
export type RefundReport = z.infer<typeof RefundReport>;

/** A number of the report: one figure, or one line of a table. */
export const RefundDrill = z.union([
  z.object({ figure: z.enum(REFUND_FIGURE_KEYS) }),
  z.object({ group: z.enum(REFUND_GROUPS), key: z.string() }),
]);
export type RefundDrill = z.infer<typeof RefundDrill>;

export const RefundDrillQuery = ReportQuery.extend({ drill: RefundDrill });
export type RefundDrillQuery = z.infer<typeof RefundDrillQuery>;

export const refundReportContract = {
  'reports.refunds': { input: ReportQuery, output: RefundReport },
  /** The refunds behind a number, the most money first, at most a thousand of them. */
  'reports.refundRows': {
    input: RefundDrillQuery,
    output: z.object({ rows: z.array(RefundRow), total: z.int() }),
  },
  /** Asks where to; `null` when the agent thinks better of it. */
  'reports.exportRefunds': {
    input: ReportQuery.extend({ format: z.enum(EXPORT_FORMATS) }),
    output: z.string().nullable(),
  },
} as const satisfies Record<string, Endpoint>;

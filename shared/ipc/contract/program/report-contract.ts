import { z } from 'zod';
import { ShopId } from '../../../domain/ids.ts';
import { CalendarDate } from '../../../time/moment.ts';
import type { Endpoint } from '../endpoint.ts';

/** P10. `rate` is `null` where nothing was chased. */
export const ChaseReportRow = z.object({
  key: z.string(),
  label: z.string(),
  chased: z.int(),
  recovered: z.int(),
  rate: z.number().nullable(),
  recoveredFen: z.int(),
});
export type ChaseReportRow = z.infer<typeof ChaseReportRow>;

export const CHASE_REPORT_GROUPS = ['day', 'step', 'reason', 'script', 'hour', 'agent'] as const;
export const ChaseReportGroup = z.enum(CHASE_REPORT_GROUPS);
export type ChaseReportGroup = z.infer<typeof ChaseReportGroup>;

export const CHASE_REPORT_GROUP_LABELS = {
  day: '日期',
  step: '步骤',
  reason: '未付原因',
  script: '话术',
  hour: '时段',
  agent: '客服',
} as const satisfies Record<ChaseReportGroup, string>;

export const ChaseReport = z.object({
  chased: z.int(),
  recovered: z.int(),
  rate: z.number().nullable(),
  recoveredFen: z.int(),
  by: z.record(ChaseReportGroup, z.array(ChaseReportRow)),
});
export type ChaseReport = z.infer<typeof ChaseReport>;

export const ReportQuery = z.object({
  fromDate: CalendarDate,
  toDate: CalendarDate,
  shopId: ShopId.nullable(),
});
export type ReportQuery = z.infer<typeof ReportQuery>;

export const EXPORT_FORMATS = ['xlsx', 'csv'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export const EXPORT_FORMAT_LABELS = {
  xlsx: 'Excel（.xlsx）',
  csv: 'CSV（.csv）',
} as const satisfies Record<ExportFormat, string>;

export const reportContract = {
  'reports.chase': { input: ReportQuery, output: ChaseReport },
  /** Asks where to; `null` when the agent thinks better of it. */
  'reports.exportChase': {
    input: ReportQuery.extend({ format: z.enum(EXPORT_FORMATS) }),
    output: z.string().nullable(),
  },
  'exports.save': {
    input: z.object({
      what: z.enum(['orders', 'tasks', 'scripts', 'wording']),
      format: z.enum(EXPORT_FORMATS),
      shopId: ShopId.nullable(),
    }),
    output: z.string().nullable(),
  },
} as const satisfies Record<string, Endpoint>;

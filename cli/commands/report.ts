import { toCsv } from '../../electron/exports/csv.ts';
import {
  ORDER_FIGURE_SPECS,
  ORDER_GROUP_LABELS,
  ORDER_GROUPS,
} from '../../shared/domain/orders/order-report.ts';
import {
  REFUND_FIGURE_SPECS,
  REFUND_GROUP_LABELS,
  REFUND_GROUPS,
} from '../../shared/domain/refunds/refund-report.ts';
import {
  CHASE_REPORT_GROUP_LABELS,
  CHASE_REPORT_GROUPS,
  type ChaseReportRow,
  type ReportQuery,
} from '../../shared/ipc/contract/program/report-contract.ts';
import type { RefundFigure } from '../../shared/ipc/contract/refunds/refund-report-contract.ts';
import { beijingDate, dateToMs } from '../../shared/time/beijing.ts';
import { HOUR } from '../../shared/time/durations.ts';
import { type CommandResult, done, type Invocation, type StoreCommand, UsageError } from '../command.ts';
import type { Core } from '../core.ts';
import { oneOf, optional } from '../values.ts';

/** Long before the first order of any shop. */
const BEGINNING = '2000-01-01';

function dateOf(text: string | undefined, name: string, otherwise: string): string {
  if (text === undefined) return otherwise;
  if (dateToMs(text) === undefined) throw new UsageError(`--${name} 不是日期：${text}（示例：2026-06-10）`);
  return text;
}

const percent = (rate: number | null) => (rate === null ? '—' : `${(rate * 100).toFixed(1)}%`);
const yuan = (fen: number) => `¥${(fen / 100).toFixed(2)}`;

const lineOf = (row: ChaseReportRow) =>
  `  ${row.label}  ${row.recovered}/${row.chased}  ${percent(row.rate)}  ${yuan(row.recoveredFen)}`;

const KINDS = ['chase', 'refunds', 'orders'] as const;

function chaseReport(core: Core, query: ReportQuery, asCsv: boolean): CommandResult {
  const report = core.chaseReport(query);
  if (asCsv) return done(report, [toCsv(core.tables.chaseReport(report)).trimEnd()]);
  const { chased, recovered, rate, recoveredFen, by } = report;
  return done(report, [
    `催付 ${chased} 单，催付后付款 ${recovered} 单，成功率 ${percent(rate)}，挽回 ${yuan(recoveredFen)}`,
    ...CHASE_REPORT_GROUPS.flatMap((group) =>
      ['', `按${CHASE_REPORT_GROUP_LABELS[group]}`].concat(by[group].map(lineOf)),
    ),
  ]);
}

type Figure = Omit<RefundFigure, 'key' | 'baseFen'> & { readonly key: string };

/** Of what, in numbers; a rate of fewer than ten cases is none. */
function figureLine(label: string, figure: Figure): string {
  const { count, base, rate, amountFen, medianMs, unknown } = figure;
  const parts = [
    base === null ? String(count) : `${count}/${base}`,
    base === null || figure.key === 'handling' || figure.key === 'word' ? null : percent(rate),
    medianMs === null ? null : `中位数 ${(medianMs / HOUR).toFixed(1)} 小时`,
    amountFen === null ? null : yuan(amountFen),
    unknown === 0 ? null : `未知 ${unknown}`,
  ];
  return [label, ...parts.filter((part) => part !== null)].join('  ');
}

function refundReport(core: Core, query: ReportQuery, asCsv: boolean): CommandResult {
  const report = core.refundReports.report(query);
  if (asCsv) return done(report, [toCsv(core.tables.refundReport(report)).trimEnd()]);
  return done(report, [
    ...report.figures.map((figure) => figureLine(REFUND_FIGURE_SPECS[figure.key].label, figure)),
    ...REFUND_GROUPS.flatMap((group) => [
      '',
      `按${REFUND_GROUP_LABELS[group]}`,
      ...report.by[group].map(
        ({ label, count, share, amountFen }) => `  ${label}  ${count}  ${percent(share)}  ${yuan(amountFen)}`,
      ),
    ]),
  ]);
}

function orderReport(core: Core, query: ReportQuery, asCsv: boolean): CommandResult {
  const report = core.orderReports.report(query);
  if (asCsv) return done(report, [toCsv(core.tables.orderReport(report)).trimEnd()]);
  return done(report, [
    ...report.figures.map((figure) => figureLine(ORDER_FIGURE_SPECS[figure.key].label, figure)),
    ...ORDER_GROUPS.flatMap((group) => [
      '',
      `按${ORDER_GROUP_LABELS[group]}`,
      ...report.by[group].map(
        ({ label, count, base, rate, amountFen }) =>
          `  ${label}  ${count}/${base}  ${percent(rate)}  ${yuan(amountFen)}`,
      ),
    ]),
  ]);
}

const REPORTS = { chase: chaseReport, refunds: refundReport, orders: orderReport } as const;

function run({ core, positionals, values }: Invocation) {
  const [kind, ...rest] = positionals;
  if (kind === undefined || rest.length > 0) throw new UsageError(`请给出报表：${KINDS.join('、')}`);
  const wanted = oneOf(kind, KINDS, '报表');
  if (values['csv'] === true && values['json'] === true) throw new UsageError('--csv 与 --json 只能选一个');
  const fromDate = dateOf(optional(values, 'from'), 'from', BEGINNING);
  const toDate = dateOf(optional(values, 'to'), 'to', beijingDate(core.clock.now()));
  if (fromDate > toDate) throw new UsageError('--from 晚于 --to');
  const query = { fromDate, toDate, shopId: null };
  return REPORTS[wanted](core, query, values['csv'] === true);
}

export const reportCommand: StoreCommand = {
  name: 'report',
  usage: 'report chase|refunds|orders [--from DATE] [--to DATE] [--json | --csv]',
  summary: '催付、退款或订单报表：数量、基数、比率、金额，按原因、日期等分组；退款和订单不足 10 例不给比率',
  help: [
    '  --from DATE   从这一天起，例如 2026-06-01；不给则从最早',
    '  --to DATE     到这一天止；不给则到今天',
    '  --csv         输出 CSV（UTF-8 带 BOM）',
  ],
  options: { from: { type: 'string' }, to: { type: 'string' }, csv: { type: 'boolean' } },
  run,
};

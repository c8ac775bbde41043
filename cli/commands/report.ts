import { toCsv } from '../../electron/exports/csv.ts';
import {
  CHASE_REPORT_GROUP_LABELS,
  CHASE_REPORT_GROUPS,
  type ChaseReportRow,
} from '../../shared/ipc/contract/program/report-contract.ts';
import { beijingDate, dateToMs } from '../../shared/time/beijing.ts';
import { done, type Invocation, type StoreCommand, UsageError } from '../command.ts';
import { optional } from '../values.ts';

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

function run({ core, positionals, values }: Invocation) {
  if (positionals.length !== 1 || positionals[0] !== 'chase')
    throw new UsageError('只有催付报表：report chase');
  if (values['csv'] === true && values['json'] === true) throw new UsageError('--csv 与 --json 只能选一个');
  const fromDate = dateOf(optional(values, 'from'), 'from', BEGINNING);
  const toDate = dateOf(optional(values, 'to'), 'to', beijingDate(core.clock.now()));
  if (fromDate > toDate) throw new UsageError('--from 晚于 --to');
  const report = core.chaseReport({ fromDate, toDate, shopId: null });
  if (values['csv'] === true) return done(report, [toCsv(core.tables.chaseReport(report)).trimEnd()]);
  const { chased, recovered, rate, recoveredFen, by } = report;
  return done(report, [
    `催付 ${chased} 单，催付后付款 ${recovered} 单，成功率 ${percent(rate)}，挽回 ${yuan(recoveredFen)}`,
    ...CHASE_REPORT_GROUPS.flatMap((group) =>
      ['', `按${CHASE_REPORT_GROUP_LABELS[group]}`].concat(by[group].map(lineOf)),
    ),
  ]);
}

export const reportCommand: StoreCommand = {
  name: 'report',
  usage: 'report chase [--from DATE] [--to DATE] [--json | --csv]',
  summary: '催付报表：催付、挽回、成功率、金额，按日期、步骤、原因、话术、时段、客服',
  help: [
    '  --from DATE   从这一天起，例如 2026-06-01；不给则从最早',
    '  --to DATE     到这一天止；不给则到今天',
    '  --csv         输出 CSV（UTF-8 带 BOM）',
  ],
  options: { from: { type: 'string' }, to: { type: 'string' }, csv: { type: 'boolean' } },
  run,
};

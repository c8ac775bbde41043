import type { Shift } from '../../../shared/domain/roster/shifts.ts';
import { beijingDate, dateToMs, toBeijingIso } from '../../../shared/time/beijing.ts';
import { agentNamed } from '../../agents.ts';
import { type CommandResult, done, type Invocation, type StoreCommand, UsageError } from '../../command.ts';
import { optional, refuseWords, required } from '../../values.ts';

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/u;

function monthOf({ core, values }: Invocation): string {
  const month = optional(values, 'month') ?? beijingDate(core.clock.now()).slice(0, 7);
  if (MONTH.test(month)) return month;
  throw new UsageError(`--month 写成 2026-06，不是「${month}」`);
}

function dayNamed(text: string): string {
  if (dateToMs(text) !== undefined) return text;
  throw new UsageError(`--date 写成 2026-06-10，不是「${text}」`);
}

function importFile(invocation: Invocation, path: string): CommandResult {
  const { core } = invocation;
  const month = monthOf(invocation);
  const actor = { agentId: agentNamed(invocation).id, nowMs: core.clock.now() };
  const { cells, faults } = core.roster.readFile(path, month);
  const changed = core.roster.countChanged(cells);
  if (changed > 0) core.roster.set(cells, 'import', actor);
  return {
    json: { imported: changed, unchanged: cells.length - changed, rejected: faults },
    lines: [`已排班 ${changed} 天，${cells.length - changed} 天没有变化`],
    errors: faults.map(
      ({ row, column, value, reason }) =>
        `第 ${row} 行 ${column}${value === '' ? '' : `「${value}」`}：${reason}`,
    ),
    exitCode: cells.length === 0 ? 1 : 0,
  };
}

function listDay({ core, values }: Invocation): CommandResult {
  const shops = new Map(core.stores.shops.list().map(({ id, name }) => [id, name]));
  const nameOf = ({ agentId }: Shift) => core.stores.agents.get(agentId)?.name ?? agentId;
  const shown = core.roster.ofDay(dayNamed(required(values, 'date'))).map((shift) => ({
    agent: nameOf(shift),
    shift: shift.code,
    from: toBeijingIso(shift.startMs),
    to: toBeijingIso(shift.endMs),
    // No shop is named where the agent serves all of them.
    shops: shift.entry.shopIds.map((id) => shops.get(id) ?? id),
  }));
  const clock = (iso: string) => iso.slice(5, 16).replace('T', ' ');
  const lines = shown.map(({ agent, shift, from, to, shops: of }) =>
    [agent, shift, `${clock(from)}–${clock(to)}`, of.length === 0 ? '全部店铺' : of.join('、')].join('  '),
  );
  return done(shown, lines.length === 0 ? ['这一天没有排班'] : lines);
}

function run(invocation: Invocation): CommandResult {
  const [verb, path, ...rest] = invocation.positionals;
  refuseWords(rest);
  if (verb === undefined) return listDay(invocation);
  if (verb === 'import' && path !== undefined) return importFile(invocation, path);
  throw new UsageError('请写 roster import 文件，或 roster --date 日期');
}

export const rosterCommand: StoreCommand = {
  name: 'roster',
  usage: 'roster import FILE [--month M] --agent NAME | roster --date DATE',
  summary: '导入排班表，或列出某天谁在班',
  help: [
    '  --date DATE    列出这一天的班次，例如 2026-06-10；通宵班属于开始的那一天',
    '  import FILE    导入排班表：员工一行、日期一列，或 日期、员工、班次 三列',
    '  --month M      表中只写日、不写月时的月份，例如 2026-06；默认本月',
    '  --agent NAME   客服，不存在时新建（导入时必填）',
  ],
  options: { date: { type: 'string' }, month: { type: 'string' }, agent: { type: 'string' } },
  run,
};

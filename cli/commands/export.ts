import { saveTable } from '../../electron/exports/save-table.ts';
import { type Command, done, type Invocation, UsageError } from '../command.ts';
import { oneOf, required } from '../values.ts';

const WHAT = ['orders', 'tasks', 'scripts'] as const;

async function run({ core, positionals, values }: Invocation) {
  const [whatText, ...rest] = positionals;
  if (whatText === undefined || rest.length > 0) throw new UsageError(`请给出导出内容：${WHAT.join('、')}`);
  const what = oneOf(whatText, WHAT, '导出内容');
  const out = required(values, 'out');
  if (!/\.(xlsx|csv)$/i.test(out)) throw new UsageError('--out 须以 .xlsx 或 .csv 结尾');
  const table = core.tables[what](null);
  await saveTable(out, table);
  return done({ file: out, rows: table.rows.length }, [`已导出 ${table.rows.length} 行到 ${out}`]);
}

export const exportCommand: Command = {
  name: 'export',
  usage: 'export orders|tasks|scripts --out FILE.xlsx|FILE.csv',
  summary: '导出订单、未完成的待办或话术',
  help: ['  --out FILE   以 .xlsx 或 .csv 结尾（必填）'],
  options: { out: { type: 'string' } },
  run,
};

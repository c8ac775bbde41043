import { extname } from 'node:path';
import {
  SCRIPT_EXPORT_FORMATS,
  type ScriptExportFormat,
} from '../../../shared/domain/scripts/script-file.ts';
import { type CommandResult, done, type Invocation, type StoreCommand, UsageError } from '../../command.ts';
import type { Core } from '../../core.ts';
import { oneOf, optional, required } from '../../values.ts';

/** The lines for a person name a few; `--json` names all. */
const CODES_SHOWN = 20;
const WHAT = ['orders', 'refunds', 'tasks', 'scripts'] as const;

/** The ending says how a table is written; the files of other tools are CSV. */
function formatOf(out: string, wanted: string | undefined): ScriptExportFormat {
  const ending = extname(out).slice(1).toLowerCase();
  const format = oneOf(wanted ?? ending, SCRIPT_EXPORT_FORMATS, '--format');
  const needed = format === 'xlsx' ? 'xlsx' : 'csv';
  if (ending !== needed) throw new UsageError(`${format} 须写到以 .${needed} 结尾的文件`);
  return format;
}

function exportScripts(core: Core, out: string, format: ScriptExportFormat): CommandResult {
  const who = { agentId: null, seesAll: true };
  const written = core.scriptExchange.export({ path: out, format, ids: null }, who);
  const { count, pictureCount, unsaid, notes } = written;
  return done({ file: out, rows: count, pictures: pictureCount, unsaid, notes }, [
    `已导出 ${count} 条话术到 ${out}${pictureCount > 0 ? `，图片 ${pictureCount} 张在旁边的「图片」文件夹` : ''}`,
    ...(unsaid.length > 0 ? [`  这种格式没有地方写：${unsaid.join('、')}`] : []),
    ...notes.map(
      ({ note, codes }) =>
        `  ${note}（${codes.length} 条）：${codes.slice(0, CODES_SHOWN).join('、')}${codes.length > CODES_SHOWN ? ' …' : ''}`,
    ),
  ]);
}

function run({ core, positionals, values }: Invocation) {
  const [whatText, ...rest] = positionals;
  if (whatText === undefined || rest.length > 0) throw new UsageError(`请给出导出内容：${WHAT.join('、')}`);
  const what = oneOf(whatText, WHAT, '导出内容');
  const out = required(values, 'out');
  if (!/\.(xlsx|csv)$/i.test(out)) throw new UsageError('--out 须以 .xlsx 或 .csv 结尾');
  const format = optional(values, 'format');
  if (what === 'scripts') return exportScripts(core, out, formatOf(out, format));
  if (format !== undefined) throw new UsageError('--format 只用于 export scripts');
  const { rows } = core.saveTable(out, core.tables[what](null));
  return done({ file: out, rows }, [`已导出 ${rows} 行到 ${out}`]);
}

export const exportCommand: StoreCommand = {
  name: 'export',
  usage: `export orders|refunds|tasks|scripts --out FILE.xlsx|FILE.csv [--format ${SCRIPT_EXPORT_FORMATS.join('|')}]`,
  summary: '导出订单、退款、未完成的待办或话术',
  help: [
    '  --out FILE   以 .xlsx 或 .csv 结尾（必填）',
    '  --format F   只用于话术：xlsx、csv 为全部内容的表格（默认，按结尾）；qianniu、v3、feiniu 为这些工具的快捷短语 CSV',
  ],
  options: { out: { type: 'string' }, format: { type: 'string' } },
  run,
};

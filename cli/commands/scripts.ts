import {
  IMPORT_CHOICES,
  IMPORT_VERDICT_LABELS,
  IMPORT_VERDICTS,
  SCRIPT_FIELD_LABELS,
  SCRIPT_FILE_FORMATS,
  USUAL_CHOICES,
} from '../../shared/domain/scripts/script-file.ts';
import type {
  ScriptFileRequest,
  ScriptImportPreview,
} from '../../shared/ipc/contract/scripts/script-file-contract.ts';
import {
  type CommandResult,
  type Invocation,
  type StoreCommand,
  UsageError,
  type Values,
} from '../command.ts';
import type { Core } from '../core.ts';
import { findScripts } from '../find-scripts.ts';
import { columnsMapped, scopeNamed } from '../script-file.ts';
import { oneOf, optional } from '../values.ts';

/** The command line answers for itself. */
const WHO = { agentId: null, seesAll: true } as const;

function textsOf(values: Values, name: string): string[] {
  const value = values[name];
  return Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
}

/** A caller who names columns says that the file has a line of names. */
function hasHeader(values: Values): boolean | null {
  if (values['no-header'] === true) return false;
  return textsOf(values, 'map').length > 0 ? true : null;
}

function requestOf(core: Core, path: string, values: Values): ScriptFileRequest {
  const format = optional(values, 'format');
  const scope = optional(values, 'scope');
  const conflict = optional(values, 'on-conflict');
  return {
    path,
    format: format === undefined ? null : oneOf(format, SCRIPT_FILE_FORMATS, '--format'),
    columns: null,
    hasHeader: hasHeader(values),
    target: scope === undefined ? null : scopeNamed(core, scope),
    choices: {
      ...USUAL_CHOICES,
      ...(conflict === undefined ? {} : { conflict: oneOf(conflict, IMPORT_CHOICES, '--on-conflict') }),
    },
  };
}

type Previewed = { readonly request: ScriptFileRequest; readonly preview: ScriptImportPreview };
type Unreadable = { readonly kind: 'unreadable'; readonly reason: string };

function previewed(core: Core, path: string, values: Values): Previewed | Unreadable {
  const request = requestOf(core, path, values);
  const first = core.scriptExchange.preview(request, WHO, {});
  if (first.kind === 'unreadable') return first;
  const columns = columnsMapped(first.columns, textsOf(values, 'map'));
  if (columns === null) return { request, preview: first };
  const mapped = { ...request, columns };
  const preview = core.scriptExchange.preview(mapped, WHO, {});
  return preview.kind === 'unreadable' ? preview : { request: mapped, preview };
}

function answer(file: string, { preview }: Previewed, written: number) {
  const { format, rows, leftOut, newGroups, pictureCount } = preview;
  const counts = Object.fromEntries(
    IMPORT_VERDICTS.map((verdict) => [verdict, rows.filter((row) => row.verdict === verdict).length]),
  );
  const worthSaying = rows.filter(
    ({ verdict, notes }) => notes.length > 0 || !['new', 'same'].includes(verdict),
  );
  return {
    file,
    format,
    rows: rows.length,
    ...counts,
    written,
    newGroups,
    pictures: pictureCount,
    leftOut,
    details: worthSaying.map(({ row, verdict, code, choice, reason, fault, notes }) => ({
      row,
      verdict,
      code,
      choice,
      reason,
      column: fault?.column ?? null,
      value: fault?.value ?? null,
      notes,
    })),
  };
}

function linesOf(said: ReturnType<typeof answer>, { preview }: Previewed): string[] {
  const counts = IMPORT_VERDICTS.map((verdict) => {
    const count = preview.rows.filter((row) => row.verdict === verdict).length;
    return `${IMPORT_VERDICT_LABELS[verdict]} ${count}`;
  });
  return [
    `${said.file}：${said.rows} 条，${counts.join('，')}；写入 ${said.written} 条`,
    ...said.leftOut.map(({ sheet, reason }) => `  工作表「${sheet}」未导入：${reason}`),
    ...said.details.map(({ row, verdict, code, reason, notes }) => {
      const words = [reason, ...notes].filter((text) => text !== '').join('；');
      return `  第 ${row} 行 ${code} ${IMPORT_VERDICT_LABELS[verdict]}：${words}`;
    }),
  ];
}

function importFile({ core, values }: Invocation, file: string): CommandResult {
  const found = previewed(core, file, values);
  if ('kind' in found) {
    const error = `${file}：未导入。${found.reason}`;
    return { json: { file, error: found.reason }, lines: [], errors: [error], exitCode: 1 };
  }
  const { request, preview } = found;
  const done =
    values['dry-run'] === true
      ? null
      : core.scriptExchange.import({ request, sha256: preview.sha256 }, WHO, {});
  const said = answer(file, found, done?.kind === 'imported' ? done.writtenCount : 0);
  return { json: said, lines: linesOf(said, found), exitCode: 0 };
}

function run(invocation: Invocation): CommandResult {
  const [action, file, ...rest] = invocation.positionals;
  if (action === 'find') return findScripts(invocation, invocation.positionals.slice(1));
  if (action !== 'import') throw new UsageError('scripts 之后只能是 find 或 import');
  if (file === undefined || rest.length > 0) throw new UsageError('请给出要导入的一个话术文件');
  return importFile(invocation, file);
}

export const scriptsCommand: StoreCommand = {
  name: 'scripts',
  usage:
    'scripts find TEXT [--order NO] | scripts import FILE [--format F] [--map 列=字段]… [--no-header] [--scope S] [--on-conflict C] [--dry-run]',
  summary: '查找话术，或导入话术：千牛、V3、飞牛的快捷短语文件，或任意 csv、xlsx 表格',
  help: [
    '  find TEXT         首字母、词，或客户的一句话；最合适的在前',
    '  --order NO        find：为这笔订单找，适合它当前状态的在前',
    '  FILE              图片放在它旁边的「图片」文件夹里',
    `  --format F        ${SCRIPT_FILE_FORMATS.join('、')}，不写时自动识别`,
    '  --map 列=字段     列名或第几列 = 字段，可写多次；几列都写内容即为几段',
    `                    字段：${Object.values(SCRIPT_FIELD_LABELS).join('、')}、不导入`,
    '  --no-header       第一行就是话术，没有列名',
    '  --scope S         all（全店通用）、shop:店铺名称、personal:客服；不写时按文件，文件没写的全店通用',
    '  --on-conflict C   编码已用于另一条时：merge 保留本库并补上缺的（默认）、replace 替换、both 两条都保留、skip 跳过',
    '  --dry-run         只看会发生什么，不写入',
  ],
  options: {
    order: { type: 'string' },
    format: { type: 'string' },
    map: { type: 'string', multiple: true },
    'no-header': { type: 'boolean' },
    scope: { type: 'string' },
    'on-conflict': { type: 'string' },
    'dry-run': { type: 'boolean' },
  },
  run,
};

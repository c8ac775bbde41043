import type { Handlers } from '../../../electron/ipc/answer-calls.ts';
import { ScriptImportId } from '../../../shared/domain/ids.ts';
import type { ImportVerdict } from '../../../shared/domain/scripts/script-file.ts';
import type {
  ScriptFileRequest,
  ScriptImportPreview,
  ScriptImportRow,
} from '../../../shared/ipc/contract/scripts/script-file-contract.ts';
import type { Input, Output } from '../../../shared/ipc/contract.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';

const VERDICTS: readonly ImportVerdict[] = ['new', 'changed', 'conflict', 'same', 'invalid'];
const REASONS = {
  new: '',
  changed: '文件中的内容与上次导入的不同',
  conflict: '编码已用于「欢迎」，内容不同',
  same: '',
  invalid: '编码超过 20 字',
} as const satisfies Record<ImportVerdict, string>;

function choiceOf(verdict: ImportVerdict, { choices }: ScriptFileRequest, row: number) {
  const own = choices.byRow[row.toString()];
  if (verdict === 'changed') return own ?? choices.changed;
  if (verdict === 'conflict') return own ?? choices.conflict;
  return verdict === 'new' && own === 'skip' ? own : null;
}

function rowOf(index: number, request: ScriptFileRequest): ScriptImportRow {
  const verdict = VERDICTS[index % VERDICTS.length] ?? 'new';
  const row = index + 2;
  return {
    row,
    verdict,
    reason: REASONS[verdict],
    fault: verdict === 'invalid' ? { column: '编码', value: 'x'.repeat(21) } : null,
    notes: index === 0 ? ['[买家昵称] 像其他工具的变量，不会自动填写'] : [],
    choice: choiceOf(verdict, request, row),
    code: `kj${index + 1}`,
    title: `短语 ${index + 1}`,
    group: '发货=>催发货',
    text: '亲，48 小时内发货',
    ours:
      verdict === 'changed' || verdict === 'conflict' ? { title: '欢迎', group: '', text: '欢迎光临' } : null,
  };
}

function previewOf(request: ScriptFileRequest): ScriptImportPreview {
  const rows = Array.from({ length: 5 }, (_, index) => rowOf(index, request));
  return {
    kind: 'preview',
    fileName: '短语.csv',
    sha256: 'abc',
    format: request.format ?? 'qianniu',
    hasHeader: request.hasHeader ?? true,
    columns: [
      { header: '快捷短语编码', field: 'code', samples: ['kj1'] },
      { header: '快捷短语', field: 'content', samples: ['亲，48 小时内发货'] },
    ],
    leftOut: [],
    rows,
    writeCount: rows.filter(
      ({ verdict, choice }) => ['new', 'changed', 'conflict'].includes(verdict) && choice !== 'skip',
    ).length,
    newGroups: ['发货=>催发货'],
    pictureCount: 1,
  };
}

/** A file of 千牛 with a row for every verdict, and what becomes of it. */
export function answerScriptFiles(main: MainSide): void {
  Object.assign(main.handlers, {
    'scriptFiles.choose': () => '/files/短语.csv',
    'scriptFiles.preview': (request: Input<'scriptFiles.preview'>): Output<'scriptFiles.preview'> =>
      request.path.endsWith('.pdf')
        ? { kind: 'unreadable', reason: '这是PDF 文件，不是表格；请选择话术文件（.csv 或 .xlsx）' }
        : previewOf(request),
    'scriptFiles.import': ({ request }: Input<'scriptFiles.import'>): Output<'scriptFiles.import'> => ({
      kind: 'imported',
      importId: ScriptImportId.parse('import-1'),
      writtenCount: previewOf(request).writeCount,
    }),
    'scriptFiles.export': (): Output<'scriptFiles.export'> => ({
      kind: 'exported',
      path: '/files/V3快捷短语.csv',
      count: 12,
      pictureCount: 1,
      unsaid: ['关键词', '标签'],
      notes: [{ note: '编码不能以数字开头或结尾，那一端加下划线，导回时还原', codes: ['01'] }],
    }),
  } satisfies Partial<Handlers>);
}

import { z } from 'zod';

/** The kinds of files that scripts come from and go to. */
export const SCRIPT_FILE_FORMATS = ['qianniu', 'v3', 'feiniu', 'table'] as const;
export const ScriptFileFormat = z.enum(SCRIPT_FILE_FORMATS);
export type ScriptFileFormat = z.infer<typeof ScriptFileFormat>;

export const SCRIPT_FILE_FORMAT_LABELS = {
  qianniu: '千牛快捷短语',
  v3: 'V3 快捷短语',
  feiniu: '飞牛快捷短语',
  table: '表格（自选列）',
} as const satisfies Record<ScriptFileFormat, string>;

/** The fields that a column of a script file may hold. */
export const SCRIPT_FIELDS = [
  'code',
  'title',
  'content',
  'group',
  'keywords',
  'tags',
  'picture',
  'scope',
  'stages',
  'reasons',
  'steps',
  'grades',
  'ladders',
] as const;
export const ScriptField = z.enum(SCRIPT_FIELDS);
export type ScriptField = z.infer<typeof ScriptField>;

export const SCRIPT_FIELD_LABELS = {
  code: '编码',
  title: '标题',
  content: '内容',
  group: '分组',
  keywords: '关键词',
  tags: '标签',
  picture: '图片名',
  scope: '适用范围',
  stages: '适用场景',
  reasons: '未付原因',
  steps: '催付步骤',
  grades: '客户等级',
  ladders: '催付方案',
} as const satisfies Record<ScriptField, string>;

/** By position; `null`: the column is not imported. */
export const ScriptColumns = z.array(ScriptField.nullable()).max(200);
export type ScriptColumns = z.infer<typeof ScriptColumns>;

/** The verdicts on a row of a file, held against the library. */
export const IMPORT_VERDICTS = ['new', 'changed', 'conflict', 'same', 'invalid'] as const;
export const ImportVerdict = z.enum(IMPORT_VERDICTS);
export type ImportVerdict = z.infer<typeof ImportVerdict>;

export const IMPORT_VERDICT_LABELS = {
  new: '新增',
  changed: '更新',
  conflict: '冲突',
  same: '无变化',
  invalid: '不能导入',
} as const satisfies Record<ImportVerdict, string>;

/** The choices for a row whose code is taken. */
export const IMPORT_CHOICES = ['merge', 'replace', 'both', 'skip'] as const;
export const ImportChoice = z.enum(IMPORT_CHOICES);
export type ImportChoice = z.infer<typeof ImportChoice>;

export const IMPORT_CHOICE_LABELS = {
  merge: '合并：保留本库，补上缺的',
  replace: '替换为文件内容',
  both: '两条都保留',
  skip: '跳过',
} as const satisfies Record<ImportChoice, string>;

/** For all rows of a verdict, and for single rows by their number. */
export const ImportChoices = z.object({
  changed: ImportChoice,
  conflict: ImportChoice,
  byRow: z.record(z.string(), ImportChoice),
});
export type ImportChoices = z.infer<typeof ImportChoices>;

/** A file that is known is newer; where two scripts merely share a code, nothing that is there is lost. */
export const USUAL_CHOICES: ImportChoices = { changed: 'replace', conflict: 'merge', byRow: {} };

export const SCRIPT_EXPORT_FORMATS = ['xlsx', 'csv', 'qianniu', 'v3', 'feiniu'] as const;
export const ScriptExportFormat = z.enum(SCRIPT_EXPORT_FORMATS);
export type ScriptExportFormat = z.infer<typeof ScriptExportFormat>;

export const SCRIPT_EXPORT_LABELS = {
  xlsx: 'Excel 工作簿（全部内容）',
  csv: 'CSV 表格（全部内容）',
  qianniu: '千牛快捷短语（CSV）',
  v3: 'V3 快捷短语（CSV 与图片）',
  feiniu: '飞牛快捷短语（CSV）',
} as const satisfies Record<ScriptExportFormat, string>;

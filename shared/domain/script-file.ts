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

/** What a column of a script file may hold. */
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
} as const satisfies Record<ScriptField, string>;

/** By position; `null`: the column is not imported. */
export const ScriptColumns = z.array(ScriptField.nullable()).max(200);
export type ScriptColumns = z.infer<typeof ScriptColumns>;

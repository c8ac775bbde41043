import type { ScriptField } from '../../../shared/domain/scripts/script-file.ts';

/** Names that tools and people give the columns, as `headerKey` has them. Several columns may hold the content. */
const ALIASES = {
  code: [
    '编码',
    '快捷编码',
    '快捷短语编码',
    '话术编码',
    '短语编码',
    '快捷码',
    '快捷键',
    '代码',
    'code',
    'shortcut',
  ],
  title: ['标题', '话术标题', '名称', '问题', 'title', 'name', 'question'],
  content: [
    '内容',
    '快捷短语',
    '快捷短语内容',
    '话术',
    '话术内容',
    '短语',
    '短语内容',
    '回复',
    '回复内容',
    '答案',
    '文案',
    'content',
    'text',
    'answer',
    'reply',
  ],
  group: ['分组', '快捷短语分组', '话术分组', '组别', '分类', '类别', '目录', 'group', 'category', 'folder'],
  keywords: ['关键词', '关键字', 'keywords', 'keyword'],
  tags: ['标签', 'tags', 'tag'],
  picture: ['图片名', '图片', '图片名称', 'image', 'picture'],
  scope: ['适用范围', '范围', 'scope'],
  stages: ['适用场景'],
  reasons: ['未付原因'],
  steps: ['催付步骤'],
  grades: ['客户等级'],
  ladders: ['催付方案'],
} as const satisfies Record<ScriptField, readonly string[]>;

const FIELD_BY_NAME: ReadonlyMap<string, ScriptField> = new Map(
  Object.entries(ALIASES).flatMap(([field, names]) =>
    // The keys are exactly the fields.
    names.map((name): [string, ScriptField] => [name, field as ScriptField]),
  ),
);

const FULL_WIDTH = /[！-～]/gu;
const FULL_WIDTH_OFFSET = 0xfee0;

/** The form in which headers are compared: tools differ in blanks, width and case. */
export function headerKey(header: string): string {
  return header
    .replaceAll(FULL_WIDTH, (sign) => String.fromCharCode(sign.charCodeAt(0) - FULL_WIDTH_OFFSET))
    .replaceAll(/[\s\u200b\ufeff']+/gu, '')
    .toLowerCase();
}

export function fieldOfHeader(header: string): ScriptField | null {
  const key = headerKey(header);
  // 内容1, 内容2 … are the parts of one script, 一级分组, 二级分组 the levels of one path.
  const plain = key.replace(/^(内容|话术|分组|分类)\d+$/u, '$1').replace(/^[一二三四]级(分组|分类)$/u, '$1');
  return FIELD_BY_NAME.get(plain) ?? null;
}

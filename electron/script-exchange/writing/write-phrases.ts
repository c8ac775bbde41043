import type { ScriptFileFormat } from '../../../shared/domain/scripts/script-file.ts';
import { writeGroupPath } from '../planning/group-path.ts';
import { toFeiniu } from '../reading/feiniu-escapes.ts';
import { NO_GROUP_IN_FEINIU, pictureMark } from '../reading/read-rows.ts';
import { FEINIU_HEADER, QIANNIU_HEADER, V3_FIRST_LINE, V3_HEADER } from '../reading/script-layout.ts';
import type { SheetScript } from '../reading/script-row.ts';
import { toV3Code } from '../reading/v3-code.ts';
import { encodeGb18030, isInGb18030 } from './gb18030.ts';
import { joinParts } from './join-parts.ts';

export type PhraseFormat = Exclude<ScriptFileFormat, 'table'>;
export type PhraseNote = { readonly note: string; readonly codes: string[] };

const LINE_END = '\r\n';
const BYTE_ORDER_MARK = '\ufeff';
/** A spreadsheet takes these signs for the beginning of a formula. */
const FORMULA_START = /^[=+\-@＝＋－＠]/u;

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** These tools drop one TAB at the beginning of a quoted cell, and no spreadsheet runs what follows one. */
function cell(text: string): string {
  if (FORMULA_START.test(text)) return quoted(`\t${text}`);
  return /[",\n]/u.test(text) ? quoted(text) : text;
}

const lineOf = (cells: readonly string[]) => cells.map(cell).join(',');
const textOf = (lines: readonly string[]) => lines.map((line) => line + LINE_END).join('');

function qianniuText(scripts: readonly SheetScript[]): string {
  const lines = scripts.map(({ script, groupPath }) =>
    lineOf([script.code, joinParts(script.parts), writeGroupPath(groupPath)]),
  );
  return textOf([QIANNIU_HEADER.join(','), ...lines]);
}

function feiniuGroup(path: readonly string[]): string {
  if (path.length === 0) return NO_GROUP_IN_FEINIU;
  const group = writeGroupPath(path);
  // A group of that very name is no group to 飞牛; the arrow tells it from none.
  return group === NO_GROUP_IN_FEINIU ? `${group}=>` : group;
}

function feiniuText(scripts: readonly SheetScript[]): string {
  const lines = scripts.map(({ script, groupPath }) =>
    lineOf([script.code, joinParts(script.parts), feiniuGroup(groupPath)].map(toFeiniu)),
  );
  return textOf([FEINIU_HEADER.join(','), ...lines]);
}

const ONE_PICTURE = /^\{图片[:：]([^{}]+)\}$/u;

/** The picture that stands alone at the end has a column of its own; others keep their place in the text. */
function apart(parts: readonly string[]): { readonly texts: readonly string[]; readonly picture: string } {
  const name = ONE_PICTURE.exec(parts.at(-1) ?? '')?.[1] ?? '';
  const isApart = name !== '' && pictureMark(name) === parts.at(-1);
  return isApart ? { texts: parts.slice(0, -1), picture: name } : { texts: parts, picture: '' };
}

/** Every cell has its TAB in front but the last, which is for the tool's own ids. */
function v3Text(scripts: readonly SheetScript[], account: string): string {
  const lines = scripts.map(({ script, groupPath }) => {
    const { texts, picture } = apart(script.parts);
    const cells = [writeGroupPath(groupPath), toV3Code(script.code), script.title, joinParts(texts), picture];
    return [...cells.map((text) => quoted(`\t${text}`)), '""'].join(',');
  });
  return textOf([V3_FIRST_LINE, quoted(`\t${account}`), V3_HEADER.join(','), ...lines]);
}

type Options = { readonly account: string };

/** The file's bytes: 千牛 and 飞牛 read GBK, of which GB18030 is the whole; V3 comes with a mark. */
export function writePhrases(
  format: PhraseFormat,
  scripts: readonly SheetScript[],
  { account }: Options,
): Uint8Array {
  if (format === 'v3') return new TextEncoder().encode(BYTE_ORDER_MARK + v3Text(scripts, account));
  return encodeGb18030(format === 'qianniu' ? qianniuText(scripts) : feiniuText(scripts));
}

const FEINIU_LIMITS = { code: 4, phrase: 430, group: 10 } as const;

type Remark = { readonly note: string; readonly applies: (one: SheetScript) => boolean };

const isLonger = (text: string, most: number) => text.length > most;
const hasManyTexts = (parts: readonly string[]) => parts.length > 1;

const JOINED = '多段合为一条，段间以分隔行隔开，导回时还原';
const FLAT: readonly Remark[] = [
  { note: JOINED, applies: ({ script }) => hasManyTexts(script.parts) },
  { note: '多级分组写作「上级=>下级」，导回时还原', applies: ({ groupPath }) => groupPath.length > 1 },
  {
    note: '有 GB18030 没有的字符，写作 ?',
    applies: ({ script }) => !isInGb18030([script.code, ...script.parts].join('')),
  },
];

const REMARKS = {
  qianniu: FLAT,
  v3: [
    { note: JOINED, applies: ({ script }) => hasManyTexts(apart(script.parts).texts) },
    {
      note: '编码不能以数字开头或结尾，那一端加下划线，导回时还原',
      applies: ({ script }) => toV3Code(script.code) !== script.code,
    },
  ],
  feiniu: [
    ...FLAT,
    {
      note: `编码超过飞牛的 ${FEINIU_LIMITS.code} 字`,
      applies: ({ script }) => isLonger(script.code, FEINIU_LIMITS.code),
    },
    {
      note: `内容超过飞牛的 ${FEINIU_LIMITS.phrase} 字`,
      applies: ({ script }) => isLonger(joinParts(script.parts), FEINIU_LIMITS.phrase),
    },
    {
      note: `分组超过飞牛的 ${FEINIU_LIMITS.group} 字`,
      applies: ({ groupPath }) => isLonger(feiniuGroup(groupPath), FEINIU_LIMITS.group),
    },
  ],
} as const satisfies Record<PhraseFormat, readonly Remark[]>;

/** Warns the agent before another tool reads the file, and names the scripts by their codes. */
export function phraseNotes(format: PhraseFormat, scripts: readonly SheetScript[]): PhraseNote[] {
  return REMARKS[format]
    .map(({ note, applies }) => ({ note, codes: scripts.filter(applies).map(({ script }) => script.code) }))
    .filter(({ codes }) => codes.length > 0);
}

const LISTS = [
  ['关键词', ({ script }) => script.keywords !== ''],
  ['标签', ({ script }) => script.tags.length > 0],
  ['适用范围', ({ scope }) => scope.kind !== 'all'],
  [
    '适用场景等条件',
    ({ script }) => Object.values(script.fit).some((list) => list !== undefined && list.length > 0),
  ],
] as const satisfies readonly (readonly [string, (one: SheetScript) => boolean])[];

/** The fields of these scripts for which the format has no place. */
export function unsaidFields(format: PhraseFormat, scripts: readonly SheetScript[]): string[] {
  const titles = format === 'v3' || scripts.length === 0 ? [] : ['标题'];
  return [...titles, ...LISTS.filter(([, has]) => scripts.some(has)).map(([name]) => name)];
}

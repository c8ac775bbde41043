import { type FileFacts, readSome } from './file-pieces.ts';
import type { TextEncoding } from './text-pieces.ts';

export type Sniffed =
  | { readonly kind: 'zip' }
  /** In the order of likelihood. */
  | { readonly kind: 'text' | 'html'; readonly encodings: readonly TextEncoding[] }
  /** A workbook that is one XML document, which says itself how it is encoded. */
  | { readonly kind: 'xml-sheets' }
  | { readonly kind: 'unreadable'; readonly reason: string };

export const HEAD_BYTES = 256 * 1024;

const ZIP = Buffer.from('PK');
const OLE2 = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);
const ENCRYPTED_PACKAGE = Buffer.from('EncryptedPackage', 'utf16le');
const OLE2_HEADER_BYTES = 512;
const DIRECTORY_BYTES = 4096;
const UTF8_BOM = Buffer.from([0xef, 0xbb, 0xbf]);
const UTF16LE_BOM = Buffer.from([0xff, 0xfe]);
const UTF16BE_BOM = Buffer.from([0xfe, 0xff]);
const BINARY_SIGNATURES: readonly (readonly [Buffer, string])[] = [
  [Buffer.from('%PDF'), 'PDF 文件'],
  [Buffer.from([0x89, 0x50, 0x4e, 0x47]), '图片'],
  [Buffer.from([0xff, 0xd8, 0xff]), '图片'],
  [Buffer.from('GIF8'), '图片'],
  [Buffer.from('Rar!'), 'RAR 压缩包'],
  [Buffer.from([0x37, 0x7a, 0xbc, 0xaf]), '7z 压缩包'],
  [Buffer.from([0x1f, 0x8b]), 'gzip 压缩包'],
  [Buffer.from('SQLite format 3'), '数据库文件'],
];

const WHAT_TO_IMPORT = '请选择从商家后台导出的订单报表或宝贝报表（.csv 或 .xlsx）';
const EMPTY = `文件是空的，没有任何内容；请重新导出后再导入`;
const OLD_EXCEL =
  '这是旧版 Excel（.xls）文件，请用 Excel 或 WPS 打开后另存为 .xlsx 或 .csv 再导入（订单编号列请保持文本格式）';
const ENCRYPTED =
  '这是加了密码的 Excel 文件，无法读取；请用 Excel 或 WPS 打开并取消密码，另存为 .xlsx 后再导入';
const ONE_FILE_PAGE =
  '这是单个文件网页（.mht）改名的表格，请用 Excel 或 WPS 打开后另存为 .xlsx 再导入（订单编号列请保持文本格式）';
const OTHER_XML = '这是 XML 文件，不是表格';
const BINARY = `文件内容不是表格，无法识别；${WHAT_TO_IMPORT}`;

const PAGE = /<(?:html|table)[\s>]/i;

/** Q15: the extension lies, the bytes do not. */
export function sniffFile(path: string, { head, size, isUtf8 }: FileFacts): Sniffed {
  if (size === 0) return unreadable(EMPTY);
  if (startsWith(head, ZIP)) return { kind: 'zip' };
  if (startsWith(head, OLE2)) return unreadable(isEncrypted(path, head) ? ENCRYPTED : OLD_EXCEL);
  const known = BINARY_SIGNATURES.find(([signature]) => startsWith(head, signature));
  if (known) return unreadable(`这是${known[1]}，不是表格；${WHAT_TO_IMPORT}`);
  return sniffText(head, isUtf8);
}

function unreadable(reason: string): Sniffed {
  return { kind: 'unreadable', reason };
}

function startsWith(bytes: Buffer, prefix: Buffer): boolean {
  return bytes.subarray(0, prefix.length).equals(prefix);
}

/** A workbook with a password is an old container whose directory names the encrypted package. */
function isEncrypted(path: string, head: Buffer): boolean {
  if (head.includes(ENCRYPTED_PACKAGE)) return true;
  if (head.length < OLE2_HEADER_BYTES) return false;
  const directory = (head.readUInt32LE(48) + 1) * 2 ** head.readUInt16LE(30);
  return readSome(path, directory, DIRECTORY_BYTES).includes(ENCRYPTED_PACKAGE);
}

function sniffText(head: Buffer, isUtf8: boolean): Sniffed {
  const encodings = possibleEncodings(head, isUtf8);
  const [likeliest] = encodings;
  if (likeliest === undefined) return unreadable(BINARY);
  const text = new TextDecoder(likeliest).decode(head, { stream: true });
  if (text.trim() === '') return unreadable(EMPTY);
  if (looksBinary(text)) return unreadable(BINARY);
  return markup(text, encodings) ?? { kind: 'text', encodings };
}

/** Q1: a mark first, then strict UTF-8, then GB18030; UTF-8 with a broken byte is still better than nothing. */
function possibleEncodings(head: Buffer, isUtf8: boolean): TextEncoding[] {
  if (startsWith(head, UTF8_BOM)) return ['utf-8'];
  if (startsWith(head, UTF16LE_BOM)) return ['utf-16le'];
  if (startsWith(head, UTF16BE_BOM)) return ['utf-16be'];
  const wide = head.includes(0) ? unmarkedUtf16(head) : [];
  if (wide.length > 0) return wide;
  return isUtf8 ? ['utf-8'] : ['gb18030', 'utf-8'];
}

const isPlain = (byte: number | undefined) =>
  byte !== undefined && ((byte >= 0x20 && byte < 0x7f) || byte === 0x09 || byte === 0x0a || byte === 0x0d);

/** Delimiters, digits and line ends have their zero byte on one side only. Others have it too: 言 is U+8A00. */
function unmarkedUtf16(head: Buffer): TextEncoding[] {
  let little = 0;
  let big = 0;
  for (let at = 0; at + 1 < head.length; at += 2) {
    const [first, second] = [head[at], head[at + 1]];
    if (second === 0 && isPlain(first)) little++;
    else if (first === 0 && isPlain(second)) big++;
  }
  const isClear = Math.min(little, big) * 10 < Math.max(little, big);
  const enough = Math.max(little, big) * 50 > head.length;
  if (!isClear || !enough) return [];
  return [little > big ? 'utf-16le' : 'utf-16be'];
}

function looksBinary(text: string): boolean {
  let odd = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    const isControl = code < 0x20 && code !== 0x09 && code !== 0x0a && code !== 0x0d;
    if (isControl || code === 0xfffd) odd++;
  }
  return odd * 20 > text.length;
}

/** Tools of shops write web pages and XML under the names of workbooks. */
function markup(text: string, encodings: readonly TextEncoding[]): Sniffed | undefined {
  const start = text.replace(/^[\s\ufeff]+/, '');
  if (/^MIME-Version:/i.test(start)) return unreadable(ONE_FILE_PAGE);
  const root = rootOf(start);
  if (root === undefined) return undefined;
  if (root === 'workbook') return { kind: 'xml-sheets' };
  if (PAGE.test(start)) return { kind: 'html', encodings };
  return start.startsWith('<?xml') ? unreadable(`${OTHER_XML}；${WHAT_TO_IMPORT}`) : undefined;
}

const PROLOGUE = [
  ['<?', '?>'],
  ['<!--', '-->'],
  ['<!', '>'],
] as const;

/** The name of the first element, behind declarations and comments. */
function rootOf(text: string): string | undefined {
  let at = 0;
  for (;;) {
    const before = PROLOGUE.find(([opens]) => text.startsWith(opens, at));
    if (!before) return /^<(?:\w+:)?(\w+)/.exec(text.slice(at, at + 100))?.[1]?.toLowerCase();
    const end = text.indexOf(before[1], at);
    if (end === -1) return undefined;
    at = end + before[1].length;
    while (text.charCodeAt(at) <= 0x20) at++;
  }
}

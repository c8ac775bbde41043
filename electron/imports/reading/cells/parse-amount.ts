import { foldWidth } from '../columns/header-name.ts';
import { type Parsed, Unreadable } from './unreadable.ts';

const ZERO = 0x30;
const NINE = 0x39;
const DOT = 0x2e;
const NO_AMOUNT = new Set(['无退款申请', '没有申请退款', '无']);
const PLAIN = /^(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d*))?$/;
/** Fifteen digits of yuan are more than any shop sees, and still exact as fen. */
const MAX_YUAN_DIGITS = 13;

/** `'￥1,020.50'`, `'88.00元'` → fen, digit by digit: a float never holds money (Q10). */
export function parseAmountFen(text: string): Parsed<number | null> {
  const quick = plainAmountFen(text);
  if (quick >= 0) return quick;
  if (NO_AMOUNT.has(text)) return null;
  const bare = foldWidth(text)
    .replaceAll(/\s/g, '')
    .replace(/^(?:￥|¥|CNY|RMB)/i, '')
    .replace(/(?:元|CNY|RMB)$/i, '');
  if (bare.startsWith('-') || bare.startsWith('(')) {
    return new Unreadable('金额不能是负数；请核对原始文件中的这一格');
  }
  const match = PLAIN.exec(bare);
  if (!match) return new Unreadable('不是金额；应为 88.00 这样的数字，请核对原始文件中的这一格');
  const [, yuan = '', fraction = ''] = match;
  return combine(yuan.replaceAll(',', ''), fraction);
}

/** The usual shape, at most nine digits and two decimals; -1 for everything else. */
function plainAmountFen(text: string): number {
  const dot = text.length - 3;
  const hasCents = dot > 0 && text.charCodeAt(dot) === DOT;
  if (!hasCents || text.length > 12) return -1;
  let fen = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (at === dot) continue;
    if (code < ZERO || code > NINE) return -1;
    fen = fen * 10 + (code - ZERO);
  }
  return fen;
}

function combine(yuan: string, fraction: string): Parsed<number> {
  if (yuan.replace(/^0+/, '').length > MAX_YUAN_DIGITS)
    return new Unreadable('金额过大；请核对原始文件中的这一格');
  const fen = Number(yuan + fraction.slice(0, 2).padEnd(2, '0'));
  const rest = fraction.slice(2);
  if (/^0*$/.test(rest)) return fen;
  // Spreadsheets and scripts write 59.8 as 59.800000000000004 or 59.799999999999997.
  if (/^0{6}/.test(rest)) return fen;
  if (/^9{6}/.test(rest)) return fen + 1;
  return new Unreadable('金额多于两位小数；请核对原始文件中的这一格');
}

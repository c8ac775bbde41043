import { type Parsed, Unreadable } from './unreadable.ts';

const ZERO = 0x30;
const COUNT = /^(\d{1,9}|\d{1,3}(?:,\d{3}){1,2})(?:\.0+)?件?$/;

export function parseCount(text: string): Parsed<number> {
  const digit = text.length === 1 ? text.charCodeAt(0) - ZERO : -1;
  if (digit >= 0 && digit <= 9) return digit;
  const match = COUNT.exec(text);
  if (!match?.[1]) return new Unreadable('数量应为 0 或正整数；请核对原始文件中的这一格');
  return Number(match[1].replaceAll(',', ''));
}

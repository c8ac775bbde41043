import { type Parsed, Unreadable } from './unreadable.ts';

const SCIENTIFIC = /^\d(?:[.,]\d+)?\d*e\+?\d{1,3}$/i;
/** A spreadsheet keeps so many digits of a number. */
export const KEPT_DIGITS = 15;
const AS_IF_ROUNDED = /^[1-9]\d{14}0{1,49}$/;
const PLAUSIBLE = /^(?=.*\d)[0-9A-Za-z-]{6,64}$/;

/** Q16: a number with an exponent has lost its last digits for good. */
function isScientific(text: string): boolean {
  return text.length <= 40 && SCIENTIFIC.test(text);
}

/** From the sixteenth digit on there are only zeros, as in a number that a spreadsheet has rounded; it may be chance. */
export function isAsIfRounded(text: string): boolean {
  return text.length > KEPT_DIGITS && text.endsWith('0') && AS_IF_ROUNDED.test(text);
}

/** The files at hand decide whether a number that looks rounded is. */
export type NumberOptions = { readonly hasRoundedNumbers?: boolean };

/** Q16: the text is all that a spreadsheet has left of a number. */
export function isLost(text: string, { hasRoundedNumbers = false }: NumberOptions): boolean {
  return isScientific(text) || (hasRoundedNumbers && isAsIfRounded(text));
}

/** `column` is the header as the file writes it, here and below. */
export function emptyNo(column: string): Unreadable {
  return new Unreadable(`${column}为空；请确认导出时勾选了这一列，并重新导出`);
}

export function roundedNo(column: string): Unreadable {
  return new Unreadable(
    `${column}被 Excel 转成科学计数法，末几位已丢失；请回到千牛（商家后台）重新导出原始文件，不要用 Excel 打开保存`,
  );
}

export function parseOrderNo(text: string, column: string, options: NumberOptions = {}): Parsed<string> {
  if (isLongNumber(text)) {
    return options.hasRoundedNumbers === true && isAsIfRounded(text) ? roundedNo(column) : text;
  }
  if (text === '') return emptyNo(column);
  if (isScientific(text)) return roundedNo(column);
  if (!PLAUSIBLE.test(text)) {
    return new Unreadable(`${column}应为至少 6 位的数字、字母或短横线；请核对原始文件中的这一格`);
  }
  return text;
}

/** Nearly every order number is one; this spares them the regular expressions. */
function isLongNumber(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code < 0x30 || code > 0x39) return false;
  }
  return text.length >= 6 && text.length <= 64;
}

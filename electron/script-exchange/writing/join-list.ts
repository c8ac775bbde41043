/** Between the words of one cell; people type any of these. */
const BREAKS = '、，,；;\n';
const TO_ESCAPE = /[\\、，,；;\n]/gu;

export function joinList(words: readonly string[]): string {
  return words.map((word) => word.replaceAll(TO_ESCAPE, '\\$&')).join('、');
}

export function splitList(text: string): string[] {
  const words = [''];
  for (let at = 0; at < text.length; at++) {
    const sign = text.charAt(at);
    const last = words.length - 1;
    if (sign === '\\' && at + 1 < text.length) words[last] += text.charAt(++at);
    else if (BREAKS.includes(sign)) words.push('');
    else words[last] += sign;
  }
  return [...new Set(words.map((word) => word.trim()))].filter((word) => word !== '');
}

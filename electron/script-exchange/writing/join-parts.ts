/** Stands alone on a line between two parts, where a format has one text for all of them. */
export const PART_SEPARATOR = '———— 下一条 ————';

/** A line of a part that could be taken for the separator; each backslash in front is one escape more. */
const LIKE_A_SEPARATOR = new RegExp(`^([^\\S\\n]*)(\\\\*${PART_SEPARATOR}[^\\S\\n]*)$`, 'gmu');
const ESCAPED = new RegExp(`^([^\\S\\n]*)\\\\(\\\\*${PART_SEPARATOR}[^\\S\\n]*)$`, 'gmu');

export function escapePart(part: string): string {
  return part.replaceAll(LIKE_A_SEPARATOR, '$1\\$2');
}

/** The parts as one text that people can read, and that `splitParts` takes apart again. */
export function joinParts(parts: readonly string[]): string {
  return parts.map(escapePart).join(`\n${PART_SEPARATOR}\n`);
}

/** Parts are trimmed and their line breaks are `\n`; empty ones are left out. */
export function splitParts(text: string): string[] {
  const parts: string[][] = [[]];
  for (const line of text.replaceAll(/\r\n?/g, '\n').split('\n')) {
    if (line.trim() === PART_SEPARATOR) parts.push([]);
    else parts.at(-1)?.push(line);
  }
  return parts
    .map((lines) => lines.join('\n').replaceAll(ESCAPED, '$1$2').trim())
    .filter((part) => part !== '');
}

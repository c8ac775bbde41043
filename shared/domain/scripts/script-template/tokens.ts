/** A stretch of a part; joined, the `raw` of all tokens are the part again. */
export type Token =
  | { readonly kind: 'text'; readonly raw: string; readonly start: number }
  /** `inner` is the text between the braces, without blanks at its ends; `null` for a lone brace. */
  | { readonly kind: 'tag'; readonly raw: string; readonly start: number; readonly inner: string | null };

/**
 * `{名称}`, in half- or full-width braces; doubled braces (`{{名称}}`) are what people bring from other tools and
 * mean the same. There is no escape: no customer needs to be sent a brace, and a lone one is a broken tag.
 */
const TAG = /[{｛]+([^{}｛｝\n]*)[}｝]+|[{}｛｝]/gu;

/** These say nothing themselves; on a line of their own they leave no empty line behind. */
const STRUCTURE = /^(?:如果.*|否则|结束)$/u;

export function tokensOf(part: string): Token[] {
  const tokens: Token[] = [];
  let end = 0;
  for (const { 0: raw, 1: inner, index } of part.matchAll(TAG)) {
    if (index > end) tokens.push({ kind: 'text', raw: part.slice(end, index), start: end });
    const tag = { kind: 'tag', raw, start: index, inner: inner?.trim() ?? null } as const;
    const whole = tag.raw + lineBreakAfter(part, tag);
    tokens.push({ ...tag, raw: whole });
    end = index + whole.length;
  }
  if (end < part.length) tokens.push({ kind: 'text', raw: part.slice(end), start: end });
  return tokens;
}

/** A brace alone counts as well: somebody meant a tag. */
export const hasTags = (text: string): boolean => tokensOf(text).some(({ kind }) => kind === 'tag');

function lineBreakAfter(part: string, tag: Extract<Token, { kind: 'tag' }>): string {
  if (tag.inner === null || !STRUCTURE.test(tag.inner)) return '';
  const isFirstOnLine = /(?:^|\n)[ \t]*$/u.test(part.slice(0, tag.start));
  const rest = /^[ \t]*\n/u.exec(part.slice(tag.start + tag.raw.length))?.[0] ?? '';
  return isFirstOnLine ? rest : '';
}

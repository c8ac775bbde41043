const ARROW = '=>';
/** V3's own reader takes both. */
const ARROWS = /[=＝]>/u;
const LIKE_AN_ARROW = /([=＝])(\\*>)/gu;
const ESCAPED_ARROW = /([=＝])\\(\\*>)/gu;

/** `发货=>催发货`, as V3 writes nested groups. */
export function writeGroupPath(path: readonly string[]): string {
  return path.map((name) => name.replaceAll(LIKE_AN_ARROW, '$1\\$2')).join(ARROW);
}

export function readGroupPath(text: string): string[] {
  return text
    .split(ARROWS)
    .map((name) => name.replaceAll(ESCAPED_ARROW, '$1$2').trim())
    .filter((name) => name !== '');
}

/** Between the memos of an order; agents and exports write the narrow sign as well. */
const SEPARATOR = '；';
const PARTS = /[;\n\r]/;
/** 拼多多 signs each memo by itself: `[示例旗舰店:小满 06/10 10:20]`. */
const SIGNATURE = /\[[^[\]]*:[^[\]]*\d{1,2}\/\d{1,2}\d{1,2}:\d{2}\]/g;
/** A cell this short may be a masked or cut memo. */
const SHORTEST_WHOLE = 4;

/** So many bytes the platform stores for the text; it counts those of UTF-8. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const sign of text) {
    const code = sign.codePointAt(0) ?? 0;
    if (code < 0x80) bytes += 1;
    else if (code < 0x8_00) bytes += 2;
    else bytes += code < 0x1_00_00 ? 3 : 4;
  }
  return bytes;
}

/** One writing of all memos that read alike: width, blanks and what the platform adds by itself make no difference. */
export function normalisedMemo(text: string): string {
  const folded = text.normalize('NFKC');
  // Only a blank stands between the parts of a signature; lines part memos.
  return folded
    .replaceAll(/[^\S\n\r]+/g, '')
    .replaceAll(SIGNATURE, '')
    .trim();
}

const partsOf = (memo: string): readonly string[] =>
  normalisedMemo(memo)
    .split(PARTS)
    .filter((part) => part !== '');

/** How often the words of the parts stand in the text. */
function occurrences(text: string, part: string): number {
  return text.split(part).length - 1;
}

/** Whether the memo has the fragment as a part of its own. */
export function hasFragment(memo: string | null, fragment: string): boolean {
  const parts = new Set(partsOf(memo ?? ''));
  return partsOf(fragment).every((part) => parts.has(part));
}

/** O1: the platform replaces the memo, so what it is to be is the old one with the new texts behind it. */
export function withFragments(memo: string | null, fragments: readonly string[]): string {
  return fragments.reduce((text, fragment) => {
    if (hasFragment(text, fragment)) return text;
    const old = text.trim().replace(/[;；]$/, '');
    return old === '' ? fragment : `${old}${SEPARATOR}${fragment}`;
  }, memo ?? '');
}

type WrittenMemo = { readonly fragment: string; readonly fullText: string };

/**
 * Whether the memo of an import is the one that was written. `null`: a masked or cut cell does not say. Somebody may have
 * written more around it, so it need not be a part of its own; then it must stand there as often as in the whole text.
 */
export function showsMemo(
  shown: { readonly memo: string | null; readonly memoBefore: string | null },
  { fragment, fullText }: WrittenMemo,
): boolean | null {
  const memo = shown.memo ?? '';
  if (hasFragment(memo, fragment)) return true;
  const [text, whole] = [normalisedMemo(memo), normalisedMemo(fullText)];
  const isThere = partsOf(fragment).every((part) => occurrences(text, part) >= occurrences(whole, part));
  if (isThere) return true;
  const isCut = /(?:…|\.\.\.)$/.test(text);
  // A memo that was as short before has only not been written to.
  const isShort =
    text !== '' && text.length <= SHORTEST_WHOLE && text.length < normalisedMemo(fragment).length;
  return isCut || (isShort && shown.memo !== shown.memoBefore) ? null : false;
}

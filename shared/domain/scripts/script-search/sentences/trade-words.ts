/** A word of the trade and how else customers say it: `退款` is also `退钱`. */
export type TradeWords = Readonly<Record<string, readonly string[]>>;

/** Words that hold a number: how long ago, how much, how large. */
const AMOUNTS: readonly (readonly [string, RegExp])[] = [
  ['时长', /(?:[一二两三四五六七八九十几半\d]+个?多?|好几|很多|好多)(?:天|日|周|星期|礼拜|个月|月|年)/u],
  ['金额', /[一二两三四五六七八九十百几\d]+(?:块|元|毛)/u],
  ['尺寸数', /\d{2,3}(?:斤|公斤|千克|kg|厘米|公分|cm|码|的?身高)|一米[一二三四五六七八九\d]/u],
];

/** Finds every word of the trade that stands in a text, under the one name that all its ways of saying have. */
export function createWordFinder(words: TradeWords): (text: string) => ReadonlySet<string> {
  const names = new Map<string, Set<string>>();
  const lengths = new Map<string, Set<number>>();
  for (const [name, others] of Object.entries(words)) {
    for (const said of [name, ...others]) {
      names.set(said, (names.get(said) ?? new Set()).add(name));
      const first = said.charAt(0);
      lengths.set(first, (lengths.get(first) ?? new Set()).add(said.length));
    }
  }
  return (text) => {
    const found = new Set<string>();
    for (let at = 0; at < text.length; at++) {
      for (const length of lengths.get(text.charAt(at)) ?? []) {
        for (const name of names.get(text.slice(at, at + length)) ?? []) found.add(name);
      }
    }
    for (const [name, pattern] of AMOUNTS) if (pattern.test(text)) found.add(name);
    return found;
  };
}

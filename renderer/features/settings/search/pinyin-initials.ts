/** The first sign of each initial, in the order in which Chinese is sorted by its sound. */
const FIRST_SIGNS = Array.from('阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀');
const INITIALS = 'abcdefghjklmnopqrstwxyz';
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const isHan = /\p{Script=Han}/u;

function initialOf(sign: string): string {
  if (!isHan.test(sign)) return sign.toLowerCase();
  const place = FIRST_SIGNS.findLastIndex((first) => collator.compare(first, sign) <= 0);
  return INITIALS[place] ?? sign;
}

/** `静默时段` → `jmsd`. The order of sorting tells the initial, so that the page needs no dictionary. */
export function pinyinInitials(text: string): string {
  return Array.from(text, initialOf).join('');
}

/** The first character of each initial, in the order in which Chinese is sorted by its sound. */
const FIRST_OF_INITIAL = Array.from('阿八嚓哒妸发旮哈讥咔垃痳拏噢妑七呥扨它穵夕丫帀');
const INITIALS = 'abcdefghjklmnopqrstwxyz';
const HAN = /\p{Script=Han}/u;
const bySound = new Intl.Collator('zh-Hans-CN-u-co-pinyin');

const known = new Map<string, string>();

function initialOf(character: string): string {
  if (!HAN.test(character)) return character.toLowerCase();
  const place = FIRST_OF_INITIAL.findLastIndex((first) => bySound.compare(first, character) <= 0);
  return INITIALS[place] ?? character;
}

/**
 * `静默时段` → `jmsd`; of a character with several readings one, and small letters. The order of sorting tells the
 * initial, so that no dictionary is needed.
 */
export function pinyinInitialsOf(text: string): string {
  let initials = '';
  for (const character of text) {
    const initial = known.get(character) ?? initialOf(character);
    known.set(character, initial);
    initials += initial;
  }
  return initials;
}

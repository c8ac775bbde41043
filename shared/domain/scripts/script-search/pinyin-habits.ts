/** Other spellings of a syllable by people who do not tell the sounds apart, most of the south among them. */
const INITIALS: readonly (readonly [string, string])[] = [
  ['zh', 'z'],
  ['ch', 'c'],
  ['sh', 's'],
  ['n', 'l'],
];
const UMLAUTS = ['u', 'yu'];

function otherInitials(syllable: string): string[] {
  for (const [one, other] of INITIALS) {
    if (syllable.startsWith(one)) return [other + syllable.slice(one.length)];
    if (syllable.startsWith(other)) return [one + syllable.slice(other.length)];
  }
  return [];
}

/** `ang` and `an`, `eng` and `en`, `ing` and `in`. */
function otherEndings(syllable: string): string[] {
  if (/[aei]ng$/u.test(syllable)) return [syllable.slice(0, -1)];
  return /[aei]n$/u.test(syllable) ? [`${syllable}g`] : [];
}

const otherUmlauts = (syllable: string): string[] =>
  /^[ln]v/u.test(syllable) ? UMLAUTS.map((vowel) => syllable.replace('v', vowel)) : [];

/** The syllable itself and the spellings that are taken for it. */
export function spellingsOf(syllable: string): string[] {
  const endings = [syllable, ...otherEndings(syllable)];
  return [...new Set(endings.concat(endings.flatMap(otherInitials), endings.flatMap(otherUmlauts)))];
}

/** One letter missing, too many, wrong, or two of them the wrong way round. */
export function isOneSlipAway(typed: string, meant: string): boolean {
  if (typed === meant || Math.abs(typed.length - meant.length) > 1) return false;
  const [short, long] = typed.length < meant.length ? [typed, meant] : [meant, typed];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at++;
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1);
  if (short.slice(at + 1) === long.slice(at + 1)) return true;
  const isSwapped = short[at] === long[at + 1] && short[at + 1] === long[at];
  return isSwapped && short.slice(at + 2) === long.slice(at + 2);
}

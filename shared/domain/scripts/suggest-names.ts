import { pinyinInitialsOf } from '../pinyin-initials.ts';

const LONGEST_TITLE = 16;
const SHORTEST_CLAUSE = 3;
const PAUSES = /[，。！？；：~～、,.!?;:\s]+/u;
/** Said at the beginning of nearly every message. */
const GREETING = /^(?:亲+|您好|你好|在的|哈喽|hi|hello|好的|嗯+|亲爱的)/iu;

/** The first clause that says something. */
export function titleFor(text: string): string {
  const clauses = text.split(PAUSES).filter((clause) => clause !== '');
  const telling = clauses.find((clause) => clause.length >= SHORTEST_CLAUSE && !GREETING.test(clause));
  return (telling ?? clauses[0] ?? text).slice(0, LONGEST_TITLE);
}

/** As the scripts beside it are numbered: behind `fh4` comes `fh5`; without any, by the initials of the title. */
export function codeFor(title: string, nearest: string | null, taken: (code: string) => boolean): string {
  const initials = pinyinInitialsOf(title)
    .replaceAll(/[^a-z]/gu, '')
    .slice(0, 2);
  const prefix = /^[a-z]+/iu.exec(nearest ?? '')?.[0] ?? (initials === '' ? 'xz' : initials);
  let number = 1;
  while (taken(`${prefix}${number}`)) number += 1;
  return `${prefix}${number}`;
}

/** One word of a text by which a parcel is looked for. */
export type ParcelWord = {
  readonly text: string;
  readonly kind: 'number' | 'tail' | 'name';
};

/** A paste of more words is a file, and files are imported. */
const MOST_WORDS = 200;

const SHORTEST_NUMBER = 8;
const SHORTEST_TAIL = 4;

/** Numbers of chats that are no parcel: `2026-06-12 20:00:05`, `20:00`, `6/12`, `¥39.90`, `39元`. */
const NO_NUMBER =
  /(?<![\w-])(?:\d{2,4}[-/.年]\d{1,2}(?:[-/.月]\d{1,2})?日?|\d{1,2}月\d{1,2}[日号]|\d{1,2}:\d{2}(?::\d{2})?|\d{1,5}(?:\.\d+)?\s*[元块天])(?![\w-])|[¥￥]\s*\d+(?:\.\d+)?/gu;
const TOKEN = /[a-z]{0,4}\d[\d-]*/giu;
/** Words around a name: `收件人：林小满`. */
const BEFORE_NAME = /^(?:收[件货]人|姓名|客户|买家|名字|叫)?[:：\s]*/u;
const BETWEEN = /[\n\r\t,，;；、|｜]+/u;

/** `林小满`, `山间一壶茶`, `tb1234`: a piece that is short and says nothing else. */
const NAME = /^[\p{Script=Han}a-z*·_]{2,12}$/iu;

const wordOf = (token: string): ParcelWord | null => {
  const text = token.replace(/-+$/u, '').toUpperCase();
  const digits = text.replaceAll(/\D/gu, '').length;
  if (digits < SHORTEST_TAIL) return null;
  return { text, kind: text.length >= SHORTEST_NUMBER ? 'number' : 'tail' };
};

/** The numbers of a piece; without any, the piece itself where it can be a name. */
function wordsOfPiece(piece: string): ParcelWord[] {
  const rest = piece.replaceAll(NO_NUMBER, ' ');
  const numbers = (rest.match(TOKEN) ?? []).flatMap((token) => wordOf(token) ?? []);
  if (numbers.length > 0 || /\d/u.test(piece)) return numbers;
  const names = piece.trim().replace(BEFORE_NAME, '').split(/\s+/u);
  return names.filter((name) => NAME.test(name)).map((name) => ({ text: name, kind: 'name' as const }));
}

/**
 * The words by which parcels are looked for in a text that was copied somewhere: whole numbers, last digits of a number or a phone
 * and names, each once, in the order of the text.
 */
export function readParcelPaste(text: string): ParcelWord[] {
  const words = new Map<string, ParcelWord>();
  for (const piece of text.split(BETWEEN)) {
    for (const word of wordsOfPiece(piece)) if (!words.has(word.text)) words.set(word.text, word);
  }
  return [...words.values()].slice(0, MOST_WORDS);
}

/** A text as it is looked for in orders; `null` where it cannot be such a word. */
export type OrderWords = {
  /** The beginning of a number or a name. */
  readonly start: string;
  /** The last digits of a number. */
  readonly digits: string | null;
  readonly amountFen: number | null;
  /** A part of a nick or of a product's title, in small letters. */
  readonly part: string | null;
  readonly initials: string | null;
};

const SHORTEST_TAIL = 4;
const SHORTEST_PART = 2;
/** Customers write `订单号后六位040291`, couriers `尾号 1234`. */
const BEFORE_DIGITS =
  /^(?:订单|运单|快递|物流|手机|电话|单号|编号|尾号|号码?|后[四五六七八]位|是|[:：#\s])+(?=\d)/u;
const AMOUNT = /^[¥￥]?\s*(\d{1,7})(?:\.(\d{1,2}))?\s*元?$/u;

function amountFenIn(text: string): number | null {
  const [, yuan, fraction = ''] = AMOUNT.exec(text) ?? [];
  return yuan === undefined ? null : Number(yuan + fraction.padEnd(2, '0'));
}

export function readOrderWords(typed: string): OrderWords {
  const text = typed.trim().replace(BEFORE_DIGITS, '');
  const isNumber = /^\d+$/u.test(text);
  const isLetters = /^[a-z]+$/iu.test(text);
  const isPart = text.length >= SHORTEST_PART && !isNumber;
  return {
    start: text,
    // Of a parcel's number the letters are often left out, and as often said.
    digits: /^[a-z]{0,4}\d+$/iu.test(text) && text.length >= SHORTEST_TAIL ? text : null,
    amountFen: amountFenIn(text),
    part: isPart ? text.toLowerCase() : null,
    initials: isLetters && text.length >= SHORTEST_PART ? text.toLowerCase() : null,
  };
}

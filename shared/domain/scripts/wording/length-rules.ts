import { BLANK, HOUSE, type WordingRule, type WordingSpan } from './wording-rule.ts';

/** R13: long text goes out in two or three messages. */
const LONGEST_PART = 120;
const MOST_SENTENCES = 4;
/** Enough of the sentence's end to find the place again. */
const QUOTED = 6;

/** Only there where the shop has set a limit. */
export const OVER_LIMIT = 'over-limit';

const SENTENCE_END = /[。！？!?；;\n]+["”』」）)]*/gu;
const PAUSE = /[，,、：:\s]+/gu;

function endsOf(text: string, pattern: RegExp): number[] {
  // A cut behind the last sign cuts nothing off.
  return [...text.matchAll(pattern)]
    .map(({ 0: signs, index }) => index + signs.length)
    .filter((end) => text.slice(end).trim() !== '');
}

function sentenceCount(text: string): number {
  return text.split(SENTENCE_END).filter((sentence) => sentence.trim() !== '').length;
}

/** The end of a sentence nearest to where equal messages would meet; the end of a phrase if there is no other. */
function splitPlace(text: string): number | undefined {
  const wanted = text.length / Math.max(2, Math.ceil(text.length / LONGEST_PART));
  const sentences = endsOf(text, SENTENCE_END);
  return (sentences.length > 0 ? sentences : endsOf(text, PAUSE)).toSorted(
    (one, other) => Math.abs(one - wanted) - Math.abs(other - wanted),
  )[0];
}

/** The last signs in front of the place, as far as they are no part of a variable. */
function quoteBefore(text: string, end: number): number {
  const variableEnd = text.lastIndexOf(BLANK, end - 1) + 1;
  return Math.max(0, end - QUOTED, variableEnd);
}

/** Without a place to cut the finding marks the last own sign: the agent has to make the text shorter. */
function endOfOwnText(text: string): number {
  return text.length - (/\uFFFC*$/u.exec(text)?.[0].length ?? 0);
}

function spanBefore(text: string, why: string): readonly WordingSpan[] {
  const place = splitPlace(text);
  const end = place ?? endOfOwnText(text);
  const start = quoteBefore(text, end);
  if (start >= end) return [];
  const advice = place === undefined ? '建议写短一些' : `可在“${text.slice(start, end).trim()}”之后拆开`;
  return [{ start, end, explanation: `${why}，${advice}`, canSplit: place !== undefined }];
}

function tooLong(text: string): readonly WordingSpan[] {
  return text.length > LONGEST_PART ? spanBefore(text, `超过 ${LONGEST_PART} 字`) : [];
}

/** The agent is told once that a text is too long, not once more for its sentences. */
function tooManySentences(text: string): readonly WordingSpan[] {
  const count = sentenceCount(text);
  return count > MOST_SENTENCES && text.length <= LONGEST_PART
    ? spanBefore(text, `一段有 ${count} 句话`)
    : [];
}

const SENTENCE = '客服为您核对了订单里的商品和规格。';

/** Only the shop knows how much its platform takes in one message. */
export function limitRule(mostChars: number): WordingRule {
  return {
    id: OVER_LIMIT,
    name: '超出平台字数',
    severity: 'warning',
    explanation: `一条消息最多 ${mostChars} 字`,
    source: { kind: 'platform', name: '单条消息字数，本店设置' },
    match: {
      kind: 'function',
      find: (text) => (text.length > mostChars ? spanBefore(text, `超过平台的 ${mostChars} 字`) : []),
    },
    hits: ['长'.repeat(mostChars + 1)],
    misses: ['短'.repeat(mostChars)],
  };
}

export const LENGTH_RULES: readonly WordingRule[] = [
  {
    id: 'too-long',
    name: '过长的一段',
    severity: 'advice',
    explanation: '长内容分 2–3 条发，客户更容易读完',
    source: HOUSE,
    match: { kind: 'function', find: tooLong },
    hits: [SENTENCE.repeat(8), '长'.repeat(LONGEST_PART + 1)],
    misses: [SENTENCE, '短'.repeat(LONGEST_PART)],
  },
  {
    id: 'many-sentences',
    name: '过多的句子',
    severity: 'advice',
    explanation: '一条消息说一件事，分 2–3 条发',
    source: HOUSE,
    match: { kind: 'function', find: tooManySentences },
    hits: ['您好。在的。有货。可以拍。今天发。', '一？二？三？四？五？'],
    misses: ['您好。在的。有货。可以拍。', SENTENCE.repeat(8)],
  },
];

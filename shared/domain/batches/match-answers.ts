import type { BatchItem } from './batch-item.ts';

/** An answer as it came back; what names its question is as the file or the text has it. */
export type GivenAnswer = {
  /** Row of the sheet or line of the text. */
  readonly line: number;
  readonly id: string | null;
  /** Order and tracking numbers, or words that may be such numbers. */
  readonly numbers: readonly string[];
  readonly answer: string;
};

export type Matched = { readonly item: BatchItem; readonly answer: string };
export type Unmatched = { readonly line: number; readonly answer: string; readonly reason: string };
export type MatchedAnswers = { readonly matched: Matched[]; readonly unmatched: Unmatched[] };

/** Spreadsheets put quotes, tabs and signs around long numbers. */
const plain = (text: string): string => text.replaceAll(/[^\p{L}\p{N}]/gu, '').toUpperCase();

type Found = { readonly item: BatchItem } | { readonly reason: string };

function createFinder(items: readonly BatchItem[]) {
  const byId = new Map(items.map((item) => [plain(item.id), item]));
  const byNumber = new Map<string, BatchItem[]>();
  for (const item of items)
    for (const number of new Set([item.orderNo, item.trackingNo]))
      if (number) byNumber.set(plain(number), [...(byNumber.get(plain(number)) ?? []), item]);

  function byNumbers(numbers: readonly string[]): Found {
    const [first, ...others] = new Set(numbers.flatMap((number) => byNumber.get(number) ?? []));
    if (first === undefined) return { reason: '没有待回复的问题用这个编号、订单编号或快递单号' };
    if (others.length > 0) return { reason: `对应 ${others.length + 1} 条待回复的问题，请写上编号` };
    return { item: first };
  }

  return ({ id, numbers: given }: GivenAnswer): Found => {
    const numbers = given.map(plain).filter((number) => number !== '');
    if (id === null || plain(id) === '') return byNumbers(numbers);
    const item = byId.get(plain(id));
    if (item === undefined) return { reason: `编号 ${id.trim()} 不在待回复的问题中` };
    // A sheet of which only some columns were sorted would give answers to the wrong customers.
    const own = new Set([item.orderNo, item.trackingNo].flatMap((number) => (number ? [plain(number)] : [])));
    const isForeign = numbers.some((number) => !own.has(number) && byNumber.has(number));
    return isForeign ? { reason: '编号和订单编号或快递单号不是同一条，请核对是否只排序了部分列' } : { item };
  };
}

/**
 * Each answer with its question, by row id, else by order or tracking number, in whatever order they came. What cannot be
 * told for certain is kept with the reason, and its question stays open.
 */
export function matchAnswers(items: readonly BatchItem[], answers: readonly GivenAnswer[]): MatchedAnswers {
  const find = createFinder(items);
  const unmatched: Unmatched[] = [];
  const found = new Map<BatchItem, GivenAnswer[]>();
  for (const given of answers) {
    const hit = find(given);
    if ('item' in hit) found.set(hit.item, [...(found.get(hit.item) ?? []), given]);
    else unmatched.push({ line: given.line, answer: given.answer, reason: hit.reason });
  }
  const matched: Matched[] = [];
  for (const [item, given] of found) {
    const [answer = '', ...others] = new Set(given.map((one) => one.answer));
    if (others.length === 0) matched.push({ item, answer });
    else
      for (const one of given)
        unmatched.push({
          line: one.line,
          answer: one.answer,
          reason: '同一个问题有几个不同的回复，请只留一个',
        });
  }
  return { matched, unmatched: unmatched.toSorted((a, b) => a.line - b.line) };
}

import { withoutBlanks } from '../shipping/fast-goods.ts';
import type { Order } from './order.ts';

/** The scores of a shop, and the line below which its goods are rated low. */
type Scores = { readonly goods: readonly string[]; readonly threshold: string };

/** `'保温杯 4.6'`: goods by any part of title or merchant's code, and their score; `null`: it is not written so. */
export function scoredGoodsOf(line: string): { readonly word: string; readonly score: number } | null {
  const at = line.lastIndexOf(' ');
  const word = line.slice(0, Math.max(at, 0)).trim();
  const score = line.slice(at + 1);
  return word === '' || !/^[0-5](?:\.\d{1,2})?$/.test(score) ? null : { word, score: Number(score) };
}

/** O9: the lowest score of the goods in the order that customers rate below the line of the shop; `null`: none is so. */
export function lowScoreOf(
  { itemTitle, merchantCode }: Pick<Order, 'itemTitle' | 'merchantCode'>,
  { goods, threshold }: Scores,
): number | null {
  if (goods.length === 0) return null;
  const texts = [itemTitle, merchantCode].filter((text) => text !== null).map(withoutBlanks);
  // An import asks it of every order that is out, so a line is read only once its words are found.
  const scores = goods.flatMap((line) => {
    const word = line.slice(0, Math.max(line.lastIndexOf(' '), 0));
    const sought = word.includes(' ') ? withoutBlanks(word) : word;
    if (!texts.some((text) => text.includes(sought))) return [];
    const score = scoredGoodsOf(line)?.score ?? Infinity;
    return score < Number(threshold) ? [score] : [];
  });
  return scores.length === 0 ? null : Math.min(...scores);
}

import { z } from 'zod';
import { ORDER_STATUS_LABELS } from '../../shared/domain/orders/order.ts';
import { orderStatusWord } from '../../shared/domain/orders/status-words.ts';
import {
  isKnownRefundStatus,
  REFUND_STATE_LABELS,
  refundStateOf,
} from '../../shared/domain/refunds/refund-words.ts';
import type { ReadableDb } from './connection.ts';

/** A word of a platform that stands in no list of ours, and what it is taken for. */
export const NewWordInStore = z.object({ word: z.string(), readAs: z.string(), rows: z.int() });
export type NewWordInStore = z.infer<typeof NewWordInStore>;

type Word = { readonly word: string; readonly rows: number };

const MOST_WORDS = 50;
/**
 * A file whose columns are out of place has anything in the column of the status. What is told to strangers is written
 * in Chinese, short, and speaks of the way of an order.
 */
const MAY_BE_TOLD = /^(?=.{2,16}$)(?=.*[付款发货收签退关闭消成锁审核待])[\p{Script=Han}\p{P}]*$/u;

/** Reads every order and every refund. */
export function readNewWords(db: ReadableDb): NewWordInStore[] {
  const wordsOf = (table: 'orders' | 'refunds') =>
    db
      .prepare<[], Word>(/* sql */ `
        SELECT platform_status AS word, count(*) AS rows FROM ${table}
        WHERE platform_status IS NOT NULL GROUP BY platform_status ORDER BY rows DESC`)
      .all()
      .filter(({ word }) => MAY_BE_TOLD.test(word));
  const ofOrders = wordsOf('orders').flatMap(({ word, rows }) => {
    const read = orderStatusWord(word);
    return read?.isNew ? [{ word, rows, readAs: ORDER_STATUS_LABELS[read.status ?? 'unknown'] }] : [];
  });
  const ofRefunds = wordsOf('refunds').flatMap(({ word, rows }) => {
    const readAs = REFUND_STATE_LABELS[refundStateOf({ platformStatus: word, intervention: null })];
    return isKnownRefundStatus(word) ? [] : [{ word, rows, readAs }];
  });
  return [...ofOrders, ...ofRefunds].slice(0, MOST_WORDS);
}

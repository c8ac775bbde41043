import { orderStatusWord, type StatusWord } from '../../../../../shared/domain/orders/status-words.ts';
import { Unreadable } from '../../../reading/cells/unreadable.ts';

const NO_STATUS = new Unreadable('不是订单状态，内容可能错位；请核对原始文件中的这一格');

/** One cell says both how far an order is and in which words. */
export function ofStatus<F extends 'status' | 'platformStatus'>(field: F) {
  return () =>
    (text: string): StatusWord[F] | Unreadable => {
      const word = orderStatusWord(text);
      return word ? word[field] : NO_STATUS;
    };
}

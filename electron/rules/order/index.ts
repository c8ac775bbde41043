import type { OrderRule } from '../../../shared/domain/orders/order-subject.ts';
import { answerConcession } from './answer-concession.ts';
import { chaseUnpaidOrder } from './chase-unpaid-order.ts';
import { findDuplicateOrder } from './find-duplicate-order.ts';
import { followDispute } from './follow-dispute.ts';

/** Every duty about an order, one rule each. */
export const orderRules: readonly OrderRule[] = [
  chaseUnpaidOrder,
  findDuplicateOrder,
  followDispute,
  answerConcession,
];

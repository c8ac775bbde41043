import type { OrderRule } from '../../../shared/domain/orders/order-subject.ts';
import { answerConcession } from './answer-concession.ts';
import { callPresaleCustomer } from './call-presale-customer.ts';
import { careForLowScores } from './care-for-low-scores.ts';
import { chaseUnpaidOrder } from './chase-unpaid-order.ts';
import { findDuplicateOrder } from './find-duplicate-order.ts';
import { followDispute } from './follow-dispute.ts';
import { remindToReorder } from './remind-to-reorder.ts';
import { shipInTime } from './ship-in-time.ts';
import { writeBackMemo } from './write-back-memo.ts';

/** Every duty about an order, one rule each. */
export const orderRules: readonly OrderRule[] = [
  chaseUnpaidOrder,
  remindToReorder,
  findDuplicateOrder,
  followDispute,
  answerConcession,
  writeBackMemo,
  shipInTime,
  callPresaleCustomer,
  careForLowScores,
];

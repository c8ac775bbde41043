import type { OrderRule } from '../../shared/domain/order-subject.ts';
import { answerConcession, concessionSettledBy } from './answer-concession.ts';
import { chaseSettledBy, chaseUnpaidOrder } from './chase-unpaid-order.ts';
import { duplicateSettledBy, findDuplicateOrder } from './find-duplicate-order.ts';
import { disputeSettledBy, followDispute } from './follow-dispute.ts';

/** Every duty about an order, one rule each. */
export const orderRules: readonly OrderRule[] = [
  { kind: 'chase', find: chaseUnpaidOrder, settledBy: chaseSettledBy },
  { kind: 'duplicate', find: findDuplicateOrder, settledBy: duplicateSettledBy },
  { kind: 'dispute', find: followDispute, settledBy: disputeSettledBy },
  { kind: 'concession', find: answerConcession, settledBy: concessionSettledBy },
];

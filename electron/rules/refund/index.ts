import type { RefundRule } from '../../../shared/domain/refunds/refund-subject.ts';
import { answerPlatform } from './answer-platform.ts';
import { answerRefund } from './answer-refund.ts';
import { getReturnNumber } from './get-return-number.ts';
import { receiveReturn } from './receive-return.ts';

/** Every duty about a refund, one rule each. */
export const refundRules: readonly RefundRule[] = [
  answerRefund,
  receiveReturn,
  getReturnNumber,
  answerPlatform,
];

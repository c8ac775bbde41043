import { ANSWER_STEP_LABELS, REFUND_STAGES } from '../../refunds/refund-steps.ts';
import { labelIn, PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** A2, A4: a refund that waits for the shop's answer. */
export const refund: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '退款申请',
  stepLabel: labelIn(ANSWER_STEP_LABELS),
  endEvent: '超时',
  money: '退款',
  done: { label: '已处理', activity: 'task-done' },
  scripts: (step) => ({ step, stages: REFUND_STAGES }),
};

import { REFUND_STAGES, RETURN_STEP_LABELS } from '../../refunds/refund-steps.ts';
import { labelIn, PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** A4: goods on their way back, and the money that goes back without them. */
export const refundReturn: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '退货',
  stepLabel: labelIn(RETURN_STEP_LABELS),
  endEvent: '超时',
  money: '退款',
  done: { label: '已处理', activity: 'task-done' },
  scripts: (step) => ({ step, stages: REFUND_STAGES }),
};

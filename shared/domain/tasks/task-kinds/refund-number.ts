import { NUMBER_STEP_LABELS, REFUND_STAGES } from '../../refunds/refund-steps.ts';
import { labelIn, PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** A5: a return without a tracking number. */
export const refundNumber: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '退货单号',
  stepLabel: labelIn(NUMBER_STEP_LABELS),
  endEvent: '关闭',
  money: '退款',
  done: { label: '已联系', activity: 'task-done' },
  scripts: (step) => ({ step, stages: REFUND_STAGES }),
};

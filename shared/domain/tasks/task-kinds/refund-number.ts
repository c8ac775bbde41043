import { NUMBER_STEP_LABELS, REFUND_STAGES, stepLabelIn } from '../../refunds/refund-steps.ts';
import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** A5: a return without a tracking number. */
export const refundNumber: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '退货单号',
  stepLabel: (step) => stepLabelIn(NUMBER_STEP_LABELS, step),
  endEvent: '关闭',
  money: '退款',
  done: { label: '已联系', activity: 'task-done' },
  scripts: (step) => ({ step, stages: REFUND_STAGES }),
};

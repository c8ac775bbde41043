import { PLATFORM_STEP_LABELS, REFUND_STAGES } from '../../refunds/refund-steps.ts';
import { labelIn, PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** A4: after a refusal, and once the platform has the matter. */
export const refundPlatform: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '拒绝与介入',
  stepLabel: labelIn(PLATFORM_STEP_LABELS),
  endEvent: '截止',
  money: '退款',
  done: { label: '已处理', activity: 'task-done' },
  scripts: (step) => ({ step, stages: REFUND_STAGES }),
};

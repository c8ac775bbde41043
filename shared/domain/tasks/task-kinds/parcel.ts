import { PARCEL_STAGES, WATCH_STEP_LABELS } from '../../parcels/parcel-steps.ts';
import { labelIn, PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** O13: something is wrong with a parcel, and the customer hears of it before asking. */
export const parcel: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '包裹异常',
  stepLabel: labelIn(WATCH_STEP_LABELS),
  done: { label: '已告知客户', activity: 'task-done' },
  // Each is a message to one customer.
  isDoneInBulk: false,
  scripts: (step) => ({ step, stages: PARCEL_STAGES }),
};

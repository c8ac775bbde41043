import { PARCEL_STAGES, RECEIPT_STEP_LABELS } from '../../parcels/parcel-steps.ts';
import { labelIn, PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** O13: the platform is about to confirm a receipt that there was not. */
export const parcelReceipt: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '自动收货',
  stepLabel: labelIn(RECEIPT_STEP_LABELS),
  endEvent: '自动收货',
  done: { label: '已延长', activity: 'task-done' },
  scripts: (step) => ({ step, stages: PARCEL_STAGES }),
};

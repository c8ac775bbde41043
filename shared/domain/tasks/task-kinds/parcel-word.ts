import { PARCEL_STAGES, WORD_STEP_LABELS } from '../../parcels/parcel-steps.ts';
import { labelIn, PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** O13: the next word to a customer who waits for a parcel. */
export const parcelWord: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '包裹进展',
  stepLabel: labelIn(WORD_STEP_LABELS),
  done: { label: '已告知客户', activity: 'task-done' },
  isDoneInBulk: false,
  scripts: (step) => ({ step, stages: PARCEL_STAGES }),
};

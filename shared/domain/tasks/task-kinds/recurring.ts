import { ownValue } from '../../../own-value.ts';
import { RECURRING_DUTIES } from '../../shared-parts/recurring-duties/index.ts';
import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** A duty that comes back with every turn of its schedule; the step is the duty, the occurrence its turn. */
export const recurring: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '例行工作',
  stepLabel: (step) => ownValue(RECURRING_DUTIES, step)?.label,
  isNamedByStep: true,
  scripts: (step) => ({ step, stages: ['relation'] }),
  endEvent: '截止',
  missed: 'ends',
};

import { deadlineKindSpec } from '../../shared-parts/deadline.ts';
import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** The end of something comes near; the step is what ends. */
export const deadline: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '截止提醒',
  stepLabel: (step) => deadlineKindSpec(step)?.label,
  isNamedByStep: true,
  endEvent: '截止',
  scripts: (step) => ({ step, stages: ['relation'] }),
};

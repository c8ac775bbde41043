import { DEADLINE_KIND_SPECS } from '../deadline-kinds/index.ts';
import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** The end of something comes near; the step is what ends. */
export const deadline: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '截止提醒',
  stepLabel: (step) => DEADLINE_KIND_SPECS[step]?.label,
  isNamedByStep: true,
  scripts: (step) => ({ step, stages: ['relation'] }),
};

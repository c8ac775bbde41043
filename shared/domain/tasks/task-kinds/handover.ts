import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** H2: the sheet of the shift before is to be read and signed. */
export const handover: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '接班',
  isDoneInBulk: false,
  stepLabel: (step) => (step === 'receive' ? '看交接单并签收' : undefined),
  scripts: (step) => ({ step, stages: ['inquiry'] }),
  answeredIn: () => '交接单',
};

import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** X4: an import shows that what an agent said is not so. */
export const claimRefuted: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '核实未通过',
  stepLabel: (step) => (step === 'ask-again' ? '重新核实' : undefined),
  scripts: (step) => ({ step, stages: ['relation'] }),
};

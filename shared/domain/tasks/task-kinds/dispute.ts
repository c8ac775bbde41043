import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** P7: a claimed fee is looked after until the dispute has an outcome. */
export const dispute: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '纠纷跟进',
  stepLabel: (step) => (step === 'follow-up' ? '查看进展' : undefined),
  done: { label: '已跟进', activity: 'task-done' },
  // A dispute is what follows from the fee claim; its scripts are those of that step.
  scripts: () => ({ step: 'claim-fee', stages: ['chase-warn'] }),
};

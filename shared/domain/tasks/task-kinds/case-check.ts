import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** A case that waits for somebody is looked at again; what came of it is said in the case. */
export const caseCheck: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '事务跟进',
  stepLabel: (step) => (step === 'look' ? '查看答复' : undefined),
  scripts: (step) => ({ step, stages: ['order-change', 'after-sales'] }),
  answeredIn: () => '事务',
};

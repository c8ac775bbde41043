import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** A step of a case is to be done. It ends where the case moves on, and in no other way. */
export const caseStep: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '事务处理',
  stepLabel: (step) => (step === 'do' ? '处理当前步骤' : undefined),
  scripts: (step) => ({ step, stages: ['order-change', 'after-sales'] }),
  answeredIn: () => '事务',
};

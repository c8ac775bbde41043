import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** A time that was agreed with a customer comes near, whatever the step of the case. */
export const caseReminder: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '事务提醒',
  stepLabel: (step) => (step === 'remind' ? '到期提醒' : undefined),
  scripts: (step) => ({ step, stages: ['order-change', 'after-sales'] }),
};

import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** P8: the customer is asked whether two orders of the same things are meant. */
export const duplicate: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '重复下单',
  stepLabel: (step) => (step === 'confirm' ? '请客户确认' : undefined),
  done: { label: '已确认', activity: 'duplicate-settled' },
  scripts: (step) => ({ step, stages: ['duplicate'] }),
};

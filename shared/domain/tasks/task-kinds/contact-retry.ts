import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** Somebody was not reached and is tried again. */
export const contactRetry: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '再次联系',
  stepLabel: (step) => (step === 'try-again' ? '再次联系' : undefined),
  scripts: (step) => ({ step, stages: ['relation'] }),
};

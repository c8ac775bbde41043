import { BY_HAND, PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** A promise that an agent wrote down by hand: anything, about any subject. */
export const followUp: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '跟进',
  isMadeByHand: true,
  stepLabel: (step) => (step === BY_HAND ? '手工登记' : undefined),
  scripts: (step, { hasAgreedTime }) => ({
    step,
    stages: hasAgreedTime ? ['chase-confirm', 'inquiry'] : ['inquiry', 'relation'],
  }),
};

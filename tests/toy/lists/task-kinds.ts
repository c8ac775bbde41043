import { TASK_KIND_SPECS as PRODUCT } from '../../../shared/domain/tasks/task-kinds/index.ts';
import { PLAIN_KIND } from '../../../shared/domain/tasks/task-kinds/task-kind-spec.ts';

export const TASK_KIND_SPECS = {
  ...PRODUCT,
  'find-toy': {
    ...PLAIN_KIND,
    label: '查玩具包裹',
    stepLabel: (step: string) => (step === 'look' ? '查物流' : undefined),
    done: { label: '已查到', activity: 'task-done' },
    scripts: (step: string) => ({ step, stages: ['shipping'] as const }),
  },
} as const;

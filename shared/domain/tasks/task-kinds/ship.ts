import { labelIn, PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** O4: a paid order has to be shipped in time; late, its customer is spoken to. */
export const ship: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '发货跟进',
  stepLabel: labelIn({
    'warn-first': '临近发货期限',
    'warn-last': '即将超时',
    late: '超时未发货',
    'late-again': '再次联系',
    unproven: '没有发货',
  }),
  done: { label: '已处理', activity: 'ship-handled' },
  endEvent: '超时',
  // A missed step is over once the customer was spoken to in its place.
  missed: 'ends',
  scripts: (step) => ({ step, stages: ['shipping', 'order-change'] }),
};

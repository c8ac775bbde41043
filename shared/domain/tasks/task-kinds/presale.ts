import { labelIn, PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** O7: the customer of a pre-sale is called before it is late. */
export const presale: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '预售联系',
  stepLabel: labelIn({ d3: '预售临期', d1: '预售明天到期', d0: '预售今天到期', agreed: '约定发货' }),
  done: { label: '已处理', activity: 'ship-handled' },
  endEvent: '超时',
  // A missed step is over once the customer was spoken to in its place.
  missed: 'ends',
  scripts: (step) => ({ step, stages: ['presale', 'shipping'] }),
};

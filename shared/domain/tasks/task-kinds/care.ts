import { labelIn, PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** O9: the customer of goods that are rated low hears from the shop before the rating. */
export const care: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '低分关心',
  stepLabel: labelIn({ 'after-ship': '发货后留言', 'after-receipt': '收货后问满意' }),
  done: { label: '已留言', activity: 'task-done' },
  isDoneInBulk: false,
  endEvent: '评价期结束',
  missed: 'ends',
  scripts: (step) => ({
    step,
    stages: step === 'after-ship' ? ['relation', 'shipping'] : ['visit', 'relation'],
  }),
};

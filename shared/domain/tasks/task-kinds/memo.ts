import { labelIn, PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** O1: a memo that was copied has to be on the platform, until an import shows it. */
export const memo: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '订单备注',
  stepLabel: labelIn({ write: '写回备注', unproven: '备注没写上' }),
  done: { label: '已写回', activity: 'memo-written' },
  scripts: (step) => ({ step, stages: ['order-change'] }),
};

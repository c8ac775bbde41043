import { labelIn, PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

/** The step of it, which scripts are written for. */
export const REORDER_STEP_LABELS = { reorder: '再拍提醒' } as const;

/** P2: the customer will pay after the platform has closed the order, so they have to order again then. */
export const reorder: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '再拍提醒',
  stepLabel: labelIn(REORDER_STEP_LABELS),
  done: { label: '已提醒', activity: 'chased' },
  money: '待挽回',
  scripts: (step, { orderStatus }) => ({
    step,
    stages: orderStatus === 'closed' ? ['closed', 'chase-confirm'] : ['chase-confirm', 'chase-remedy'],
  }),
};

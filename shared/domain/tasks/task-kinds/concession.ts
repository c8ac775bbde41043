import { statusStages } from '../../orders/status-stages.ts';
import { labelIn, PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

const STEP_LABELS: Readonly<Record<string, string>> = {
  decide: '请主管答复',
  answer: '主管的答复',
  unkept: '优惠未兑现',
  'tell-price': '改价完成，告诉客户',
};

/** R10: the lead's decision, the agent's answer, and what an import did not show. */
export const concession: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '议价',
  stepLabel: labelIn(STEP_LABELS),
  done: { label: '已处理', activity: 'task-done' },
  money: '待挽回',
  // A promise that was not kept is talked about when the order is paid.
  scripts: (step, { orderStatus }) => ({
    step,
    stages: orderStatus === 'unpaid' ? ['bargain'] : statusStages(orderStatus),
  }),
  answeredIn: (step) => (step === 'decide' ? '议价' : null),
};

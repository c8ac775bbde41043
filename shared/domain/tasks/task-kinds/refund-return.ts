import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

const STEPS: Readonly<Record<string, string>> = {
  refuse: '先拒绝',
  trace: '查退货物流',
  'last-day': '最后一天',
  'pay-back': '验货退款',
  'dispute-goods': '退货有问题',
};

/** A4: goods on their way back, and the money that goes back without them. */
export const refundReturn: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '退货',
  stepLabel: (step) => STEPS[step],
  endEvent: '超时',
  money: '退款',
  done: { label: '已处理', activity: 'task-done' },
  scripts: (step) => ({ step, stages: ['after-sales'] }),
};

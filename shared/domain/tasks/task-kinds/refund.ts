import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

const STEPS: Readonly<Record<string, string>> = {
  first: '首次处理',
  'decide-24h': '超时前处理',
  'decide-4h': '即将超时',
  'unknown-state': '核实状态',
};

/** A2, A4: a refund that waits for the shop's answer. */
export const refund: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '退款申请',
  stepLabel: (step) => STEPS[step],
  endEvent: '超时',
  money: '退款',
  done: { label: '已处理', activity: 'task-done' },
  scripts: (step) => ({ step, stages: ['after-sales'] }),
};

import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

const STEPS: Readonly<Record<string, string>> = {
  'get-number': '催填单号',
  'get-number-3d': '催填单号（剩 3 天）',
  'get-number-1d': '催填单号（剩 1 天）',
  'arrived-no-number': '货到无单号',
};

/** A5: a return without a tracking number. */
export const refundNumber: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '退货单号',
  stepLabel: (step) => STEPS[step],
  endEvent: '关闭',
  money: '退款',
  done: { label: '已联系', activity: 'task-done' },
  scripts: (step) => ({ step, stages: ['after-sales'] }),
};

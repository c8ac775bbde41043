import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

const STEPS: Readonly<Record<string, string>> = {
  'after-refusal': '拒绝后联系',
  evidence: '提交凭证',
  'evidence-1h': '提交凭证（剩 1 小时）',
};

/** A4: after a refusal, and once the platform has the matter. */
export const refundPlatform: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '拒绝与介入',
  stepLabel: (step) => STEPS[step],
  endEvent: '截止',
  money: '退款',
  done: { label: '已处理', activity: 'task-done' },
  scripts: (step) => ({ step, stages: ['after-sales'] }),
};

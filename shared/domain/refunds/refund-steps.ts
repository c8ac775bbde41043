import type { ScriptStage } from '../scripts/script.ts';

/** Scripts that are written for refunds come before those for after-sales of any sort. */
export const REFUND_STAGES: readonly ScriptStage[] = ['refund', 'after-sales'];

/** The steps of the tasks about refunds, kind by kind. */
export const ANSWER_STEP_LABELS = {
  first: '首次处理',
  'decide-24h': '超时前处理',
  'decide-4h': '即将超时',
  overdue: '超时核实',
  'unknown-state': '核实状态',
} as const;
export const RETURN_STEP_LABELS = {
  refuse: '先拒绝',
  trace: '查退货物流',
  'last-day': '最后一天',
  overdue: '超时核实',
  'pay-back': '验货退款',
  'dispute-goods': '退货有问题',
} as const;
export const NUMBER_STEP_LABELS = {
  'get-number': '催填单号',
  'get-number-3d': '催填单号（最后 3 天）',
  'get-number-1d': '催填单号（最后 1 天）',
  'arrived-no-number': '货到无单号',
} as const;
export const PLATFORM_STEP_LABELS = {
  'after-refusal': '拒绝后联系',
  evidence: '提交凭证',
  'evidence-1h': '提交凭证（最后 1 小时）',
} as const;

/** All of them: a script may be written for some. */
export const REFUND_STEP_LABELS = {
  ...ANSWER_STEP_LABELS,
  ...RETURN_STEP_LABELS,
  ...NUMBER_STEP_LABELS,
  ...PLATFORM_STEP_LABELS,
} as const;

import { ownValue } from '../../../own-value.ts';
import { PLAIN_KIND, type TaskKindSpec } from './task-kind-spec.ts';

const STEP_LABELS: Readonly<Record<string, string>> = { read: '读通知', unread: '提醒未读的人' };

/** K8: a bulletin is to be read by everybody, and its author is told who has not. */
export const bulletin: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '通知',
  isDoneInBulk: false,
  stepLabel: (step) => ownValue(STEP_LABELS, step),
  scripts: (step) => ({ step, stages: ['inquiry'] }),
  answeredIn: (step) => (step === 'read' ? '通知' : null),
};

import { chaseStepLabel } from '../../chasing/chase-settings.ts';
import type { ScriptStage } from '../../scripts/script.ts';
import { PLAIN_KIND, type TaskFacts, type TaskKindSpec } from './task-kind-spec.ts';

/** P1–P7: a message of the ladder. */
export const chase: TaskKindSpec = {
  ...PLAIN_KIND,
  label: '催付',
  stepLabel: chaseStepLabel,
  isNamedByStep: true,
  done: { label: '已催付', activity: 'chased' },
  isDoneInBulk: false,
  skip: { label: '不催', activity: 'chase-skipped' },
  scripts: (step, facts) => ({ step, stages: chaseStages(step, facts) }),
  // A step ends where the next one begins; a message that was put off is still sent until the order closes.
  snooze: 'drops-end',
  money: '待挽回',
};

export function chaseStages(
  step: string,
  { reason, hasAgreedTime }: Pick<TaskFacts, 'reason' | 'hasAgreedTime'>,
): ScriptStage[] {
  const opening = openingStage(step);
  if (hasAgreedTime) return ['chase-confirm', 'chase-remedy', opening];
  return reason === null
    ? [opening, 'chase-remedy', 'chase-confirm']
    : ['chase-remedy', 'chase-confirm', opening];
}

function openingStage(step: string): ScriptStage {
  if (step === 'remind') return 'chase-remind';
  return step === 'warn' || step === 'claim-fee' ? 'chase-warn' : 'chase-open';
}

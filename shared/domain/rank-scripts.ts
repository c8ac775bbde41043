import type { CustomerGrade } from './customer.ts';
import type { ScriptFit, ScriptStage } from './script.ts';
import type { TaskKind, UnpaidReason } from './task.ts';

/** What a script is wanted for. `null` and an empty list are "not known". */
export type ScriptSituation = {
  /** Most wanted first. */
  readonly stages: readonly ScriptStage[];
  readonly step: string | null;
  readonly reason: UnpaidReason | null;
  readonly grade: CustomerGrade | null;
};

export const NO_SITUATION: ScriptSituation = { stages: [], step: null, reason: null, grade: null };

export type ScriptOccasionFacts = {
  readonly task: { readonly kind: TaskKind; readonly step: string } | null;
  readonly reason: UnpaidReason | null;
  readonly grade: CustomerGrade | null;
  /** P4: the customer has agreed to pay at a time. */
  readonly hasAgreedTime: boolean;
};

/** The moments of service that a task stands for. */
export function situationOf({ task, reason, grade, hasAgreedTime }: ScriptOccasionFacts): ScriptSituation {
  const common = { step: task?.step ?? null, reason, grade };
  if (task === null) return { ...common, stages: reason === null ? [] : ['chase-remedy', 'chase-confirm'] };
  switch (task.kind) {
    case 'chase':
      return { ...common, stages: chaseStages(task.step, reason, hasAgreedTime) };
    case 'duplicate':
      return { ...common, stages: ['duplicate'] };
    case 'dispute':
      // A dispute is what follows from the fee claim; its scripts are those of that step.
      return { ...common, step: 'claim-fee', stages: ['chase-warn'] };
    case 'follow-up':
      return { ...common, stages: hasAgreedTime ? ['chase-confirm', 'inquiry'] : ['inquiry', 'relation'] };
  }
}

function chaseStages(step: string, reason: UnpaidReason | null, hasAgreedTime: boolean): ScriptStage[] {
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

/** The wanted stage outweighs everything else together; a reason is a closer fit than a step, a step than a grade. */
const STAGE_WEIGHT = 100;
const REASON_WEIGHT = 40;
const STEP_WEIGHT = 20;
const GRADE_WEIGHT = 10;
/** A script for one grade is a gamble while the grade is unknown. */
const UNKNOWN_PENALTY = -5;

/** How well a script fits; 0 is "not meant for this", and no fitting script has it. */
export function fitScore(fit: ScriptFit, situation: ScriptSituation): number {
  const scores = [
    stageScore(fit.stages, situation.stages),
    listScore(fit.reasons, situation.reason, REASON_WEIGHT),
    listScore(fit.steps, situation.step, STEP_WEIGHT),
    listScore(fit.grades, situation.grade, GRADE_WEIGHT),
  ];
  return scores.reduce<number>((sum, score) => (sum === 0 || score === null ? 0 : sum + score), STAGE_WEIGHT);
}

/** `null`: excluded. */
function stageScore(meant: readonly ScriptStage[], wanted: readonly ScriptStage[]): number | null {
  if (meant.length === 0 || wanted.length === 0) return 0;
  const place = wanted.findIndex((stage) => meant.includes(stage));
  return place === -1 ? null : (wanted.length - place) * STAGE_WEIGHT;
}

function listScore<T>(meant: readonly T[], actual: T | null, weight: number): number | null {
  if (meant.length === 0) return 0;
  if (actual === null) return UNKNOWN_PENALTY;
  return meant.includes(actual) ? weight : null;
}

import type { ChasePreset } from '../chasing/chase-settings.ts';
import type { BargainStep } from '../chasing/concession.ts';
import type { CustomerGrade } from '../orders/customer.ts';
import type { OrderStatus } from '../orders/order.ts';
import { statusStages } from '../orders/status-stages.ts';
import type { UnpaidReason } from '../orders/unpaid-reason.ts';
import { REFUND_STAGES } from '../refunds/refund-steps.ts';
import { type TaskKind, taskKindSpec } from '../tasks/task.ts';
import { chaseStages } from '../tasks/task-kinds/chase.ts';
import type { ScriptFit, ScriptStage } from './script.ts';

/** The situation that a script is wanted for. `null` and an empty list are "not known". */
export type ScriptSituation = {
  /** Most wanted first. */
  readonly stages: readonly ScriptStage[];
  readonly step: string | null;
  readonly reason: UnpaidReason | null;
  readonly grade: CustomerGrade | null;
  /** By which ladder the shop chases; one of its own making says nothing. */
  readonly ladder?: ChasePreset | null;
};

export const NO_SITUATION: ScriptSituation = { stages: [], step: null, reason: null, grade: null };

export type ScriptFacts = {
  readonly task: { readonly kind: TaskKind; readonly step: string } | null;
  readonly orderStatus: OrderStatus | null;
  readonly reason: UnpaidReason | null;
  readonly grade: CustomerGrade | null;
  /** P4: the customer has agreed to pay at a time. */
  readonly hasAgreedTime: boolean;
  /** R10: the customer bargains, and where that stands. */
  readonly bargain: { readonly step: BargainStep | null } | null;
  readonly ladder?: ChasePreset | null;
  /** A4: the customer asks for money back. */
  readonly isRefund?: boolean;
  /** P2: the time that the customer has named comes after the closing of the order. */
  readonly isAfterClosing?: boolean;
  /** P1: the customer of the unpaid order was written to already. */
  readonly isContacted?: boolean;
  /** P1: the platform asks for the payment, so no message opens a talk about it. */
  readonly isChasedByPlatform?: boolean;
};

/** The moments of service that a task, or else an order, stands for. */
export function situationOf(facts: ScriptFacts): ScriptSituation {
  const { task, reason, grade, bargain, ladder = null } = facts;
  const common = { step: task?.step ?? null, reason, grade, ...(ladder === null ? {} : { ladder }) };
  if (bargain !== null) return { ...common, step: bargain.step, stages: ['bargain'] };
  if (facts.isAfterClosing === true)
    return { ...common, ...taskKindSpec('reorder').scripts('reorder', facts) };
  if (onlyAnswers(facts)) return { ...common, step: null, stages: ANSWERS };
  if (task !== null) return { ...common, ...taskKindSpec(task.kind).scripts(task.step, facts) };
  return { ...common, stages: orderStages(facts) };
}

/** They answer what the customer of an unpaid order says. */
const ANSWERS: readonly ScriptStage[] = ['chase-remedy', 'chase-confirm'];

/** Without a task of another kind an unpaid order is written to about its payment. */
const onlyAnswers = ({ isChasedByPlatform, orderStatus, isRefund, task }: ScriptFacts): boolean =>
  isChasedByPlatform === true &&
  orderStatus === 'unpaid' &&
  isRefund !== true &&
  (task === null || taskKindSpec(task.kind).done.activity === 'chased');

function orderStages(facts: ScriptFacts): readonly ScriptStage[] {
  const { orderStatus, reason, hasAgreedTime, isContacted = false } = facts;
  if (facts.isRefund === true) return REFUND_STAGES;
  if (orderStatus !== 'unpaid') return statusStages(orderStatus);
  if (reason !== null || hasAgreedTime) return chaseStages('first', facts);
  // A customer is greeted once; the words after a first message answer what they say to it.
  return isContacted ? ANSWERS : statusStages(orderStatus);
}

/** The wanted stage outweighs everything else together; a reason is a closer fit than a step, a step than a grade. */
const STAGE_WEIGHT = 100;
const REASON_WEIGHT = 40;
const STEP_WEIGHT = 20;
const LADDER_WEIGHT = 15;
const GRADE_WEIGHT = 10;
/** A script for one grade is a gamble while the grade is unknown. */
const UNKNOWN_PENALTY = -5;

/** How well a script fits; 0 is "not meant for this", and no fitting script has it. */
export function fitScore(fit: ScriptFit, situation: ScriptSituation): number {
  // A search for no stage takes no risk, so an unknown fact costs nothing.
  const unknown = situation.stages.length === 0 ? 0 : UNKNOWN_PENALTY;
  const scored = <T>(meant: readonly T[], actual: T | null | undefined, weight: number) =>
    actual === null || actual === undefined ? penalty(meant, unknown) : listScore(meant, actual, weight);
  const score =
    STAGE_WEIGHT +
    stageScore(fit.stages, situation.stages) +
    scored(fit.reasons, situation.reason, REASON_WEIGHT) +
    scored(fit.steps, situation.step, STEP_WEIGHT) +
    scored(fit.ladders ?? [], situation.ladder, LADDER_WEIGHT) +
    scored(fit.grades, situation.grade, GRADE_WEIGHT);
  return Math.max(0, score);
}

/** Larger than all weights together, so that one mismatch excludes. */
const EXCLUDED = -100_000;

function stageScore(meant: readonly ScriptStage[], wanted: readonly ScriptStage[]): number {
  if (meant.length === 0 || wanted.length === 0) return 0;
  const place = wanted.findIndex((stage) => meant.includes(stage));
  return place === -1 ? EXCLUDED : (wanted.length - place) * STAGE_WEIGHT;
}

function listScore<T>(meant: readonly T[], actual: T, weight: number): number {
  if (meant.length === 0) return 0;
  return meant.includes(actual) ? weight : EXCLUDED;
}

const penalty = (meant: readonly unknown[], unknown: number): number => (meant.length === 0 ? 0 : unknown);

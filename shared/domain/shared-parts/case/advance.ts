import { assertNever } from '../../../errors.ts';
import { ownValue } from '../../../own-value.ts';
import { addBusinessTime, type BusinessHours } from '../../../time/business-hours.ts';
import type { EpochMs } from '../../../time/clock.ts';
import { DAY } from '../../../time/durations.ts';
import type { AgentId } from '../../ids.ts';
import {
  type AfterSalesCase,
  type CaseClosing,
  type CaseState,
  type CaseStep,
  isClosed,
  type WaitingOn,
} from './after-sales-case.ts';
import type { CaseFields } from './case-field-values.ts';
import { fieldsProblem } from './case-fields.ts';
import type { CaseKindSpec, CaseStepSpec } from './kinds/case-kind-spec.ts';

/** Nothing that is open is without a time, whatever its kind says. */
const USUAL_STEP_MS = DAY;

type Said = { readonly text?: string | null };

/** Everything that an agent can do to a case. */
export type CaseEvent =
  | (Said & {
      readonly kind: 'advance';
      readonly to: string;
      readonly outcome?: string | null;
      /** All of the case, where the new step has asked for some. */
      readonly fields?: CaseFields;
      /** When the new step is to be done, or looked at again; the kind's own time where it is left out. */
      readonly dueAtMs?: EpochMs | undefined;
    })
  | (Said & { readonly kind: 'wait'; readonly on: WaitingOn; readonly nextCheckAtMs: EpochMs })
  | (Said & { readonly kind: 'resume'; readonly dueAtMs?: EpochMs | undefined })
  | (Said & { readonly kind: 'tell' })
  | (Said & {
      readonly kind: 'close';
      readonly closing: CaseClosing;
      /** Why it is closed although somebody has not answered. */
      readonly waitingReason?: string | null;
      /** Kinds of evidence that are there. */
      readonly evidence: ReadonlySet<string>;
    })
  | (Said & { readonly kind: 'reopen'; readonly dueAtMs?: EpochMs | undefined });

export type Advance =
  | { readonly kind: 'moved'; readonly after: AfterSalesCase; readonly entry: CaseStep }
  | { readonly kind: 'refused'; readonly reason: string };

/** When it is, and when somebody is there to answer. */
export type WorkingTime = { readonly nowMs: EpochMs; readonly hours: BusinessHours };

type Context = WorkingTime & { readonly spec: CaseKindSpec; readonly agentId: AgentId | null };

const refused = (reason: string): Advance => ({ kind: 'refused', reason });

/** The case as it is after the event, and the entry that says so; or why it cannot be. */
export function advance(before: AfterSalesCase, event: CaseEvent, context: Context): Advance {
  if (isClosed(before)) {
    return event.kind === 'reopen' ? reopen(before, event, context) : refused('该事务已关闭，请先重新打开');
  }
  switch (event.kind) {
    case 'advance':
      return enter(before, event, context);
    case 'wait':
      return wait(before, event, context);
    case 'resume':
      return resume(before, event, context);
    case 'tell':
      return moved(before, { toldAtMs: context.nowMs }, { event: 'told', said: event, context });
    case 'close':
      return close(before, event, context);
    case 'reopen':
      return refused('该事务未关闭');
    default:
      return assertNever(event);
  }
}

type Entry = {
  readonly event: CaseStep['event'];
  readonly said: Said & { readonly outcome?: string | null };
  readonly context: Context;
};

function moved(before: AfterSalesCase, changed: Partial<AfterSalesCase>, entry: Entry): Advance {
  const { agentId, nowMs } = entry.context;
  const after = { ...before, ...changed, updatedAtMs: nowMs };
  return {
    kind: 'moved',
    after,
    entry: {
      caseId: before.id,
      event: entry.event,
      step: after.step,
      atMs: nowMs,
      agentId,
      text: entry.said.text ?? null,
      waitingOn: after.state.kind === 'waiting' ? after.state.on : null,
      dueAtMs: after.state.kind === 'waiting' ? after.state.nextCheckAtMs : after.stepDueAtMs,
      outcome: entry.said.outcome ?? null,
    },
  };
}

function usualDueMs(
  { defaultDueAfterMs = USUAL_STEP_MS, isInBusinessHours }: Partial<CaseStepSpec>,
  { nowMs, hours }: WorkingTime,
): EpochMs {
  return isInBusinessHours === true
    ? addBusinessTime(hours, nowMs, defaultDueAfterMs)
    : nowMs + defaultDueAfterMs;
}

/** A case has these on entering the step. */
export function stepFacts(
  step: CaseStepSpec,
  time: WorkingTime,
  { dueAtMs, fields }: { readonly dueAtMs?: EpochMs | undefined; readonly fields: CaseFields },
) {
  const { nowMs } = time;
  const namedMs = step.dueAt?.(fields, nowMs) ?? null;
  // A time that has gone by already is due now.
  const dueMs = dueAtMs ?? (namedMs === null ? usualDueMs(step, time) : Math.max(namedMs, nowMs));
  return {
    stepSinceMs: nowMs,
    stepDueAtMs: step.waitingOn === undefined ? dueMs : null,
    state: stateIn(step, nowMs, dueMs),
  };
}

function stateIn(step: CaseStepSpec, nowMs: EpochMs, nextCheckAtMs: EpochMs): CaseState {
  if (step.waitingOn === undefined) return step.next.length === 0 ? { kind: 'solved' } : { kind: 'open' };
  return { kind: 'waiting', on: step.waitingOn, sinceMs: nowMs, nextCheckAtMs };
}

const neededIn = ({ needs = [] }: CaseStepSpec): readonly string[] => needs;

function enter(before: AfterSalesCase, event: CaseEvent & { kind: 'advance' }, context: Context): Advance {
  const { spec, nowMs } = context;
  const step = ownValue(spec.steps, event.to);
  const next = ownValue(spec.steps, before.step)?.next ?? [];
  if (step === undefined || !next.includes(event.to)) return refused('该事务当前步骤不能转到所选步骤');
  if (event.dueAtMs !== undefined && event.dueAtMs <= nowMs) return refused('截止或跟进时间须晚于现在');
  const { dueAtMs, fields = before.fields } = event;
  const problem = fieldsProblem(spec, fields, neededIn(step));
  if (problem !== null) return refused(problem);
  const told = step.tellsCustomer === true ? { toldAtMs: nowMs } : {};
  const facts = { step: event.to, fields, ...told, ...stepFacts(step, context, { dueAtMs, fields }) };
  return moved(before, facts, { event: 'advanced', said: event, context });
}

function wait(before: AfterSalesCase, event: CaseEvent & { kind: 'wait' }, context: Context): Advance {
  if (event.nextCheckAtMs <= context.nowMs) return refused('下次跟进时间须晚于现在');
  const sinceMs =
    before.state.kind === 'waiting' && before.state.on === event.on ? before.state.sinceMs : context.nowMs;
  const state = { kind: 'waiting', on: event.on, sinceMs, nextCheckAtMs: event.nextCheckAtMs } as const;
  return moved(before, { state, stepDueAtMs: null }, { event: 'waited', said: event, context });
}

function resume(before: AfterSalesCase, event: CaseEvent & { kind: 'resume' }, context: Context): Advance {
  if (before.state.kind !== 'waiting') return refused('该事务没有在等待');
  return moved(before, toDoAgain(before, event, context), { event: 'resumed', said: event, context });
}

function reopen(before: AfterSalesCase, event: CaseEvent & { kind: 'reopen' }, context: Context): Advance {
  const facts = {
    ...toDoAgain(before, event, context),
    state: { kind: 'reopened' },
    toldAtMs: null,
  } as const;
  return moved(before, facts, { event: 'reopened', said: event, context });
}

/** The step begins once more; one that is spent waiting is worked on now, as its next steps are to be chosen. */
function toDoAgain(
  before: AfterSalesCase,
  { dueAtMs }: { readonly dueAtMs?: EpochMs | undefined },
  context: Context,
) {
  const { spec, nowMs } = context;
  const dueMs = dueAtMs ?? usualDueMs(ownValue(spec.steps, before.step) ?? {}, context);
  const isSpent = ownValue(spec.steps, before.step)?.next.length === 0;
  return { stepSinceMs: nowMs, stepDueAtMs: dueMs, state: { kind: isSpent ? 'solved' : 'open' } as const };
}

function close(before: AfterSalesCase, event: CaseEvent & { kind: 'close' }, context: Context): Advance {
  const [problem] = closingProblems(before, event, context.spec);
  if (problem !== undefined) return refused(problem);
  const { nowMs, agentId } = context;
  const state = { kind: 'closed', closing: event.closing, closedAtMs: nowMs, closedById: agentId } as const;
  const said = { text: event.text ?? event.waitingReason ?? null };
  return moved(before, { state, stepDueAtMs: null }, { event: 'closed', said, context });
}

/** The work that must be done before the case can be closed. */
export function closingProblems(
  { state, toldAtMs }: AfterSalesCase,
  event: Pick<CaseEvent & { kind: 'close' }, 'closing' | 'waitingReason' | 'evidence'>,
  { closing }: CaseKindSpec,
): readonly string[] {
  const missing = closing.evidence.filter((kind) => !event.evidence.has(kind));
  return [
    ...(event.closing.cause.trim() === '' ? ['关闭前须填写原因'] : []),
    ...(closing.needsTold && toldAtMs === null ? ['关闭前须告知客户'] : []),
    ...(missing.length > 0 ? ['关闭前须附上凭证'] : []),
    ...(state.kind === 'waiting' && !event.waitingReason?.trim() ? ['仍在等待答复，关闭须说明理由'] : []),
  ];
}

import { z } from 'zod';
import { AgentId, ShopId, TaskId } from '../ids.ts';
import { SubjectRef } from '../subjects/subject.ts';
import { TASK_KIND_SPECS } from './task-kinds/index.ts';
import type { TaskKindSpec } from './task-kinds/task-kind-spec.ts';

export type TaskKind = keyof typeof TASK_KIND_SPECS;
// The keys of the specs are the kinds.
export const TASK_KINDS = Object.keys(TASK_KIND_SPECS) as TaskKind[];
export const TaskKind = z.enum(TASK_KINDS);

/** The words and actions of tasks of this kind. */
export const taskKindSpec = (kind: TaskKind): TaskKindSpec => TASK_KIND_SPECS[kind];

export const taskKindLabel = (kind: TaskKind): string => TASK_KIND_SPECS[kind].label;

/** The words for a step of this kind; what this build does not know is shown as it is. */
export const taskStepLabel = (kind: TaskKind, step: string): string =>
  taskKindSpec(kind).stepLabel(step) ?? step;

/** The name of a task where there is room for one name only. */
export function taskName({ kind, step }: Pick<Task, 'kind' | 'step'>): string {
  const spec = taskKindSpec(kind);
  return spec.isNamedByStep ? taskStepLabel(kind, step) : spec.label;
}

export const TASK_STATES = ['open', 'snoozed', 'done', 'cancelled'] as const;
export const TaskState = z.enum(TASK_STATES);
export type TaskState = z.infer<typeof TaskState>;

export const TASK_STATE_LABELS = {
  open: '待处理',
  snoozed: '已延后',
  done: '已完成',
  cancelled: '已取消',
} as const satisfies Record<TaskState, string>;

/** 建议催付 or 不建议催付 with its reason; `null` where the question does not arise. */
export const Advice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recommended') }),
  z.object({ kind: z.literal('advised-against'), reason: z.string() }),
]);
export type Advice = z.infer<typeof Advice>;

export function adviceText(advice: Advice): string {
  return advice.kind === 'recommended' ? '建议催付' : `不建议催付：${advice.reason}`;
}

/** A rule wants this task to be there; kind, subject, step and occurrence together are its identity. */
export type WantedTask = {
  readonly kind: TaskKind;
  readonly subject: SubjectRef;
  readonly step: string;
  /** Tells one time of the same step from the next, such as a period or what it answers; left out where there is one. */
  readonly occurrence?: string;
  readonly dueAtMs: number;
  /** From then on it is pointless; `null` when it never is. */
  readonly expiresAtMs: number | null;
  readonly amountAtRiskFen: number;
  readonly reason: string;
  readonly advice: Advice | null;
  /** The agent who has it from the start; otherwise no agent has it. */
  readonly ownerId?: AgentId;
  /** It keeps what a customer was promised, or has promised; left out where it does not. */
  readonly isPromise?: boolean;
};

/**
 * A task as it is stored. What an agent decided (done, snooze, owner) and what a rule derives (due, end, amount, over)
 * are kept apart, so that taking back the one never loses the other; `state` and `expiresAtMs` follow from both.
 */
export const Task = z.object({
  id: TaskId,
  /** `null`: it is no shop's, as training or a notice is. */
  shopId: ShopId.nullable(),
  kind: TaskKind,
  subject: SubjectRef,
  /** Tasks of one matter, such as an order, are one card and count their money once. */
  matter: z.string(),
  step: z.string(),
  occurrence: z.string(),
  state: TaskState,
  /** From then on it is pointless: the rule's end, or the one that a snooze has put in its place. */
  expiresAtMs: z.int().nullable(),

  // An agent decides these.
  doneAtMs: z.int().nullable(),
  /** It comes back then. Kept while a rule has the task cancelled, so that it is still there when the task comes back. */
  snoozedUntilMs: z.int().nullable(),
  snoozeNote: z.string().nullable(),
  /** The end while it is snoozed, where the kind lets a snooze put the end off. */
  snoozeExpiresAtMs: z.int().nullable(),
  ownerId: AgentId.nullable(),
  /** The agent who has handed it to its owner; `null` where nobody has. */
  givenById: AgentId.nullable().default(null),

  // A rule derives these.
  dueAtMs: z.int(),
  plannedExpiryAtMs: z.int().nullable(),
  /** The end that matters for its subject, such as the closing of an order; `null` where only its own end is known. */
  endsAtMs: z.int().nullable().default(null),
  /** It keeps what a customer was promised, or has promised, such as an agreed time. */
  isPromise: z.boolean().default(false),
  amountAtRiskFen: z.int(),
  reason: z.string(),
  advice: Advice.nullable(),
  /** Why a rule has ended it; `null` while it goes on. */
  cancelReason: z.string().nullable(),

  /** The moment for which a reminder is still owed; `null` once it was shown. */
  reminderAtMs: z.int().nullable(),
  updatedAtMs: z.int(),
});
export type Task = z.infer<typeof Task>;

/** The place of a subject's tasks in the queue: their shop, and the matter whose card they are on. */
export type TaskPlace = Pick<Task, 'shopId' | 'matter'>;

/** A task without what follows from the rest of it. */
export type TaskFacts = Omit<Task, 'state' | 'expiresAtMs'>;

function stateOf({ doneAtMs, cancelReason, snoozedUntilMs }: TaskFacts): TaskState {
  if (doneAtMs !== null) return 'done';
  if (cancelReason !== null) return 'cancelled';
  return snoozedUntilMs === null ? 'open' : 'snoozed';
}

/** The table computes both in the same way. */
export function toTask(facts: TaskFacts): Task {
  const isPutOff = facts.snoozedUntilMs !== null && taskKindSpec(facts.kind).snooze === 'drops-end';
  return {
    ...facts,
    state: stateOf(facts),
    expiresAtMs: isPutOff ? facts.snoozeExpiresAtMs : facts.plannedExpiryAtMs,
  };
}

/** Somebody still has to do it. */
export const isToDo = ({ state }: Pick<Task, 'state'>): boolean => state === 'open' || state === 'snoozed';

/** The reason with which a missed task is over. */
export const MISSED = '已错过';

/** An agent has seen that it was missed, and wants to see it no more; it stays over for as long as it is missed. */
export const MISSED_CLEARED = '已错过，已清除';

/** Its moment has gone by, whether or not an agent saw it. */
export const isMissed = ({ expiresAtMs }: Pick<Task, 'expiresAtMs'>, nowMs: number): boolean =>
  expiresAtMs !== null && expiresAtMs <= nowMs;

/** When the task wants the agent's attention. */
export function attentionAtMs(task: Pick<Task, 'dueAtMs' | 'snoozedUntilMs'>): number {
  return task.snoozedUntilMs ?? task.dueAtMs;
}

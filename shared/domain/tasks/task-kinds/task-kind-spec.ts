import { ownValue } from '../../../own-value.ts';
import type { ActivityKind } from '../../activities/activity-kinds.ts';
import type { OrderStatus } from '../../orders/order.ts';
import type { UnpaidReason } from '../../orders/unpaid-reason.ts';
import type { ScriptStage } from '../../scripts/script.ts';

/** The step of a task that an agent makes. */
export const BY_HAND = 'by-hand';

/** The choice of scripts may look at these beside the step. */
export type TaskFacts = {
  readonly orderStatus: OrderStatus | null;
  readonly reason: UnpaidReason | null;
  /** P4: the customer has agreed to pay at a time. */
  readonly hasAgreedTime: boolean;
};

/** Everything that is said of one kind of task, so that no shared part knows a kind by name. */
export type TaskKindSpec = {
  readonly label: string;
  /** `undefined`: a step that this build does not know. */
  readonly stepLabel: (step: string) => string | undefined;
  /** The everyday kind: its steps say more than its name, so it is called by them and carries no tag in the queue. */
  readonly isNamedByStep: boolean;
  /** On the button that completes it, and of the activity. */
  readonly done: { readonly label: string; readonly activity: ActivityKind };
  /** Which scripts fit, the most wanted stage first, and the step that they are written for. */
  readonly scripts: (
    step: string,
    facts: TaskFacts,
  ) => { readonly stages: readonly ScriptStage[]; readonly step: string };
  /** Whether several are done with one key; not where each is a message to one customer. */
  readonly isDoneInBulk: boolean;
  /** An agent may leave it without a reason: the word for that, and the activity; `null`: it has to be done. */
  readonly skip: { readonly label: string; readonly activity: ActivityKind } | null;
  /** Some steps end only by being answered; where, in the agent's words. */
  readonly answeredIn: (step: string) => string | null;
  /** Whether the end stands while a task is put off. Where it does, nothing is put off beyond it. */
  readonly snooze: 'keeps-end' | 'drops-end';
  /** The event at the end, where an agent needs the time until then more than since when the task is due. */
  readonly endEvent: string | null;
  /** The word for its money. */
  readonly money: string;
  /** Whether agents make such tasks; the others are a rule's to make and to end. */
  readonly isMadeByHand: boolean;
  /** Whether one that was missed stays in sight, or ends where the rule wants another in its place. */
  readonly missed: 'stays' | 'ends';
};

/** The word for money where nothing closer is known of it, as in a sum over several kinds. */
export const AMOUNT_AT_RISK = '涉及金额';

/** Most kinds are so: one step, done by hand, with an end that stands. */
export const PLAIN_KIND = {
  stepLabel: () => undefined,
  isNamedByStep: false,
  done: { label: '已完成', activity: 'task-done' },
  isDoneInBulk: true,
  skip: null,
  answeredIn: () => null,
  snooze: 'keeps-end',
  endEvent: null,
  money: AMOUNT_AT_RISK,
  isMadeByHand: false,
  missed: 'stays',
} as const satisfies Partial<TaskKindSpec>;

/** The words of steps, found by their own names alone: a step may come from a file or from another build. */
export const labelIn =
  (labels: Readonly<Record<string, string>>) =>
  (step: string): string | undefined =>
    ownValue(labels, step);

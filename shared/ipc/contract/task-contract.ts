import { z } from 'zod';
import { ChaseSettings, ChaseStep } from '../../domain/chasing/chase-settings.ts';
import { ActivityId, AgentId, OrderId, ShopId, TaskId } from '../../domain/ids.ts';
import { UnpaidReason } from '../../domain/orders/unpaid-reason.ts';
import { SubjectRef, SubjectSummary } from '../../domain/subjects/subject.ts';
import { QUEUE_SORTS, QUEUE_TABS, QueueGroup, QueueTab } from '../../domain/tasks/queue-place.ts';
import { Task, TaskKind } from '../../domain/tasks/task.ts';
import { Moment } from '../../time/moment.ts';
import type { Endpoint } from './endpoint.ts';
import { OptionalNote } from './note.ts';

export const QUEUE_TAB_LABELS = {
  todo: '待办',
  given: '交给我的',
  promised: '约定',
  later: '稍后',
  colleagues: '同事的',
  missed: '已错过',
} as const satisfies Record<QueueTab, string>;

/** A part of the queue, or all of it. */
export const QueueBucket = z.enum([...QUEUE_TABS, 'all']);
export type QueueBucket = z.infer<typeof QueueBucket>;

export const QueueFilter = z.object({
  bucket: QueueBucket,
  shopId: ShopId.nullable(),
  kind: TaskKind.nullable(),
  /** `'unowned'`: no agent has it yet. */
  owner: z.union([AgentId, z.literal('unowned')]).nullable(),
  text: z.string().max(100),
});
export type QueueFilter = z.infer<typeof QueueFilter>;

/** All that the agent who looks can do now. */
export const WHOLE_QUEUE: QueueFilter = { bucket: 'todo', shopId: null, kind: null, owner: null, text: '' };

/** One matter as a card: its most urgent task, and what else is to do about it. */
export const QueueRow = z.object({
  task: Task,
  /** The money of the whole matter: of two refunds of one order, both. */
  amountFen: z.int(),
  /** The other tasks of the matter, whatever the filter says: the agent should know of them. */
  alsoToDo: z.array(z.object({ id: TaskId, kind: TaskKind, step: z.string() })),
  summary: SubjectSummary,
  /** `null`: it is no shop's. */
  shopName: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** The agent who has handed it to its owner. */
  giverName: z.string().nullable(),
  group: QueueGroup,
  /** The first end of the matter, such as the closing of the order. */
  endsAtMs: z.int().nullable(),
});
export type QueueRow = z.infer<typeof QueueRow>;

export const QueuePage = z.object({
  rows: z.array(QueueRow),
  /** The groups stand one below the other; together they are the total. */
  byGroup: z.record(QueueGroup, z.int()),
  total: z.int(),
  nowMs: z.int(),
});
export type QueuePage = z.infer<typeof QueuePage>;

export const QueueCounts = z.object({
  /** Every matter is in one of the tabs, and its money once. */
  byTab: z.record(QueueTab, z.object({ count: z.int(), amountFen: z.int() })),
  /** Of the part that is shown. */
  byKind: z.record(TaskKind, z.int()),
});
export type QueueCounts = z.infer<typeof QueueCounts>;

/** The message about an act, and the activity by which it can be undone. */
export const Recorded = z.object({ activityId: ActivityId, message: z.string() });
export type Recorded = z.infer<typeof Recorded>;

/** P6: the three checks before the warning goes out. */
export const WarningChecks = z.object({
  inStock: z.boolean(),
  notCancelled: z.boolean(),
  reminderSent: z.boolean(),
});
export type WarningChecks = z.infer<typeof WarningChecks>;

const note = OptionalNote;
const reason = UnpaidReason.nullable().default(null);

export const ChasePreview = z.object({
  step: ChaseStep,
  dueAtMs: z.int(),
  reason: z.string(),
});
export type ChasePreview = z.infer<typeof ChasePreview>;

export const DISPUTE_OUTCOMES = ['fee-returned', 'refused', 'withdrawn'] as const;
export const DISPUTE_OUTCOME_LABELS = {
  'fee-returned': '交易费已退还',
  refused: '申请被驳回',
  withdrawn: '已撤回',
} as const satisfies Record<(typeof DISPUTE_OUTCOMES)[number], string>;

/** One call gives or takes so many. */
export const MOST_TASKS = 500;
const TaskIds = z.array(TaskId).min(1).max(MOST_TASKS);

export const taskContract = {
  'tasks.queue': {
    input: QueueFilter.extend({
      sort: z.enum(QUEUE_SORTS),
      offset: z.int().min(0),
      limit: z.int().min(1).max(MOST_TASKS),
    }),
    output: QueuePage,
  },
  'tasks.counts': { input: QueueFilter, output: QueueCounts },
  'tasks.complete': {
    input: z.object({
      id: TaskId,
      reason,
      note,
      checks: WarningChecks.nullable().default(null),
      /** Whether the agent has typed the message by hand; `false` is refused with `unsaid` where none was copied. */
      isTypedByHand: z.boolean().nullable().default(null),
    }),
    output: Recorded,
  },
  /** One stroke over many cards, taken back by one undo; what cannot be done so is left, and said. */
  'tasks.completeMany': { input: z.object({ ids: TaskIds }), output: Recorded },
  'tasks.snoozeMany': { input: z.object({ ids: TaskIds, untilMs: Moment, note }), output: Recorded },
  /** 不催: the agent leaves it, without a reason. */
  'tasks.skip': { input: z.object({ ids: TaskIds }), output: Recorded },
  'tasks.clearMissed': { input: z.object({ ids: TaskIds }), output: Recorded },
  'tasks.snooze': {
    input: z.object({ id: TaskId, untilMs: Moment, reason, note }),
    output: Recorded,
  },
  /** By hand, about any subject: a promise that no rule knows of. */
  'tasks.create': {
    input: z.object({
      subject: SubjectRef,
      text: z.string().trim().min(1).max(200),
      dueAtMs: Moment,
      ownerId: AgentId.nullable().default(null),
      kind: TaskKind.default('follow-up'),
    }),
    output: Recorded,
  },
  'tasks.handOver': {
    input: z.object({ ids: TaskIds, agentId: AgentId.nullable(), note }),
    output: Recorded,
  },
  /** The customer has named a time of payment: it becomes the next reminder. */
  'chases.agree': {
    input: z.object({ orderId: OrderId, untilMs: Moment, reason, note }),
    output: Recorded,
  },
  'chases.noteReason': {
    input: z.object({ orderId: OrderId, reason: UnpaidReason, note }),
    output: Recorded,
  },
  'chases.giveUp': { input: z.object({ orderId: OrderId, reason: UnpaidReason, note }), output: Recorded },
  'chases.claimPaid': { input: z.object({ orderId: OrderId, note }), output: Recorded },
  'chases.setCloseTime': {
    input: z.object({ orderId: OrderId, closesAtMs: Moment.nullable() }),
    output: Recorded,
  },
  'chases.preview': {
    input: z.object({ settings: ChaseSettings, placedAtMs: Moment }),
    output: z.array(ChasePreview),
  },
  'disputes.close': {
    input: z.object({ orderId: OrderId, outcome: z.enum(DISPUTE_OUTCOMES), note }),
    output: Recorded,
  },
} as const satisfies Record<string, Endpoint>;

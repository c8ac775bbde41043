import { z } from 'zod';
import { AgentId, CustomerId, OrderId, ShopId, TaskId } from './ids.ts';

export const TASK_KINDS = ['chase', 'duplicate', 'dispute', 'concession', 'follow-up'] as const;
export const TaskKind = z.enum(TASK_KINDS);
export type TaskKind = z.infer<typeof TaskKind>;

export const TASK_KIND_LABELS = {
  chase: '催付',
  duplicate: '重复下单',
  dispute: '纠纷跟进',
  concession: '议价',
  'follow-up': '跟进',
} as const satisfies Record<TaskKind, string>;

export const TASK_STATES = ['open', 'snoozed', 'done', 'cancelled'] as const;
export const TaskState = z.enum(TASK_STATES);
export type TaskState = z.infer<typeof TaskState>;

export const TASK_STATE_LABELS = {
  open: '待处理',
  snoozed: '已延后',
  done: '已完成',
  cancelled: '已取消',
} as const satisfies Record<TaskState, string>;

export const TaskSubject = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('order'), id: OrderId }),
  z.object({ kind: z.literal('customer'), id: CustomerId }),
]);
export type TaskSubject = z.infer<typeof TaskSubject>;

/** 建议催付 or 不建议催付 with its reason; `null` where the question does not arise. */
export const Advice = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recommended') }),
  z.object({ kind: z.literal('advised-against'), reason: z.string() }),
]);
export type Advice = z.infer<typeof Advice>;

export function adviceText(advice: Advice): string {
  return advice.kind === 'recommended' ? '建议催付' : `不建议催付：${advice.reason}`;
}

/** What a rule wants to be there; kind, subject and step together are its identity. */
export type WantedTask = {
  readonly kind: TaskKind;
  readonly subject: TaskSubject;
  readonly step: string;
  readonly dueAtMs: number;
  /** From then on it is pointless; `null` when it never is. */
  readonly expiresAtMs: number | null;
  readonly amountAtRiskFen: number;
  readonly reason: string;
  readonly advice: Advice | null;
  /** Whose it is from the start; otherwise nobody's. */
  readonly ownerId?: AgentId;
};

export const Task = z.object({
  id: TaskId,
  shopId: ShopId,
  kind: TaskKind,
  subject: TaskSubject,
  step: z.string(),
  state: TaskState,
  dueAtMs: z.int(),
  /** Set while `state` is `snoozed`: it comes back then. */
  snoozedUntilMs: z.int().nullable(),
  snoozeNote: z.string().nullable(),
  expiresAtMs: z.int().nullable(),
  amountAtRiskFen: z.int(),
  reason: z.string(),
  advice: Advice.nullable(),
  ownerId: AgentId.nullable(),
  /** The moment for which a reminder is still owed; `null` once it was shown. */
  reminderAtMs: z.int().nullable(),
  cancelReason: z.string().nullable(),
  updatedAtMs: z.int(),
});
export type Task = z.infer<typeof Task>;

/** When the task wants the agent's attention. */
export function attentionAtMs(task: Pick<Task, 'dueAtMs' | 'snoozedUntilMs'>): number {
  return task.snoozedUntilMs ?? task.dueAtMs;
}

/** P2: why an order is unpaid. The reason chooses the remedy script and is a line of the report. */
export const UNPAID_REASONS = [
  'forgot',
  'top-up',
  'cannot-pay',
  'payment-trouble',
  'hesitating',
  'price',
  'mistake',
  'other',
] as const;
export const UnpaidReason = z.enum(UNPAID_REASONS);
export type UnpaidReason = z.infer<typeof UnpaidReason>;

export const UNPAID_REASON_LABELS = {
  forgot: '忘记付款',
  'top-up': '余额不足，稍后充值',
  'cannot-pay': '无法付款，找人代付',
  'payment-trouble': '支付账户异常',
  hesitating: '还在犹豫',
  price: '嫌贵',
  mistake: '误拍',
  other: '其他',
} as const satisfies Record<UnpaidReason, string>;

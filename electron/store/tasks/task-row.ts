import type { AgentId, ShopId, TaskId } from '../../../shared/domain/ids.ts';
import type { Task, TaskKind, TaskState, TaskSubject } from '../../../shared/domain/task.ts';

/** A row of `tasks`, for the stores only: nothing outside `store/` may see it. */
export type TaskRow = {
  // The brands and the unions are those that were checked when the row was written.
  readonly id: TaskId;
  readonly shop_id: ShopId;
  readonly kind: TaskKind;
  readonly subject_kind: TaskSubject['kind'];
  readonly subject_id: string;
  readonly step: string;
  readonly state: TaskState;
  readonly due_at_ms: number;
  readonly snoozed_until_ms: number | null;
  readonly snooze_note: string | null;
  readonly expires_at_ms: number | null;
  readonly amount_at_risk_fen: number;
  readonly reason: string;
  readonly advice_kind: 'recommended' | 'advised-against' | null;
  readonly advice_reason: string | null;
  readonly owner_id: AgentId | null;
  readonly reminder_at_ms: number | null;
  readonly cancel_reason: string | null;
  readonly updated_at_ms: number;
};

/** Every column that is written; `attention_at_ms` is computed. */
export const TASK_COLUMNS = [
  'id',
  'shop_id',
  'kind',
  'subject_kind',
  'subject_id',
  'step',
  'state',
  'due_at_ms',
  'snoozed_until_ms',
  'snooze_note',
  'expires_at_ms',
  'amount_at_risk_fen',
  'reason',
  'advice_kind',
  'advice_reason',
  'owner_id',
  'reminder_at_ms',
  'cancel_reason',
  'updated_at_ms',
] as const satisfies readonly (keyof TaskRow)[];

function adviceOf({ advice_kind: kind, advice_reason: reason }: TaskRow): Task['advice'] {
  if (kind === null) return null;
  return kind === 'recommended' ? { kind } : { kind, reason: reason ?? '' };
}

export function toTask(row: TaskRow): Task {
  return {
    id: row.id,
    shopId: row.shop_id,
    kind: row.kind,
    // The pair was one `TaskSubject` when it was written.
    subject: { kind: row.subject_kind, id: row.subject_id } as TaskSubject,
    step: row.step,
    state: row.state,
    dueAtMs: row.due_at_ms,
    snoozedUntilMs: row.snoozed_until_ms,
    snoozeNote: row.snooze_note,
    expiresAtMs: row.expires_at_ms,
    amountAtRiskFen: row.amount_at_risk_fen,
    reason: row.reason,
    advice: adviceOf(row),
    ownerId: row.owner_id,
    reminderAtMs: row.reminder_at_ms,
    cancelReason: row.cancel_reason,
    updatedAtMs: row.updated_at_ms,
  };
}

export function toTaskRow(task: Task): TaskRow {
  return {
    id: task.id,
    shop_id: task.shopId,
    kind: task.kind,
    subject_kind: task.subject.kind,
    subject_id: task.subject.id,
    step: task.step,
    state: task.state,
    due_at_ms: task.dueAtMs,
    snoozed_until_ms: task.snoozedUntilMs,
    snooze_note: task.snoozeNote,
    expires_at_ms: task.expiresAtMs,
    amount_at_risk_fen: task.amountAtRiskFen,
    reason: task.reason,
    advice_kind: task.advice?.kind ?? null,
    advice_reason: task.advice?.kind === 'advised-against' ? task.advice.reason : null,
    owner_id: task.ownerId,
    reminder_at_ms: task.reminderAtMs,
    cancel_reason: task.cancelReason,
    updated_at_ms: task.updatedAtMs,
  };
}

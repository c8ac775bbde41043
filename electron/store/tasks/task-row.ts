import type { AgentId, ShopId, TaskId } from '../../../shared/domain/ids.ts';
import { asSubject, type SubjectKind } from '../../../shared/domain/subjects/subject.ts';
import {
  attentionAtMs,
  type Task,
  type TaskKind,
  type TaskState,
  taskKindSpec,
  toTask as withState,
} from '../../../shared/domain/tasks/task.ts';

/** A task as it is written; only the stores may see it. */
export type TaskRow = {
  // The brands and the unions are those that were checked when the row was written.
  readonly id: TaskId;
  readonly shop_id: ShopId | null;
  readonly kind: TaskKind;
  readonly subject_kind: SubjectKind;
  readonly subject_id: string;
  readonly matter: string;
  readonly step: string;
  readonly occurrence: string;
  readonly done_at_ms: number | null;
  readonly snoozed_until_ms: number | null;
  readonly snooze_note: string | null;
  readonly snooze_expires_at_ms: number | null;
  readonly owner_id: AgentId | null;
  readonly given_by_id: AgentId | null;
  readonly due_at_ms: number;
  readonly planned_expiry_at_ms: number | null;
  readonly ends_at_ms: number | null;
  readonly is_promise: number;
  readonly keeps_end: number;
  readonly amount_at_risk_fen: number;
  readonly reason: string;
  readonly advice_kind: 'recommended' | 'advised-against' | null;
  readonly advice_reason: string | null;
  readonly cancel_reason: string | null;
  readonly reminder_at_ms: number | null;
  readonly updated_at_ms: number;
  readonly state: TaskState;
  readonly attention_at_ms: number;
  readonly expires_at_ms: number | null;
};

/** Every column; the table checks that the last three follow from the others. */
export const TASK_COLUMNS = [
  'id',
  'shop_id',
  'kind',
  'subject_kind',
  'subject_id',
  'matter',
  'step',
  'occurrence',
  'done_at_ms',
  'snoozed_until_ms',
  'snooze_note',
  'snooze_expires_at_ms',
  'owner_id',
  'given_by_id',
  'due_at_ms',
  'planned_expiry_at_ms',
  'ends_at_ms',
  'is_promise',
  'keeps_end',
  'amount_at_risk_fen',
  'reason',
  'advice_kind',
  'advice_reason',
  'cancel_reason',
  'reminder_at_ms',
  'updated_at_ms',
  'state',
  'attention_at_ms',
  'expires_at_ms',
] as const satisfies readonly (keyof TaskRow)[];

function adviceOf({ advice_kind: kind, advice_reason: reason }: TaskRow): Task['advice'] {
  if (kind === null) return null;
  return kind === 'recommended' ? { kind } : { kind, reason: reason ?? '' };
}

export function toTask(row: TaskRow): Task {
  return withState({
    id: row.id,
    shopId: row.shop_id,
    kind: row.kind,
    subject: asSubject(row.subject_kind, row.subject_id),
    matter: row.matter,
    step: row.step,
    occurrence: row.occurrence,
    doneAtMs: row.done_at_ms,
    snoozedUntilMs: row.snoozed_until_ms,
    snoozeNote: row.snooze_note,
    snoozeExpiresAtMs: row.snooze_expires_at_ms,
    ownerId: row.owner_id,
    givenById: row.given_by_id,
    dueAtMs: row.due_at_ms,
    plannedExpiryAtMs: row.planned_expiry_at_ms,
    endsAtMs: row.ends_at_ms,
    isPromise: row.is_promise === 1,
    amountAtRiskFen: row.amount_at_risk_fen,
    reason: row.reason,
    advice: adviceOf(row),
    cancelReason: row.cancel_reason,
    reminderAtMs: row.reminder_at_ms,
    updatedAtMs: row.updated_at_ms,
  });
}

export function toTaskRow(facts: Task): TaskRow {
  // A caller may have changed a fact and not what follows from it.
  const task = withState(facts);
  return {
    id: task.id,
    shop_id: task.shopId,
    kind: task.kind,
    subject_kind: task.subject.kind,
    subject_id: task.subject.id,
    matter: task.matter,
    step: task.step,
    occurrence: task.occurrence,
    done_at_ms: task.doneAtMs,
    snoozed_until_ms: task.snoozedUntilMs,
    snooze_note: task.snoozeNote,
    snooze_expires_at_ms: task.snoozeExpiresAtMs,
    owner_id: task.ownerId,
    given_by_id: task.givenById,
    due_at_ms: task.dueAtMs,
    planned_expiry_at_ms: task.plannedExpiryAtMs,
    ends_at_ms: task.endsAtMs,
    is_promise: task.isPromise ? 1 : 0,
    keeps_end: taskKindSpec(task.kind).snooze === 'keeps-end' ? 1 : 0,
    amount_at_risk_fen: task.amountAtRiskFen,
    reason: task.reason,
    advice_kind: task.advice?.kind ?? null,
    advice_reason: task.advice?.kind === 'advised-against' ? task.advice.reason : null,
    cancel_reason: task.cancelReason,
    reminder_at_ms: task.reminderAtMs,
    updated_at_ms: task.updatedAtMs,
    state: task.state,
    attention_at_ms: attentionAtMs(task),
    expires_at_ms: task.expiresAtMs,
  };
}

import { type Actor, activityBy, given } from '../../shared/domain/acting.ts';
import { type Changes, changesOf } from '../../shared/domain/activity-changes.ts';
import type { ActivityId, OrderId, TaskId } from '../../shared/domain/ids.ts';
import { type Task, taskKindSpec, taskName } from '../../shared/domain/task.ts';
import { type UnpaidReason } from '../../shared/domain/unpaid-reason.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded, WarningChecks } from '../../shared/ipc/contract/task-contract.ts';
import { DAY, MINUTE } from '../../shared/time/durations.ts';
import type { Dispute } from '../store/chasing/dispute-store.ts';
import { type ChasingPorts, taskToDo } from './ports.ts';

/** P7: how soon a dispute is looked at again unless the agent says otherwise. */
const FOLLOW_UP_AFTER_MS = 3 * DAY;

type Request = {
  readonly taskId: TaskId;
  readonly reason?: UnpaidReason | null;
  readonly note?: string | null;
  /** P6: asked for before a warning, and for nothing else. */
  readonly checks?: WarningChecks | null;
};

type Dependencies = Pick<
  ChasingPorts,
  'inTransaction' | 'tasks' | 'activities' | 'disputes' | 'refreshTasks'
>;

type FollowUp = { readonly changes: Changes; readonly batch: readonly ActivityId[] };
const NOTHING: FollowUp = { changes: {}, batch: [] };
const STILL_OPEN = { closedAtMs: null, outcome: null, note: null };

const isClaim = ({ kind, step }: Task) => kind === 'chase' && step === 'claim-fee';

const CHECK_LABELS = {
  inStock: '商品有货',
  notCancelled: '客户未取消',
  reminderSent: '已发送 3 天提醒',
} as const satisfies Record<keyof WarningChecks, string>;

/** Records that a task was done: what was sent is a chase, what was asked is settled, the rest is done. */
export function createRecordChase(ports: Dependencies) {
  const { inTransaction, tasks, activities, disputes, refreshTasks } = ports;

  /** P6: the warning goes out only when all three checks hold, the last of them by the records. */
  function refuseUnchecked(orderId: OrderId, checks: WarningChecks | null | undefined): void {
    const isReminded = (activities.chasesOf([orderId]).get(orderId) ?? []).some(
      (message) => message.isRecorded && message.step === 'remind',
    );
    const holds = {
      inStock: checks?.inStock === true,
      notCancelled: checks?.notCancelled === true,
      reminderSent: checks?.reminderSent === true && isReminded,
    };
    const missing = (Object.keys(CHECK_LABELS) as (keyof WarningChecks)[]).filter((key) => !holds[key]);
    if (missing.length === 0) return;
    const names = missing.map((key) => CHECK_LABELS[key]).join('、');
    throw new AppError('invalid-input', `发送警告前须核对：${names}`);
  }

  /** P7: claiming the fee opens a dispute; looking at one that is still open promises the next look. */
  function followUp(task: Task, actor: Actor): FollowUp {
    if (task.subject.kind !== 'order') return NOTHING;
    const orderId = task.subject.id;
    const before = disputes.get(orderId) ?? null;
    const open = before?.closedAtMs === null ? before : null;
    const followUpAtMs = Math.floor((actor.nowMs + FOLLOW_UP_AFTER_MS) / MINUTE) * MINUTE;
    if (open && (task.kind === 'dispute' || isClaim(task))) {
      const after = { ...open, followUpAtMs };
      disputes.save(after);
      return { changes: changesOf(['dispute', orderId], before, after), batch: [] };
    }
    if (!isClaim(task)) return NOTHING;
    const after = { orderId, openedAtMs: actor.nowMs, followUpAtMs, ...STILL_OPEN };
    disputes.save(after);
    const opened = activities.append({
      ...activityBy(actor, task.subject),
      kind: 'dispute-opened',
      taskId: task.id,
      data: { untilMs: followUpAtMs },
    });
    return { changes: changesOf<Dispute>(['dispute', orderId], before, after), batch: [opened.id] };
  }

  return ({ taskId, reason, note, checks }: Request, actor: Actor): Recorded =>
    inTransaction(() => {
      const before = taskToDo(tasks, taskId);
      const { kind, step, subject } = before;
      const spec = taskKindSpec(kind);
      const answeredIn = spec.answeredIn(step);
      if (answeredIn !== null) throw new AppError('conflict', `请在「${answeredIn}」中同意或不同意`);
      if (kind === 'chase' && step === 'warn' && subject.kind === 'order')
        refuseUnchecked(subject.id, checks);
      const after = tasks.complete(taskId, actor.nowMs);
      if (!after) throw new AppError('not-found', '该待办已不存在');
      const { changes, batch } = followUp(before, actor);
      const activity = activities.append({
        ...activityBy(actor, subject),
        kind: spec.done.activity,
        taskId,
        data: {
          taskKind: kind,
          step,
          ...given({ reason, text: note }),
          changes: { ...changesOf(['task', taskId], before, after), ...changes },
          ...(batch.length > 0 ? { batch: [...batch] } : {}),
        },
      });
      refreshTasks([subject], actor.nowMs);
      return { activityId: activity.id, message: `已记录：${taskName(before)}` };
    });
}

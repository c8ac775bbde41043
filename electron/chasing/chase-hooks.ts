import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { Activity } from '../../shared/domain/activities/activity.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { closingTimeOf, type OrderSubject } from '../../shared/domain/orders/order-subject.ts';
import { requireUnpaidOrder } from '../../shared/domain/orders/require-order.ts';
import { idIn, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Task } from '../../shared/domain/tasks/task.ts';
import { AppError } from '../../shared/errors.ts';
import type { WarningChecks } from '../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { DAY, MINUTE } from '../../shared/time/durations.ts';
import type { Deed } from '../kernel/activities/act.ts';
import type { AfterDone, Completion, HooksByKind } from '../kernel/tasks/task-actions.ts';
import type { Dispute } from '../store/chasing/dispute-store.ts';
import type { SentMessage } from '../store/chasing/sent-chases.ts';
import { createPutOffBeyondClosing } from './agree-pay-time.ts';
import { hasCopied } from './has-copied.ts';
import { orderEdit } from './order-edit.ts';
import { type ChasingPorts, disputeRow } from './ports.ts';

/** P7: how soon a dispute is looked at again unless the agent says otherwise. */
const FOLLOW_UP_AFTER_MS = 3 * DAY;

const STILL_OPEN = { closedAtMs: null, outcome: null, note: null };

const CHECK_LABELS = {
  inStock: '商品有货',
  notCancelled: '客户未取消',
  reminderSent: '已发送 3 天提醒',
} as const satisfies Record<keyof WarningChecks, string>;

type Dependencies = {
  readonly activities: {
    chasesOf(orderIds: readonly OrderId[]): Map<OrderId, readonly SentMessage[]>;
    /** Newest first. */
    listOf(subject: SubjectRef): Activity[];
  };
  readonly disputes: { get(orderId: OrderId): Dispute | undefined; save(dispute: Dispute): void };
  readonly orders: ChasingPorts['orders'];
  readonly orderSubjects: { get(orderId: OrderId): OrderSubject | undefined };
};

/** Chasing adds these to the actions on tasks of its kinds. */
export function createChaseHooks({ activities, disputes, orders, orderSubjects }: Dependencies): HooksByKind {
  /** P6: the warning goes out only when all three checks hold, the last of them by the records. */
  function refuseUnchecked({ subject, step }: Task, checks: WarningChecks | null | undefined): void {
    const orderId = idIn(subject, 'order');
    if (step !== 'warn' || orderId === null) return;
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

  /** P10: reports rest on what was sent, so a message that nobody has copied is not recorded without a word. */
  function refuseUnsaid({ subject }: Task, { isTypedByHand }: Completion): void {
    if (isTypedByHand !== false || hasCopied(activities.listOf(subject))) return;
    throw new AppError('unsaid', '还没有为该订单复制话术');
  }

  const textOfDone = ({ subject }: Task): string | null =>
    hasCopied(activities.listOf(subject)) ? null : '未复制话术，手打发送';

  const nextLookMs = ({ nowMs }: Actor) => Math.floor((nowMs + FOLLOW_UP_AFTER_MS) / MINUTE) * MINUTE;

  /** P7: looking at a dispute that is still open promises the next look. */
  function lookAgain(task: Task, actor: Actor): AfterDone | null {
    const orderId = idIn(task.subject, 'order');
    const dispute = orderId === null ? undefined : disputes.get(orderId);
    if (dispute?.closedAtMs !== null) return null;
    return {
      rows: [disputeRow(dispute.orderId)],
      write: () => disputes.save({ ...dispute, followUpAtMs: nextLookMs(actor) }),
    };
  }

  /** P7: claiming the fee opens a dispute. */
  function openDispute(task: Task, actor: Actor): AfterDone | null {
    const orderId = idIn(task.subject, 'order');
    if (orderId === null || task.step !== 'claim-fee') return null;
    const followUpAtMs = nextLookMs(actor);
    const opened = {
      subject: task.subject,
      kind: 'dispute-opened',
      taskId: task.id,
      data: { untilMs: followUpAtMs },
      rows: [disputeRow(orderId)],
      write: () => disputes.save({ orderId, openedAtMs: actor.nowMs, followUpAtMs, ...STILL_OPEN }),
    } as const;
    return lookAgain(task, actor) ?? { alongside: [opened] };
  }

  /** A message that was put off is of use until the order closes. */
  function endWhenPutOff(task: Task, untilMs: EpochMs): EpochMs | null {
    const orderId = idIn(task.subject, 'order');
    const subject = orderId === null ? undefined : orderSubjects.get(orderId);
    const closesAtMs = subject ? closingTimeOf(subject.order, subject.settings.chase) : null;
    // The step's own end was planned without the snooze; what the agent asked for must still be shown then.
    return closesAtMs === null || closesAtMs <= untilMs ? null : closesAtMs;
  }

  /** 不催: nothing more is sent for the order. Without a reason, because none was asked for. */
  function stopChase({ subject }: Task, { nowMs }: Actor): Pick<Deed, 'rows' | 'write'> {
    const orderId = idIn(subject, 'order');
    if (orderId === null) return {};
    const order = requireUnpaidOrder(orders, orderId);
    return orderEdit(orders, order, { chaseStoppedAtMs: nowMs, chaseStopReason: null, nowMs });
  }

  return {
    chase: {
      skip: stopChase,
      beforeDone(task, completion) {
        refuseUnchecked(task, completion.checks);
        refuseUnsaid(task, completion);
      },
      textOfDone,
      afterDone: openDispute,
      insteadOfPutOff: createPutOffBeyondClosing({ orders, orderSubjects }),
      endWhenPutOff,
    },
    reorder: {
      beforeDone: refuseUnsaid,
      textOfDone,
    },
    dispute: { afterDone: lookAgain },
  };
}

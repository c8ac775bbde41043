import { type Actor, activityBy, given } from '../../shared/domain/acting.ts';
import { changesOf } from '../../shared/domain/activity-changes.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import { DISPUTE_OUTCOME_LABELS, type Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { formatBeijing } from '../../shared/time/beijing.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import { MINUTE } from '../../shared/time/durations.ts';
import type { Dispute, DisputeOutcome } from '../store/chasing/dispute-store.ts';
import { type ChasingPorts, ofOrder } from './ports.ts';

type Closing = {
  readonly orderId: OrderId;
  readonly outcome: DisputeOutcome;
  readonly note?: string | null;
};
type Postponement = {
  readonly orderId: OrderId;
  readonly untilMs: EpochMs;
  readonly note?: string | null;
};
type Dependencies = Pick<ChasingPorts, 'inTransaction' | 'disputes' | 'activities' | 'refreshTasks'>;

function openDispute(disputes: Pick<ChasingPorts['disputes'], 'get'>, orderId: OrderId): Dispute {
  const dispute = disputes.get(orderId);
  if (!dispute) throw new AppError('not-found', '该订单没有纠纷');
  if (dispute.closedAtMs !== null) throw new AppError('conflict', '该纠纷已结束');
  return dispute;
}

/** P7: the end of a dispute, with what came of it. */
export function createCloseDispute({ inTransaction, disputes, activities, refreshTasks }: Dependencies) {
  return ({ orderId, outcome, note }: Closing, actor: Actor): Recorded =>
    inTransaction(() => {
      const before = openDispute(disputes, orderId);
      const after: Dispute = { ...before, closedAtMs: actor.nowMs, outcome, note: note ?? before.note };
      disputes.save(after);
      const activity = activities.append({
        ...activityBy(actor, ofOrder(orderId)),
        kind: 'dispute-closed',
        data: { outcome, ...given({ text: note }), changes: changesOf(['dispute', orderId], before, after) },
      });
      refreshTasks([ofOrder(orderId)], actor.nowMs);
      return { activityId: activity.id, message: `纠纷结束：${DISPUTE_OUTCOME_LABELS[outcome]}` };
    });
}

/** P7: the dispute is looked at again at another time. */
export function createPostponeDispute({ inTransaction, disputes, activities, refreshTasks }: Dependencies) {
  return ({ orderId, note, ...request }: Postponement, actor: Actor): Recorded => {
    const untilMs = Math.floor(request.untilMs / MINUTE) * MINUTE;
    if (untilMs <= actor.nowMs) throw new AppError('invalid-input', '跟进时间须晚于现在');
    return inTransaction(() => {
      const before = openDispute(disputes, orderId);
      const after: Dispute = { ...before, followUpAtMs: untilMs, note: note ?? before.note };
      disputes.save(after);
      const activity = activities.append({
        ...activityBy(actor, ofOrder(orderId)),
        kind: 'snoozed',
        data: { untilMs, ...given({ text: note }), changes: changesOf(['dispute', orderId], before, after) },
      });
      refreshTasks([ofOrder(orderId)], actor.nowMs);
      return {
        activityId: activity.id,
        message: `纠纷将于 ${formatBeijing(untilMs).slice(5, 16)} 再次跟进`,
      };
    });
  };
}

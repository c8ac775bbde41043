import { type Actor, given } from '../../shared/domain/activities/acting.ts';
import type { OrderId } from '../../shared/domain/ids.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { AppError } from '../../shared/errors.ts';
import { DISPUTE_OUTCOME_LABELS, type Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { DisputeOutcome } from '../store/chasing/dispute-store.ts';
import { type ChasingPorts, disputeRow } from './ports.ts';

type Request = {
  readonly orderId: OrderId;
  readonly outcome: DisputeOutcome;
  readonly note?: string | null;
};

/** P7: the end of a dispute, with what came of it. */
export function createCloseDispute({ act, disputes }: Pick<ChasingPorts, 'act' | 'disputes'>) {
  return ({ orderId, outcome, note }: Request, actor: Actor): Recorded =>
    act(actor, () => {
      const dispute = disputes.get(orderId);
      if (!dispute) throw new AppError('not-found', '该订单没有纠纷');
      if (dispute.closedAtMs !== null) throw new AppError('conflict', '该纠纷已结束');
      return {
        subject: asSubject('order', orderId),
        kind: 'dispute-closed',
        data: { outcome, ...given({ text: note }) },
        rows: [disputeRow(orderId)],
        write: () =>
          disputes.save({ ...dispute, closedAtMs: actor.nowMs, outcome, note: note ?? dispute.note }),
        message: `纠纷结束：${DISPUTE_OUTCOME_LABELS[outcome]}`,
      };
    });
}

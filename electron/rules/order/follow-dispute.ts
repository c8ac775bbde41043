import {
  amountAtRiskFen,
  type OrderRule,
  type OrderSubject,
} from '../../../shared/domain/orders/order-subject.ts';
import type { Settlement } from '../../../shared/domain/tasks/rule.ts';
import type { WantedTask } from '../../../shared/domain/tasks/task.ts';

/** P7: a dispute is looked at again and again until it has an outcome. */
export const followDispute: OrderRule = {
  kind: 'dispute',
  concerns: ({ dispute }) => dispute !== null,
  find,
  settledBy,
};

function find({ order, dispute }: OrderSubject): WantedTask[] {
  if (dispute === null) return [];
  return [
    {
      kind: 'dispute',
      subject: { kind: 'order', id: order.id },
      step: 'follow-up',
      // Each look is a promise of its own: the one that was kept stays done when the next is made.
      occurrence: String(dispute.followUpAtMs),
      dueAtMs: dispute.followUpAtMs,
      expiresAtMs: null,
      amountAtRiskFen: amountAtRiskFen(order),
      reason: '交易费申请处理中，查看进展',
      advice: null,
    },
  ];
}

function settledBy({ dispute }: OrderSubject): Settlement | null {
  return dispute === null ? { reason: '纠纷已结束', isFinal: false } : null;
}

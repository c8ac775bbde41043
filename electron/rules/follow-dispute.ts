import type { OrderSubject, Settlement } from '../../shared/domain/order-subject.ts';
import type { WantedTask } from '../../shared/domain/task.ts';

/** P7: a dispute is looked at again and again until it has an outcome. */
export function followDispute({ order, dispute }: OrderSubject): WantedTask[] {
  if (dispute === null) return [];
  return [
    {
      kind: 'dispute',
      subject: { kind: 'order', id: order.id },
      // Each look is a promise of its own: the one that was kept stays done when the next is made.
      step: `follow-up-${dispute.followUpAtMs}`,
      dueAtMs: dispute.followUpAtMs,
      expiresAtMs: null,
      amountAtRiskFen: order.payableFen ?? order.goodsFen ?? 0,
      reason: '交易费申请处理中，查看进展',
      advice: null,
    },
  ];
}

export function disputeSettledBy({ dispute }: OrderSubject): Settlement | null {
  return dispute === null ? { reason: '纠纷已结束', isFinal: false } : null;
}

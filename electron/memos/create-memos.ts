import type { AgentId, OrderId } from '../../shared/domain/ids.ts';
import { type Memo, type MemoState, memosOf, pendingMemosOf } from '../../shared/domain/memos/memo.ts';
import { likelyTemplate } from '../../shared/domain/memos/memo-template.ts';
import { requireOrder } from '../../shared/domain/orders/require-order.ts';
import type { MemoDraft } from '../../shared/ipc/contract/memo-contract.ts';
import { createCopyMemo } from './copy-memo.ts';
import { type MemoPorts, nameIn } from './ports.ts';
import { createDropMemo, createMarkWritten } from './write-back.ts';

export type Memos = ReturnType<typeof createMemos>;

/** O1: the memos that agents write on orders, each act in one transaction with its activity. */
export function createMemos(ports: MemoPorts) {
  const { claims, refundReasonOf, orderDataAges } = ports;

  return {
    copy: createCopyMemo(ports),
    markWritten: createMarkWritten(ports),
    drop: createDropMemo(ports),
    /** The composer starts from this. */
    draft(orderId: OrderId, agentId: AgentId | null): MemoDraft {
      const { order, claims: own, settings } = requireOrder(ports.orderSubjects, orderId);
      return {
        memo: order.memo,
        flag: order.flag,
        pending: [...pendingMemosOf(own)],
        settings: settings.memo,
        likely: likelyTemplate(order),
        reason: refundReasonOf(orderId),
        courier: order.carrier,
        agentName: nameIn(ports, agentId),
        asOfMs: orderDataAges().find(({ shopId }) => shopId === order.shopId)?.asOfMs ?? null,
      };
    },
    /** Of all orders, the newest first. */
    list: (state: MemoState | null): readonly Memo[] =>
      memosOf(claims.listOfKind('memo')).filter((memo) => state === null || memo.state === state),
  };
}

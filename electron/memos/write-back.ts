import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { ClaimId, OrderId } from '../../shared/domain/ids.ts';
import { isPending, memoOf } from '../../shared/domain/memos/memo.ts';
import { requireOrder } from '../../shared/domain/orders/require-order.ts';
import { asSubject, idIn } from '../../shared/domain/subjects/subject.ts';
import type { Claim } from '../../shared/domain/tasks/claim.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { HooksByKind } from '../kernel/tasks/task-actions.ts';
import { type MemoPorts, pendingMemos, reopened, saving, withDetails } from './ports.ts';

/** Copied memos are one text, so pasting it writes all of them; those that an import has not shown are claimed anew. */
function writtenAt(claims: readonly Claim[], nowMs: number): readonly Claim[] {
  return pendingMemos(claims).flatMap(({ memo, claim }) => {
    if (memo.state === 'written') return [];
    const written = withDetails(claim, { writtenAtMs: nowMs });
    return [memo.state === 'unproven' ? reopened(written, nowMs) : written];
  });
}

/** O1: the agent says that it is on the platform; the next import that shows the order has the last word. */
export function createMarkWritten(ports: MemoPorts) {
  return ({ orderId }: { readonly orderId: OrderId }, actor: Actor): Recorded =>
    ports.act(actor, () => {
      const written = writtenAt(requireOrder(ports.orderSubjects, orderId).claims, actor.nowMs);
      if (written.length === 0) throw new AppError('conflict', '该订单没有待写回的备注');
      return {
        subject: asSubject('order', orderId),
        kind: 'memo-written',
        data: { text: written.map(({ data }) => data['fragment']).join('；') },
        ...saving(ports.claims, written),
        message: '备注已写回，待下次导入核实',
      };
    });
}

/** The same by completing the task. */
export function createMemoHooks(ports: Pick<MemoPorts, 'claims' | 'orderSubjects'>): HooksByKind {
  return {
    memo: {
      afterDone({ subject }, { nowMs }) {
        const orderId = idIn(subject, 'order');
        const claims = orderId === null ? [] : (ports.orderSubjects.get(orderId)?.claims ?? []);
        return saving(ports.claims, writtenAt(claims, nowMs));
      },
    },
  };
}

type Dropping = { readonly id: ClaimId; readonly reason: string };

/** O1: it is not needed any more; nothing is asked of the imports. */
export function createDropMemo({ act, claims }: MemoPorts) {
  return ({ id, reason }: Dropping, actor: Actor): Recorded =>
    act(actor, () => {
      const claim = claims.get(id);
      const memo = claim && memoOf(claim);
      if (!memo) throw new AppError('not-found', '该备注已不存在');
      if (!isPending(memo)) throw new AppError('conflict', '该备注已经导入核实');
      return {
        subject: claim.subject,
        kind: 'memo-dropped',
        data: { text: `${memo.fragment}：${reason}` },
        ...saving(claims, [{ ...claim, state: 'withdrawn' }]),
        message: '不再写这条备注',
      };
    });
}

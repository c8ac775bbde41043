import type { Actor } from '../../shared/domain/activities/acting.ts';
import { type Memo, memoOf } from '../../shared/domain/memos/memo.ts';
import { reasonFor } from '../../shared/domain/memos/memo-template.ts';
import { hasFragment } from '../../shared/domain/memos/memo-text.ts';
import { type MemoPlan, planMemo } from '../../shared/domain/memos/plan-memo.ts';
import { FLAG_LABELS, type Flag } from '../../shared/domain/orders/order.ts';
import type { OrderSubject } from '../../shared/domain/orders/order-subject.ts';
import { requireOrder } from '../../shared/domain/orders/require-order.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import type { Claim } from '../../shared/domain/tasks/claim.ts';
import { AppError } from '../../shared/errors.ts';
import type { MemoWish } from '../../shared/ipc/contract/memo-contract.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { newClaim } from '../kernel/claims/claiming.ts';
import {
  type MemoPorts,
  nameIn,
  type PendingMemo,
  pendingMemos,
  reopened,
  saving,
  withDetails,
} from './ports.ts';

export type CopiedMemo = Recorded & {
  readonly memo: Memo;
  /** All that is pasted, with what was copied before. */
  readonly fullText: string;
  readonly bytes: number;
};

type Planned = Omit<MemoPlan, 'flag' | 'problem'> & {
  readonly flag: Flag;
  readonly subject: OrderSubject;
  readonly pending: readonly PendingMemo[];
};

/**
 * O1: the whole memo as it is to be pasted. What was copied before and is not proven is part of it and stays to be
 * judged; of that, what an import has not shown is claimed anew.
 */
export function createCopyMemo(ports: MemoPorts) {
  const { act, claims, refundReasonOf } = ports;

  function planned({ orderId, template, ...words }: MemoWish, { agentId, nowMs }: Actor): Planned {
    const subject = requireOrder(ports.orderSubjects, orderId);
    const { order, settings } = subject;
    const pending = pendingMemos(subject.claims);
    const pattern = template === null ? null : settings.memo.templates[template];
    // Blank words are wanted so; where none were given, the order says what it knows.
    const { reason = pattern && reasonFor(pattern, refundReasonOf(orderId)), courier = order.carrier } =
      words;
    const { flag, problem, ...plan } = planMemo({
      memo: order.memo,
      pending: pending.map(({ memo }) => memo),
      template,
      filling: { reason, courier, agentName: nameIn(ports, agentId), nowMs },
      settings: settings.memo,
    });
    if (problem !== null || flag === null) throw new AppError('invalid-input', problem ?? '没有可复制的备注');
    return { ...plan, flag, subject, pending };
  }

  /** Pasted with the new one: one flag stands for all, and what was not shown is to be judged again. */
  function renewed({ pending, fragment, flag }: Planned, nowMs: number): readonly Claim[] {
    return pending.map(({ memo, claim }) => {
      const isSaidAgain = fragment === null || hasFragment(memo.fragment, fragment);
      return isSaidAgain || memo.state === 'unproven'
        ? reopened(withDetails(claim, { flag, writtenAtMs: null }), nowMs)
        : withDetails(claim, { flag });
    });
  }

  /** The same words are no second memo. */
  function claimsOf(plan: Planned, { template }: MemoWish, actor: Actor): readonly Claim[] {
    const { fragment, fullText, flag, pending, subject } = plan;
    const again = renewed(plan, actor.nowMs);
    const same = pending.findIndex(({ memo }) => fragment !== null && hasFragment(memo.fragment, fragment));
    // The one that was asked for is the last.
    if (same !== -1) return [...again.toSpliced(same, 1), ...again.slice(same, same + 1)];
    if (template === null || fragment === null) return again;
    const { id, shopId } = subject.order;
    const data = { template, fragment, fullText, flag, writtenAtMs: null };
    return [
      ...again,
      newClaim({ kind: 'memo', subject: asSubject('order', id), shopId, data }, actor, claims),
    ];
  }

  return (wish: MemoWish, actor: Actor): CopiedMemo => {
    let copied: Omit<CopiedMemo, keyof Recorded> | undefined;
    const recorded = act(actor, () => {
      const plan = planned(wish, actor);
      const written = claimsOf(plan, wish, actor);
      const last = written.at(-1);
      const memo = last && memoOf(last);
      if (!memo) throw new AppError('conflict', '该订单没有待写回的备注');
      copied = { memo, fullText: plan.fullText, bytes: plan.bytes };
      return {
        subject: asSubject('order', wish.orderId),
        kind: 'memo-copied',
        data: { text: `${memo.fragment}（${FLAG_LABELS[plan.flag]}）` },
        ...saving(claims, written),
        message: `已复制整条备注，请粘贴到平台并插${FLAG_LABELS[plan.flag]}`,
      };
    });
    if (copied === undefined) throw new Error('The stroke has planned nothing');
    return { ...recorded, ...copied };
  };
}

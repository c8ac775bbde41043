import type { AgentId, OrderId, ShopId } from '../../shared/domain/ids.ts';
import { isPending, type Memo, memoOf } from '../../shared/domain/memos/memo.ts';
import type { MemoClaim } from '../../shared/domain/memos/memo-claim.ts';
import type { OrderSubject } from '../../shared/domain/orders/order-subject.ts';
import type { Claim } from '../../shared/domain/tasks/claim.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Act, Deed } from '../kernel/activities/act.ts';
import type { ClaimStore } from '../store/claims/claim-store.ts';

/** Memos need these of the rest. */
export type MemoPorts = {
  readonly act: Act;
  readonly claims: Pick<ClaimStore, 'newId' | 'get' | 'listOfKind' | 'save'>;
  readonly agents: { get(id: AgentId): { readonly name: string } | undefined };
  readonly orderSubjects: { get(orderId: OrderId): OrderSubject | undefined };
  /** The reason that the customer has named last for a refund of the order. */
  readonly refundReasonOf: (orderId: OrderId) => string | null;
  /** For each shop when the newest file of its orders was written. */
  readonly orderDataAges: () => readonly { readonly shopId: ShopId; readonly asOfMs: EpochMs }[];
};

/** As it stands in a memo; nobody is signed in, or the agent has gone: no name. */
export const nameIn = ({ agents }: Pick<MemoPorts, 'agents'>, id: AgentId | null): string =>
  (id === null ? undefined : agents.get(id)?.name) ?? '';

/** A memo with the claim that stands for it. */
export type PendingMemo = { readonly memo: Memo; readonly claim: Claim };

export function pendingMemos(claims: readonly Claim[]): readonly PendingMemo[] {
  return claims.flatMap((claim) => {
    const memo = memoOf(claim);
    return memo !== null && isPending(memo) ? [{ memo, claim }] : [];
  });
}

/** The same claim with other details. */
export const withDetails = (claim: Claim, details: Partial<MemoClaim>): Claim => ({
  ...claim,
  data: { ...claim.data, ...details },
});

/** Claimed again: no import has judged it yet. */
export const reopened = (claim: Claim, nowMs: EpochMs): Claim => ({
  ...claim,
  claimedAtMs: nowMs,
  state: 'open',
  judgedByRun: null,
  judgedAtMs: null,
});

/** The part of a stroke that writes these claims. */
export const saving = (
  { save }: Pick<MemoPorts['claims'], 'save'>,
  claims: readonly Claim[],
): Required<Pick<Deed, 'rows' | 'write'>> => ({
  rows: claims.map(({ id }) => ({ table: 'claims', id })),
  write() {
    for (const claim of claims) save(claim);
  },
});

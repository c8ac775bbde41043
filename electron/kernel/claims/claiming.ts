import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { ClaimId, ShopId } from '../../../shared/domain/ids.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { Claim, ClaimKind } from '../../../shared/domain/tasks/claim.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { Deed } from '../activities/act.ts';

type Claims = {
  newId(nowMs: EpochMs): ClaimId;
  listOf(kind: SubjectRef['kind'], ids: readonly string[]): Claim[];
  save(claim: Claim): void;
};

export type NewClaim = {
  readonly kind: ClaimKind;
  readonly subject: SubjectRef;
  readonly shopId: ShopId | null;
  readonly data?: Claim['data'];
};

/** The claim as it is made, not written yet. */
export function newClaim(
  { kind, subject, shopId, data = {} }: NewClaim,
  { agentId, nowMs }: Actor,
  { newId }: Pick<Claims, 'newId'>,
): Claim {
  return {
    id: newId(nowMs),
    shopId,
    subject,
    kind,
    data,
    agentId,
    claimedAtMs: nowMs,
    state: 'open',
    judgedByRun: null,
    judgedAtMs: null,
  };
}

/**
 * The part of a stroke that claims something; one made again takes the place of the one still open. An undo of the
 * stroke withdraws the claim.
 */
export function claiming(
  made: NewClaim,
  actor: Actor,
  claims: Claims,
): Required<Pick<Deed, 'subject' | 'rows' | 'write'>> {
  const { kind, subject } = made;
  const replaced = claims
    .listOf(subject.kind, [subject.id])
    .filter((claim) => claim.kind === kind && claim.state === 'open');
  const claim = newClaim(made, actor, claims);
  return {
    subject,
    rows: [...replaced, claim].map(({ id }) => ({ table: 'claims', id })),
    write() {
      for (const earlier of replaced) claims.save({ ...earlier, state: 'withdrawn' });
      claims.save(claim);
    },
  };
}

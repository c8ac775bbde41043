import { z } from 'zod';
import { AgentId, ClaimId, ImportRunId, ShopId } from '../ids.ts';
import { SubjectRef } from '../subjects/subject.ts';
import type { ClaimSpec } from './claim-kinds/claim-spec.ts';
import { CLAIM_KIND_SPECS } from './claim-kinds/index.ts';

export type ClaimKind = keyof typeof CLAIM_KIND_SPECS;
// The keys of the specs are the kinds.
export const CLAIM_KINDS = Object.keys(CLAIM_KIND_SPECS) as ClaimKind[];
export const ClaimKind = z.enum(CLAIM_KINDS);

/** The words for claims of this kind, and how an import judges them. */
export const claimSpec = (kind: ClaimKind): ClaimSpec => CLAIM_KIND_SPECS[kind];

export const CLAIM_STATES = ['open', 'proved', 'refuted', 'withdrawn'] as const;
export const ClaimState = z.enum(CLAIM_STATES);
export type ClaimState = z.infer<typeof ClaimState>;

/** X4: an agent says that something is so on the platform. It is open until an import shows whether it is. */
export const Claim = z.object({
  id: ClaimId,
  shopId: ShopId.nullable(),
  subject: SubjectRef,
  kind: ClaimKind,
  /** The details of the claim, such as the words of a memo; their shape is the kind's. */
  data: z.record(z.string(), z.unknown()),
  /** The agent who claimed it. */
  agentId: AgentId.nullable(),
  claimedAtMs: z.int(),
  state: ClaimState,
  /** The import that judged it; undoing that import opens the claim again. */
  judgedByRun: ImportRunId.nullable(),
  judgedAtMs: z.int().nullable(),
});
export type Claim = z.infer<typeof Claim>;

/** The newest open claim of the kind. */
export const openClaim = (claims: readonly Claim[], kind: ClaimKind): Claim | undefined =>
  claims.findLast((claim) => claim.kind === kind && claim.state === 'open');

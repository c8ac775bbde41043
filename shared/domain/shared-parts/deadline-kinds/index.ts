import type { DeadlineKindSpec } from './deadline-kind-spec.ts';
import { refund } from './refund.ts';
import { refundProof } from './refund-proof.ts';
import { reply } from './reply.ts';
import { ship } from './ship.ts';

/** Every kind of deadline. The key is what the store holds, so it stays. */
export const DEADLINE_KIND_SPECS = {
  reply,
  ship,
  refund,
  'refund-proof': refundProof,
} as const satisfies Record<string, DeadlineKindSpec>;

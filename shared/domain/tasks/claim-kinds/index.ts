import type { ClaimSpec } from './claim-spec.ts';
import { memo } from './memo.ts';
import { paid } from './paid.ts';
import { parcelAsked } from './parcel-asked.ts';
import { refundAnswered } from './refund-answered.ts';
import { shipped } from './shipped.ts';

/** Every kind of claim. The key is what the store holds, so it stays. */
export const CLAIM_KIND_SPECS = {
  paid,
  memo,
  shipped,
  'refund-answered': refundAnswered,
  'parcel-asked': parcelAsked,
} as const satisfies Record<string, ClaimSpec>;

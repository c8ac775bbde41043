import type { ClaimId } from '../../../shared/domain/ids.ts';
import type { MemoClaim } from '../../../shared/domain/memos/memo-claim.ts';
import type { Claim } from '../../../shared/domain/tasks/claim.ts';
import { aClaim } from './a-claim.ts';

/** O1: the claim that a memo is on the order of the builders. */
export function aMemo(details: Partial<MemoClaim> = {}, claim: Partial<Claim> = {}): Claim {
  const data: MemoClaim = {
    template: 'unshipped',
    fragment: '不要了+小满/6.10',
    fullText: '不要了+小满/6.10',
    flag: 'purple',
    writtenAtMs: null,
    ...details,
  };
  return aClaim({ id: 'memo-1' as ClaimId, kind: 'memo', data, ...claim });
}

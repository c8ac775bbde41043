import { z } from 'zod';
import { AgentId, ClaimId, OrderId } from '../ids.ts';
import { idIn } from '../subjects/subject.ts';
import type { Claim, ClaimState } from '../tasks/claim.ts';
import { MemoClaim } from './memo-claim.ts';

/** `copied` and `written` wait for an import; `unproven`: one has shown the order without it. */
export const MEMO_STATES = ['copied', 'written', 'proven', 'unproven'] as const;
const MemoState = z.enum(MEMO_STATES);
export type MemoState = z.infer<typeof MemoState>;

export const MEMO_STATE_LABELS = {
  copied: '待写回',
  written: '已写回，待导入核实',
  proven: '导入已核实',
  unproven: '导入未显示',
} as const satisfies Record<MemoState, string>;

export const Memo = MemoClaim.extend({
  id: ClaimId,
  orderId: OrderId,
  agentId: AgentId.nullable(),
  copiedAtMs: z.int(),
  state: MemoState,
  judgedAtMs: z.int().nullable(),
});
export type Memo = z.infer<typeof Memo>;

const STATES = {
  open: 'copied',
  proved: 'proven',
  refuted: 'unproven',
} as const satisfies Record<Exclude<ClaimState, 'withdrawn'>, MemoState>;

/** The memo that is claimed; `null` for a claim of another kind, and for one that was dropped. */
export function memoOf(claim: Claim): Memo | null {
  const orderId = idIn(claim.subject, 'order');
  if (claim.kind !== 'memo' || claim.state === 'withdrawn' || orderId === null) return null;
  const data = MemoClaim.parse(claim.data);
  return {
    ...data,
    id: claim.id,
    orderId,
    agentId: claim.agentId,
    copiedAtMs: claim.claimedAtMs,
    state: claim.state === 'open' && data.writtenAtMs !== null ? 'written' : STATES[claim.state],
    judgedAtMs: claim.judgedAtMs,
  };
}

export const memosOf = (claims: readonly Claim[]): readonly Memo[] =>
  claims.flatMap((claim) => memoOf(claim) ?? []);

/** Not proven yet: the next full text of the order holds these as well, or pasting it would wipe them out. */
export const isPending = ({ state }: Pick<Memo, 'state'>): boolean => state !== 'proven';

export const pendingMemosOf = (claims: readonly Claim[]): readonly Memo[] =>
  memosOf(claims).filter(isPending);

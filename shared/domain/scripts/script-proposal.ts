import { z } from 'zod';
import { AgentId, ScriptExampleId, ScriptId, ScriptProposalId } from '../ids.ts';
import { ScriptDraft } from './script.ts';
import { ScriptContent } from './script-learning/versions.ts';

export const PROPOSAL_KIND_LABELS = { create: '新建', edit: '修改', archive: '归档' } as const;
export const ProposalKind = z.enum(['create', 'edit', 'archive']);
export type ProposalKind = z.infer<typeof ProposalKind>;

export const PROPOSAL_STATE_LABELS = {
  open: '待审批',
  accepted: '已采纳',
  rejected: '已驳回',
  withdrawn: '已撤回',
} as const;
export const ProposalState = z.enum(['open', 'accepted', 'rejected', 'withdrawn']);
export type ProposalState = z.infer<typeof ProposalState>;

/** A change that an agent proposes and a lead answers. */
export const ScriptProposal = z.object({
  id: ScriptProposalId,
  kind: ProposalKind,
  /** Of a new script, the one that came of it. */
  scriptId: ScriptId.nullable(),
  /** The script as the proposer saw it. */
  base: ScriptContent.nullable(),
  /** As it is to be. */
  draft: ScriptContent.nullable(),
  reason: z.string(),
  exampleId: ScriptExampleId.nullable(),
  agentId: AgentId,
  atMs: z.int(),
  state: ProposalState,
  decidedBy: AgentId.nullable(),
  decidedAtMs: z.int().nullable(),
  decisionNote: z.string().nullable(),
});
export type ScriptProposal = z.infer<typeof ScriptProposal>;

export const ProposalReason = z.string().trim().min(1, '请填写理由').max(500);
export const DecisionNote = z.string().trim().max(500);

const why = { reason: ProposalReason };
/** K9: the example that the proposal was learned from. */
const fromExample = { exampleId: ScriptExampleId.nullable().default(null) };
export const NewProposal = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('create'), draft: ScriptDraft, ...why }),
  z.object({ kind: z.literal('edit'), scriptId: ScriptId, draft: ScriptDraft, ...why, ...fromExample }),
  z.object({ kind: z.literal('archive'), scriptId: ScriptId, ...why, ...fromExample }),
]);
export type NewProposal = z.infer<typeof NewProposal>;

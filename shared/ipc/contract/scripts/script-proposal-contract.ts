import { z } from 'zod';
import { ScriptProposalId } from '../../../domain/ids.ts';
import { Script, ScriptDraft } from '../../../domain/scripts/script.ts';
import {
  DecisionNote,
  NewProposal,
  ProposalReason,
  ScriptProposal,
} from '../../../domain/scripts/script-proposal.ts';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';
import { Recorded } from '../task-contract.ts';

const OneProposal = z.object({ id: ScriptProposalId });

/** With the script as it is now, so that both changes can be seen where somebody else was quicker. */
export const ShownProposal = ScriptProposal.extend({
  agentName: z.string(),
  deciderName: z.string().nullable(),
  current: Script.nullable(),
  /** The script is not what the proposer saw any more. */
  isStale: z.boolean(),
  exampleNote: z.string().nullable(),
  exampleOrderNo: z.string().nullable(),
});
export type ShownProposal = z.infer<typeof ShownProposal>;

export const scriptProposalContract = {
  'scriptProposals.list': {
    input: nothing,
    output: z.object({
      /** Whether the agent answers proposals, rather than makes them. */
      mayDecide: z.boolean(),
      /** All of them for who answers, else the agent's own. */
      open: z.array(ShownProposal),
      /** The agent's own, or for who answers everybody's; the latest first. */
      answered: z.array(ShownProposal),
      /** Answers that the agent has not read. */
      unread: z.int(),
    }),
  },
  /** How many wait for the agent: to be answered by who answers, to be read by who proposed. */
  'scriptProposals.waiting': { input: nothing, output: z.int() },
  'scriptProposals.propose': { input: NewProposal, output: OneProposal.extend(Recorded.shape) },
  'scriptProposals.withdraw': { input: OneProposal, output: Recorded },
  /** `draft`: as the lead has it; left out, as it was proposed. */
  'scriptProposals.accept': {
    input: OneProposal.extend({ draft: ScriptDraft.nullable().default(null), note: DecisionNote }),
    output: Recorded,
  },
  'scriptProposals.reject': { input: OneProposal.extend({ note: ProposalReason }), output: Recorded },
  'scriptProposals.markRead': { input: nothing, output: nothing },
} as const satisfies Record<string, Endpoint>;

import type { Agent } from '../shared/domain/agent.ts';
import type { Core } from './core.ts';
import type { Broadcast } from './ipc/broadcast.ts';
import { createScriptPageHandlers } from './script-learning/script-page-handlers.ts';
import { createScriptProposalHandlers } from './script-proposals/script-proposal-handlers.ts';

type Surroundings = {
  readonly agent: () => Agent | null;
  readonly broadcast: Broadcast;
  /** The library is another one now. */
  readonly libraryChanged: () => void;
};

/** What the page asks about what was learned, and what agents propose. */
export function createLearningHandlers(core: Core, { agent, broadcast, libraryChanged }: Surroundings) {
  const { stores, session, clock, inTransaction, learning } = core;
  const { requireAgentId } = session;
  const scriptsChanged = () => broadcast('scripts.changed', undefined);
  return {
    ...createScriptPageHandlers({
      scripts: stores.scripts,
      figures: stores.scriptFigures,
      changes: stores.scriptChanges,
      exampleStore: stores.scriptExamples,
      examples: learning.examples,
      newsFor: learning.newsFor,
      currentAgentId: session.currentAgentId,
      requireAgentId,
      clock,
      inTransaction,
      exampleChanged(orderId) {
        broadcast('subjects.changed', { subjects: [{ kind: 'order', id: orderId }] });
        scriptsChanged();
      },
      newsSeen: scriptsChanged,
    }),
    ...createScriptProposalHandlers({
      proposals: learning.proposals,
      store: stores.scriptProposals,
      scripts: stores.scripts,
      agent,
      team: stores.agents.list,
      requireAgentId,
      clock,
      decided: libraryChanged,
      changed: scriptsChanged,
    }),
  };
}

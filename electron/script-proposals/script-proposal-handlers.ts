import type { AgentId, ScriptId } from '../../shared/domain/ids.ts';
import type { Script } from '../../shared/domain/scripts/script.ts';
import { changedFieldsOf } from '../../shared/domain/scripts/script-learning/versions.ts';
import { isVisibleTo, mayDecide } from '../../shared/domain/scripts/script-scope.ts';
import type { Agent } from '../../shared/domain/team/agent.ts';
import { AppError } from '../../shared/errors.ts';
import type { ShownProposal } from '../../shared/ipc/contract/scripts/script-proposal-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { NamedProposal, ScriptProposalStore } from '../store/scripts/script-proposal-store.ts';
import type { ScriptProposals } from './script-proposals.ts';

const ANSWERED = 50;

type Dependencies = {
  readonly proposals: ScriptProposals;
  readonly store: Pick<
    ScriptProposalStore,
    'listOpen' | 'listAnswered' | 'listAnsweredOf' | 'countOpen' | 'countUnread' | 'markRead'
  >;
  readonly scripts: { get(id: ScriptId): Script | undefined };
  readonly agent: () => Agent | null;
  readonly team: () => readonly Agent[];
  readonly requireAgentId: () => AgentId;
  readonly clock: Clock;
  /** The library may have changed. */
  readonly decided: () => void;
  readonly changed: () => void;
};

export function createScriptProposalHandlers(dependencies: Dependencies) {
  const { proposals, store, scripts, agent, team, requireAgentId, clock, decided, changed } = dependencies;

  const actor = () => ({ agentId: requireAgentId(), nowMs: clock.now() });

  function requireDecider(): void {
    const who = agent();
    if (!who || !mayDecide(who, team())) throw new AppError('invalid-input', '只有主管或经理可以处理建议');
  }

  function requireVisible(scope: Script['scope'] | undefined): void {
    if (scope === undefined || !isVisibleTo(scope, requireAgentId())) {
      throw new AppError('not-found', '该话术已不存在');
    }
  }

  function toShown(proposal: NamedProposal): ShownProposal {
    const current = proposal.scriptId === null ? null : (scripts.get(proposal.scriptId) ?? null);
    const isOpen = proposal.state === 'open' && proposal.base !== null;
    return { ...proposal, current, isStale: isOpen && isChanged(proposal, current) };
  }

  return {
    'scriptProposals.list': () => {
      const who = agent();
      if (!who) return { mayDecide: false, open: [], answered: [], unread: 0 };
      const isDecider = mayDecide(who, team());
      const open = store.listOpen().filter(({ agentId }) => isDecider || agentId === who.id);
      const answered = isDecider ? store.listAnswered(ANSWERED) : store.listAnsweredOf(who.id, ANSWERED);
      return {
        mayDecide: isDecider,
        open: open.map(toShown),
        answered: answered.map(toShown),
        unread: store.countUnread(who.id),
      };
    },
    'scriptProposals.waiting': () => {
      const who = agent();
      if (!who) return 0;
      return store.countUnread(who.id) + (mayDecide(who, team()) ? store.countOpen() : 0);
    },
    'scriptProposals.propose': (wanted) => {
      requireVisible(wanted.kind === 'create' ? wanted.draft.scope : scripts.get(wanted.scriptId)?.scope);
      const recorded = proposals.propose(wanted, actor());
      changed();
      return recorded;
    },
    'scriptProposals.withdraw': ({ id }) => {
      const recorded = proposals.withdraw(id, actor());
      changed();
      return recorded;
    },
    'scriptProposals.accept': (acceptance) => {
      requireDecider();
      const recorded = proposals.accept(acceptance, actor());
      decided();
      return recorded;
    },
    'scriptProposals.reject': (answer) => {
      requireDecider();
      const recorded = proposals.reject(answer, actor());
      changed();
      return recorded;
    },
    'scriptProposals.markRead': () => {
      const { agentId, nowMs } = actor();
      store.markRead(agentId, nowMs);
      changed();
    },
  } satisfies Partial<Handlers>;
}

function isChanged({ base }: NamedProposal, current: Script | null): boolean {
  if (current === null || current.archivedAtMs !== null) return true;
  return base !== null && changedFieldsOf(base, current).length > 0;
}

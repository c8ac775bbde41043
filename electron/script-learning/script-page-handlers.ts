import type { AgentId, OrderId, ScriptCaseId, ScriptId } from '../../shared/domain/ids.ts';
import type { Script } from '../../shared/domain/script.ts';
import type { ScriptCase } from '../../shared/domain/script-case.ts';
import { type CountedUses, scriptFiguresOf } from '../../shared/domain/script-learning/figures.ts';
import { type RecordedChange, scriptVersionsOf } from '../../shared/domain/script-learning/versions.ts';
import { isVisibleTo } from '../../shared/domain/script-scope.ts';
import { AppError } from '../../shared/errors.ts';
import type { ScriptNews, ShownCase } from '../../shared/ipc/contract/script-page-contract.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Clock, EpochMs } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { InTransaction } from '../store/connection.ts';
import type { ScriptCases } from './script-cases.ts';

type Dependencies = {
  readonly scripts: { get(id: ScriptId): Script | undefined };
  readonly figures: { countsOf(id: ScriptId): CountedUses[] };
  readonly changes: {
    changesOf(id: ScriptId): RecordedChange[];
    markAllSeen(agentId: AgentId, nowMs: EpochMs): void;
    markSeen(agentId: AgentId, scriptId: ScriptId, nowMs: EpochMs): void;
  };
  readonly caseStore: {
    get(id: ScriptCaseId): ScriptCase | undefined;
    listOfScript(id: ScriptId): ShownCase[];
    listOfOrder(id: OrderId, agentId: AgentId | null): ShownCase[];
  };
  readonly cases: ScriptCases;
  readonly newsFor: (agentId: AgentId) => { scriptIds: ScriptId[]; news: ScriptNews[] };
  readonly currentAgentId: () => AgentId | null;
  readonly requireAgentId: () => AgentId;
  readonly clock: Clock;
  readonly inTransaction: InTransaction;
  readonly caseChanged: (orderId: OrderId) => void;
  readonly newsSeen: () => void;
};

export function createScriptPageHandlers(dependencies: Dependencies) {
  const { scripts, figures, changes, caseStore, cases, newsFor } = dependencies;
  const { currentAgentId, requireAgentId, clock, inTransaction, caseChanged, newsSeen } = dependencies;

  /** A personal script of somebody else is answered as one that does not exist. */
  function visible(id: ScriptId): Script {
    const script = scripts.get(id);
    if (!script || !isVisibleTo(script.scope, currentAgentId())) {
      throw new AppError('not-found', '该话术已不存在');
    }
    return script;
  }

  const actor = () => ({ agentId: requireAgentId(), nowMs: clock.now() });

  function onCase(id: ScriptCaseId, act: () => Recorded): Recorded {
    const found = caseStore.get(id);
    if (!found) throw new AppError('not-found', '该案例已不存在');
    visible(found.scriptId);
    const recorded = act();
    caseChanged(found.orderId);
    return recorded;
  }

  return {
    'scriptPage.script': ({ scriptId }) => visible(scriptId),
    'scriptPage.figures': ({ scriptId }) => scriptFiguresOf(figures.countsOf(visible(scriptId).id)),
    'scriptPage.history': ({ scriptId }) => scriptVersionsOf(visible(scriptId), changes.changesOf(scriptId)),
    'scriptCases.ofScript': ({ scriptId }) => caseStore.listOfScript(visible(scriptId).id),
    'scriptCases.ofOrder': ({ orderId }) => caseStore.listOfOrder(orderId, currentAgentId()),
    'scriptCases.add': (wanted) => {
      visible(wanted.scriptId);
      const recorded = cases.add(wanted, actor());
      caseChanged(wanted.orderId);
      return recorded;
    },
    'scriptCases.remove': ({ id }) => onCase(id, () => cases.remove(id, actor())),
    'scriptCases.link': (link) => onCase(link.id, () => cases.link(link, actor())),
    'scriptNews.list': () => {
      const agentId = currentAgentId();
      return agentId === null ? { scriptIds: [], news: [] } : newsFor(agentId);
    },
    'scriptNews.markSeen': ({ scriptId }) => {
      const { agentId, nowMs } = actor();
      inTransaction(() =>
        scriptId === null
          ? changes.markAllSeen(agentId, nowMs)
          : changes.markSeen(agentId, visible(scriptId).id, nowMs),
      );
      newsSeen();
    },
  } satisfies Partial<Handlers>;
}

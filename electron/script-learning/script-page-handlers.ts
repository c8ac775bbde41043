import type { AgentId, OrderId, ScriptExampleId, ScriptId } from '../../shared/domain/ids.ts';
import type { Script } from '../../shared/domain/scripts/script.ts';
import type { ScriptExample } from '../../shared/domain/scripts/script-example.ts';
import { type CountedUses, scriptFiguresOf } from '../../shared/domain/scripts/script-learning/figures.ts';
import {
  type RecordedChange,
  scriptVersionsOf,
} from '../../shared/domain/scripts/script-learning/versions.ts';
import { isVisibleTo } from '../../shared/domain/scripts/script-scope.ts';
import { AppError } from '../../shared/errors.ts';
import type { ScriptNews, ShownExample } from '../../shared/ipc/contract/scripts/script-page-contract.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Clock, EpochMs } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { InTransaction } from '../store/connection.ts';
import type { ScriptExamples } from './script-examples.ts';

type Dependencies = {
  readonly scripts: { get(id: ScriptId): Script | undefined };
  readonly figures: { countsOf(id: ScriptId): CountedUses[] };
  readonly changes: {
    changesOf(id: ScriptId): RecordedChange[];
    markAllSeen(agentId: AgentId, nowMs: EpochMs): void;
    markSeen(agentId: AgentId, scriptId: ScriptId, nowMs: EpochMs): void;
  };
  readonly exampleStore: {
    get(id: ScriptExampleId): ScriptExample | undefined;
    listOfScript(id: ScriptId): ShownExample[];
    listOfOrder(id: OrderId, agentId: AgentId | null): ShownExample[];
  };
  readonly examples: ScriptExamples;
  readonly newsFor: (agentId: AgentId) => { scriptIds: ScriptId[]; news: ScriptNews[] };
  readonly currentAgentId: () => AgentId | null;
  readonly requireAgentId: () => AgentId;
  readonly clock: Clock;
  readonly inTransaction: InTransaction;
  readonly exampleChanged: (orderId: OrderId) => void;
  readonly newsSeen: () => void;
};

export function createScriptPageHandlers(dependencies: Dependencies) {
  const { scripts, figures, changes, exampleStore, examples, newsFor } = dependencies;
  const { currentAgentId, requireAgentId, clock, inTransaction, exampleChanged, newsSeen } = dependencies;

  /** A personal script of somebody else is answered as one that does not exist. */
  function visible(id: ScriptId): Script {
    const script = scripts.get(id);
    if (!script || !isVisibleTo(script.scope, currentAgentId())) {
      throw new AppError('not-found', '该话术已不存在');
    }
    return script;
  }

  const actor = () => ({ agentId: requireAgentId(), nowMs: clock.now() });

  function onExample(id: ScriptExampleId, act: () => Recorded): Recorded {
    const found = exampleStore.get(id);
    if (!found) throw new AppError('not-found', '该案例已不存在');
    visible(found.scriptId);
    const recorded = act();
    exampleChanged(found.orderId);
    return recorded;
  }

  return {
    'scriptPage.script': ({ scriptId }) => visible(scriptId),
    'scriptPage.figures': ({ scriptId }) => scriptFiguresOf(figures.countsOf(visible(scriptId).id)),
    'scriptPage.history': ({ scriptId }) => scriptVersionsOf(visible(scriptId), changes.changesOf(scriptId)),
    'scriptExamples.ofScript': ({ scriptId }) => exampleStore.listOfScript(visible(scriptId).id),
    'scriptExamples.ofOrder': ({ orderId }) => exampleStore.listOfOrder(orderId, currentAgentId()),
    'scriptExamples.add': (wanted) => {
      visible(wanted.scriptId);
      const recorded = examples.add(wanted, actor());
      exampleChanged(wanted.orderId);
      return recorded;
    },
    'scriptExamples.remove': ({ id }) => onExample(id, () => examples.remove(id, actor())),
    'scriptExamples.link': (link) => onExample(link.id, () => examples.link(link, actor())),
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

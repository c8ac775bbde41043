import type { Concession } from '../../shared/domain/chasing/concession.ts';
import type { AgentId, ConcessionId, OrderId } from '../../shared/domain/ids.ts';
import type { SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { Concessions } from './create-concessions.ts';
import type { Bargainer } from './ports.ts';

type Dependencies = {
  readonly concessions: Concessions;
  readonly stores: { readonly concessions: { get(id: ConcessionId): Concession | undefined } };
  readonly requireAgentId: () => AgentId;
  readonly currentAgentId: () => AgentId | null;
  readonly clock: Clock;
  /** Somebody may have an answer waiting, and every window shows it. */
  readonly changed: (subjects: readonly SubjectRef[] | 'many') => void;
};

export function createConcessionHandlers(dependencies: Dependencies) {
  const { concessions, stores, requireAgentId, currentAgentId, clock, changed } = dependencies;

  const orderIdOf = (id: ConcessionId) => stores.concessions.get(id)?.orderId ?? null;

  function act(orderId: OrderId | null, work: (actor: Bargainer) => Recorded): Recorded {
    const recorded = work({ agentId: requireAgentId(), nowMs: clock.now() });
    changed(orderId === null ? 'many' : [{ kind: 'order', id: orderId }]);
    return recorded;
  }

  return {
    'concessions.ofOrder': ({ orderId }) => concessions.view(orderId, currentAgentId()),
    'concessions.offer': (request) => act(request.orderId, (actor) => concessions.offer(request, actor)),
    'concessions.settle': (request) =>
      act(orderIdOf(request.id), (actor) => concessions.settle(request, actor)),
    'concessions.ask': (request) => act(request.orderId, (actor) => concessions.ask(request, actor)),
    'concessions.decide': (request) =>
      act(orderIdOf(request.id), (actor) => concessions.decide(request, actor)),
  } satisfies Partial<Handlers>;
}

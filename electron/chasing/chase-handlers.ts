import type { Actor } from '../../shared/domain/acting.ts';
import type { ChaseSettings } from '../../shared/domain/chase-settings.ts';
import type { AgentId, OrderId, TaskId } from '../../shared/domain/ids.ts';
import type { Task } from '../../shared/domain/task.ts';
import type { ChasePreview, Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Clock, EpochMs } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { Chasing } from './create-chasing.ts';

type Dependencies = {
  readonly chasing: Chasing;
  readonly tasks: { get(id: TaskId): Task | undefined };
  readonly previewLadder: (settings: ChaseSettings, placedAtMs: EpochMs) => ChasePreview[];
  readonly requireAgentId: () => AgentId;
  readonly clock: Clock;
  /** What an agent decided may have moved reminders, and every window shows it. */
  readonly changed: (orderId: OrderId | null) => void;
};

/** What an agent does with a task or an unpaid order. Each returns the activity by which it is undone. */
export function createChaseHandlers(dependencies: Dependencies) {
  const { chasing, tasks, previewLadder, requireAgentId, clock, changed } = dependencies;

  function act(orderId: OrderId | null, work: (actor: Actor) => Recorded): Recorded {
    const recorded = work({ agentId: requireAgentId(), nowMs: clock.now() });
    changed(orderId);
    return recorded;
  }

  function orderOf(id: TaskId): OrderId | null {
    const subject = tasks.get(id)?.subject;
    return subject?.kind === 'order' ? subject.id : null;
  }

  return {
    'tasks.complete': ({ id, ...request }) =>
      act(orderOf(id), (actor) => chasing.recordChase({ taskId: id, ...request }, actor)),
    'tasks.snooze': ({ id, ...request }) =>
      act(orderOf(id), (actor) => chasing.snoozeTask({ taskId: id, ...request }, actor)),
    'tasks.handOver': ({ ids, agentId, note }) =>
      act(null, (actor) => chasing.handOverTasks({ taskIds: ids, toAgentId: agentId, note }, actor)),
    'chases.agree': (request) => act(request.orderId, (actor) => chasing.agreePayTime(request, actor)),
    'chases.noteReason': (request) => act(request.orderId, (actor) => chasing.noteReason(request, actor)),
    'chases.giveUp': (request) => act(request.orderId, (actor) => chasing.giveUpChase(request, actor)),
    'chases.claimPaid': (request) => act(request.orderId, (actor) => chasing.claimPaid(request, actor)),
    'chases.setCloseTime': (request) => act(request.orderId, (actor) => chasing.setCloseTime(request, actor)),
    'chases.preview': ({ settings, placedAtMs }) => previewLadder(settings, placedAtMs),
    'disputes.close': (request) => act(request.orderId, (actor) => chasing.closeDispute(request, actor)),
    'orders.addNote': (request) => act(request.orderId, (actor) => chasing.addNote(request, actor)),
    'activities.undo': ({ activityId }) => act(null, (actor) => chasing.undoActivity(activityId, actor)),
  } satisfies Partial<Handlers>;
}

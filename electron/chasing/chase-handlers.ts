import type { Actor } from '../../shared/domain/acting.ts';
import type { ChaseSettings } from '../../shared/domain/chase-settings.ts';
import type { AgentId, OrderId, TaskId } from '../../shared/domain/ids.ts';
import type { SubjectRef } from '../../shared/domain/subject.ts';
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
  readonly changed: (subjects: readonly SubjectRef[] | 'many') => void;
};

/** What an agent does with a task or an unpaid order. Each returns the activity by which it is undone. */
export function createChaseHandlers(dependencies: Dependencies) {
  const { chasing, tasks, previewLadder, requireAgentId, clock, changed } = dependencies;

  function act(subjects: readonly SubjectRef[] | 'many', work: (actor: Actor) => Recorded): Recorded {
    const recorded = work({ agentId: requireAgentId(), nowMs: clock.now() });
    changed(subjects);
    return recorded;
  }

  function subjectOf(id: TaskId): SubjectRef[] {
    const subject = tasks.get(id)?.subject;
    return subject ? [subject] : [];
  }
  const order = (id: OrderId): SubjectRef[] => [{ kind: 'order', id }];

  return {
    'tasks.complete': ({ id, ...request }) =>
      act(subjectOf(id), (actor) => chasing.recordChase({ taskId: id, ...request }, actor)),
    'tasks.snooze': ({ id, ...request }) =>
      act(subjectOf(id), (actor) => chasing.snoozeTask({ taskId: id, ...request }, actor)),
    'tasks.handOver': ({ ids, agentId, note }) =>
      act('many', (actor) => chasing.handOverTasks({ taskIds: ids, toAgentId: agentId, note }, actor)),
    'chases.agree': (request) => act(order(request.orderId), (actor) => chasing.agreePayTime(request, actor)),
    'chases.noteReason': (request) =>
      act(order(request.orderId), (actor) => chasing.noteReason(request, actor)),
    'chases.giveUp': (request) => act(order(request.orderId), (actor) => chasing.giveUpChase(request, actor)),
    'chases.claimPaid': (request) =>
      act(order(request.orderId), (actor) => chasing.claimPaid(request, actor)),
    'chases.setCloseTime': (request) =>
      act(order(request.orderId), (actor) => chasing.setCloseTime(request, actor)),
    'chases.preview': ({ settings, placedAtMs }) => previewLadder(settings, placedAtMs),
    'disputes.close': (request) =>
      act(order(request.orderId), (actor) => chasing.closeDispute(request, actor)),
    'activities.undo': ({ activityId }) => act('many', (actor) => chasing.undoActivity(activityId, actor)),
  } satisfies Partial<Handlers>;
}

import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { TaskId } from '../../../shared/domain/ids.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { Task } from '../../../shared/domain/tasks/task.ts';
import type { QueueFilter, Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import type { InTurns } from '../../platform/in-turns.ts';
import type { TaskActions } from './create-task-actions.ts';
import type { Queue } from './queue.ts';

type Dependencies = {
  readonly queue: Queue;
  readonly taskActions: TaskActions;
  readonly tasks: { get(id: TaskId): Task | undefined };
  readonly inTurns: InTurns;
  /** The agent who has signed in, if one has. */
  readonly currentActor: () => Actor;
  readonly requireActor: () => Actor;
  /** An act may have moved reminders, and every window shows its subjects. */
  readonly changed: (subjects: readonly SubjectRef[] | 'many') => void;
};

export function createTaskHandlers(dependencies: Dependencies) {
  const { queue, taskActions, tasks, inTurns, currentActor, requireActor, changed } = dependencies;

  async function prepareSearch({ text }: QueueFilter): Promise<void> {
    if (text.trim() !== '') await inTurns(queue.learnWords());
  }

  function act(subjects: readonly SubjectRef[] | 'many', work: (actor: Actor) => Recorded): Recorded {
    const recorded = work(requireActor());
    changed(subjects);
    return recorded;
  }

  function subjectOf(id: TaskId): SubjectRef[] {
    const subject = tasks.get(id)?.subject;
    return subject ? [subject] : [];
  }

  return {
    'tasks.queue': async (query) => {
      await prepareSearch(query);
      return queue.page({ ...query, ...currentActor() });
    },
    'tasks.counts': async (filter) => {
      await prepareSearch(filter);
      return queue.count(filter, currentActor());
    },
    'tasks.complete': ({ id, ...request }) =>
      act(subjectOf(id), (actor) => taskActions.completeTask({ taskId: id, ...request }, actor)),
    'tasks.snooze': ({ id, ...request }) =>
      act(subjectOf(id), (actor) => taskActions.snoozeTask({ taskId: id, ...request }, actor)),
    'tasks.completeMany': ({ ids }) =>
      act('many', (actor) => taskActions.completeTasks({ taskIds: ids }, actor)),
    'tasks.snoozeMany': ({ ids, ...request }) =>
      act('many', (actor) => taskActions.snoozeTasks({ taskIds: ids, ...request }, actor)),
    'tasks.skip': ({ ids }) => act('many', (actor) => taskActions.skipTasks({ taskIds: ids }, actor)),
    'tasks.clearMissed': ({ ids }) =>
      act('many', (actor) => taskActions.clearMissed({ taskIds: ids }, actor)),
    'tasks.handOver': ({ ids, agentId, note }) =>
      act('many', (actor) => taskActions.handOverTasks({ taskIds: ids, toAgentId: agentId, note }, actor)),
    'tasks.create': (request) => act([request.subject], (actor) => taskActions.createTask(request, actor)),
  } satisfies Partial<Handlers>;
}

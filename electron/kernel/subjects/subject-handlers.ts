import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { AgentId, ShopId } from '../../../shared/domain/ids.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { Task } from '../../../shared/domain/tasks/task.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import type { TimelineEntry } from '../../../shared/ipc/contract/subject-contract.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import type { Subjects } from './subjects.ts';

/** Of one kind; an agent with more hits types on. */
const FOUND_OF_EACH = 5;

type Dependencies = {
  readonly subjects: Pick<Subjects, 'placeOf' | 'summarise' | 'find'>;
  readonly shops: { get(id: ShopId): Shop | undefined };
  readonly tasks: { listToDo(subject: SubjectRef): Task[] };
  readonly activities: { timeline(subject: SubjectRef, page: { readonly limit: number }): TimelineEntry[] };
  readonly addNote: (note: { subject: SubjectRef; text: string }, actor: Actor) => Recorded;
  readonly requireAgentId: () => AgentId;
  readonly clock: Clock;
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

/** The channels about any subject, whatever its kind. */
export function createSubjectHandlers(dependencies: Dependencies) {
  const { subjects, shops, tasks, activities, addNote, requireAgentId, clock, changed } = dependencies;

  return {
    'subjects.detail': ({ subject }) => {
      const { shopId } = subjects.placeOf(subject);
      return {
        summary: subjects.summarise([subject])(subject),
        shopName: (shopId === null ? undefined : shops.get(shopId)?.name) ?? null,
        tasks: tasks.listToDo(subject),
        nowMs: clock.now(),
      };
    },
    'subjects.find': ({ text }) => (text.trim() === '' ? [] : subjects.find(text.trim(), FOUND_OF_EACH)),
    'subjects.timeline': ({ subject, limit }) => activities.timeline(subject, { limit }),
    'subjects.addNote': (note) => {
      // Refuses what is not there.
      subjects.placeOf(note.subject);
      const recorded = addNote(note, { agentId: requireAgentId(), nowMs: clock.now() });
      changed([note.subject]);
      return recorded;
    },
  } satisfies Partial<Handlers>;
}

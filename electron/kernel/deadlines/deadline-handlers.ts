import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import type { Deadlines } from './create-deadlines.ts';

type Dependencies = {
  readonly deadlines: Pick<Deadlines, 'set' | 'extend'>;
  readonly requireActor: () => Actor;
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

export function createDeadlineHandlers({ deadlines, requireActor, changed }: Dependencies) {
  return {
    'deadlines.set': ({ source, ...time }) => {
      const recorded = deadlines.set(source, time, requireActor());
      changed([time.subject]);
      return recorded;
    },
    'deadlines.extend': (extension) => {
      const recorded = deadlines.extend(extension, requireActor());
      changed(extension.subjects);
      return recorded;
    },
  } satisfies Partial<Handlers>;
}

import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import type { Deadlines } from './create-deadlines.ts';

type Dependencies = {
  readonly deadlines: Deadlines;
  readonly requireActor: () => Actor;
  readonly clock: Clock;
  readonly changed: (subjects: readonly SubjectRef[] | 'many') => void;
};

/** Of more subjects than these the page is told that many have changed. */
const FEW = 500;

export function createDeadlineHandlers({ deadlines, requireActor, clock, changed }: Dependencies) {
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
    'deadlines.countEnding': ({ kind, untilMs }) => ({
      count: deadlines.countEnding(kind, { afterMs: clock.now(), untilMs }),
    }),
    'deadlines.shift': (shift) => {
      const { subjects, ...recorded } = deadlines.shift(shift, requireActor());
      changed(subjects.length > FEW ? 'many' : subjects);
      return { ...recorded, shifted: subjects.length };
    },
  } satisfies Partial<Handlers>;
}

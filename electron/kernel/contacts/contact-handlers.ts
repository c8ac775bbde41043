import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import type { RecordContact } from './record-contact.ts';

type Dependencies = {
  readonly recordContact: RecordContact;
  readonly requireActor: () => Actor;
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

export function createContactHandlers({ recordContact, requireActor, changed }: Dependencies) {
  return {
    'contacts.record': (attempt) => {
      const recorded = recordContact(attempt, requireActor());
      changed([attempt.subject]);
      return recorded;
    },
  } satisfies Partial<Handlers>;
}

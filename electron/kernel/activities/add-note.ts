import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { Act } from './act.ts';

type Request = { readonly subject: SubjectRef; readonly text: string };

type Dependencies = {
  readonly act: Act;
  /** Refuses a subject that is not there. */
  readonly placeOf: (subject: SubjectRef) => unknown;
};

/** An agent's note in the timeline of any subject; no rule acts on it. */
export function createAddNote({ act, placeOf }: Dependencies) {
  return ({ subject, text }: Request, actor: Actor): Recorded =>
    act(actor, () => {
      const note = text.trim();
      if (note === '') throw new AppError('invalid-input', '请填写备注');
      placeOf(subject);
      return { subject, kind: 'noted', data: { text: note }, message: '已添加备注' };
    });
}

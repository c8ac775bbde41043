import { type Actor, activityBy } from '../../shared/domain/acting.ts';
import type { SubjectRef } from '../../shared/domain/subject.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { ChasingPorts } from './ports.ts';

type Request = { readonly subject: SubjectRef; readonly text: string };
type Dependencies = Pick<ChasingPorts, 'inTransaction' | 'activities'>;

/** A line in the timeline of any subject, that no machine acts on. */
export function createAddNote({ inTransaction, activities }: Dependencies) {
  return ({ subject, text }: Request, actor: Actor): Recorded => {
    if (text.trim() === '') throw new AppError('invalid-input', '请填写备注');
    return inTransaction(() => {
      const activity = activities.append({
        ...activityBy(actor, subject),
        kind: 'noted',
        data: { text: text.trim() },
      });
      return { activityId: activity.id, message: '已添加备注' };
    });
  };
}

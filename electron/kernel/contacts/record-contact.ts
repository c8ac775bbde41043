import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { ContactAttemptId } from '../../../shared/domain/ids.ts';
import {
  CONTACT_CHANNEL_LABELS,
  type ContactAttempt,
} from '../../../shared/domain/shared-parts/contact-attempt.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { TaskPlace } from '../../../shared/domain/tasks/task.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import { momentText } from '../../../shared/time/beijing.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { Act } from '../activities/act.ts';

type Request = Pick<ContactAttempt, 'subject' | 'channel' | 'result' | 'said'>;

type Dependencies = {
  readonly act: Act;
  readonly attempts: { newId(nowMs: EpochMs): ContactAttemptId; add(attempt: ContactAttempt): void };
  /** Refuses a subject that is not there. */
  readonly placeOf: (subject: SubjectRef) => TaskPlace;
};

export type RecordContact = ReturnType<typeof createRecordContact>;

/**
 * Records that an agent tried to reach somebody about the subject; without success, the rules ask to try again at the
 * time that the agent names.
 */
export function createRecordContact({ act, attempts, placeOf }: Dependencies) {
  return (request: Request, actor: Actor): Recorded =>
    act(actor, () => {
      const { subject, result } = request;
      const { agentId, nowMs } = actor;
      if (result.kind === 'not-reached' && result.nextTryAtMs <= nowMs) {
        throw new AppError('invalid-input', '再次联系的时间须晚于现在');
      }
      const { shopId } = placeOf(subject);
      const id = attempts.newId(nowMs);
      const { text, outcome } = saidOf(result, nowMs);
      return {
        subject,
        kind: 'contact-tried',
        data: {
          outcome: `${CONTACT_CHANNEL_LABELS[request.channel]}：${outcome}`,
          ...(request.said === null ? {} : { text: request.said }),
        },
        rows: [{ table: 'contact_attempts', id }],
        write: () => attempts.add({ ...request, id, shopId, agentId, atMs: nowMs }),
        message: text,
      };
    });
}

type Said = { readonly text: string; readonly outcome: string };

function saidOf(result: ContactAttempt['result'], nowMs: EpochMs): Said {
  if (result.kind === 'reached') return { text: '已记录：已联系上', outcome: '已联系上' };
  if (result.kind === 'given-up') return { text: '已记录：不再联系', outcome: '不再联系' };
  const time = momentText(result.nextTryAtMs, nowMs);
  return { text: `已记录：未联系上，${time} 再次联系`, outcome: '未联系上' };
}

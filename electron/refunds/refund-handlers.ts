import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { RefundId } from '../../shared/domain/refunds/refund.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { NoteRefund } from './note-refund.ts';
import type { RefundView } from './refund-view.ts';

type Dependencies = {
  readonly refundView: RefundView;
  readonly noteRefund: NoteRefund;
  readonly requireActor: () => Actor;
  readonly clock: Clock;
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

export function createRefundHandlers(dependencies: Dependencies) {
  const { refundView, noteRefund, requireActor, clock, changed } = dependencies;

  const recording =
    <Request extends { readonly refundId: RefundId }>(note: (request: Request, actor: Actor) => Recorded) =>
    (request: Request): Recorded => {
      const recorded = note(request, requireActor());
      changed([asSubject('refund', request.refundId)]);
      return recorded;
    };

  return {
    'refunds.detail': ({ refundId }) => refundView.detail(refundId, clock.now()),
    'refunds.answer': recording(noteRefund.answer),
    'refunds.noteRetention': recording(noteRefund.noteRetention),
    'refunds.noteArrival': recording(noteRefund.noteArrival),
  } satisfies Partial<Handlers>;
}

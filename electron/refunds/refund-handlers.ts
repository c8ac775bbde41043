import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { RefundId } from '../../shared/domain/refunds/refund.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import { createSaveAs, type SaveAsPorts } from '../kernel/jobs/save-as.ts';
import type { InTurns } from '../platform/in-turns.ts';
import { exportRefundsJob } from './export-refunds-job.ts';
import type { NoteRefund } from './note-refund.ts';
import type { RefundList } from './refund-list.ts';
import type { RefundView } from './refund-view.ts';
import type { RegisterRefund } from './register-refund.ts';

type Dependencies = SaveAsPorts & {
  readonly refundView: RefundView;
  readonly noteRefund: NoteRefund;
  readonly registerRefund: RegisterRefund;
  readonly refundList: RefundList;
  readonly inTurns: InTurns;
  readonly requireActor: () => Actor;
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

export function createRefundHandlers(dependencies: Dependencies) {
  const { refundView, noteRefund, registerRefund, refundList, inTurns } = dependencies;
  const { requireActor, clock, changed } = dependencies;
  const saveAs = createSaveAs(dependencies);

  const recording =
    <Request extends { readonly refundId: RefundId }>(note: (request: Request, actor: Actor) => Recorded) =>
    (request: Request): Recorded => {
      const recorded = note(request, requireActor());
      changed([asSubject('refund', request.refundId)]);
      return recorded;
    };

  return {
    'refunds.detail': ({ refundId }) => refundView.detail(refundId, clock.now()),
    'refunds.ofCustomer': ({ customerId }) => refundView.allOfCustomer(customerId),
    'refunds.register'(request) {
      const registered = registerRefund(request, requireActor());
      // Its order shows it too.
      changed([asSubject('refund', registered.refundId), asSubject('order', request.orderId)]);
      return registered;
    },
    async 'refunds.page'(query) {
      await inTurns(refundList.learnTypes(query));
      return refundList.page({ ...query, nowMs: clock.now() });
    },
    'refunds.answerMany'(request) {
      const recorded = noteRefund.answerMany(request, requireActor());
      changed(request.refundIds.map((id) => asSubject('refund', id)));
      return recorded;
    },
    'refunds.export': ({ format, ...selection }) =>
      saveAs({
        name: '退款',
        format,
        job: exportRefundsJob,
        inputFor: (path) => ({ path, ...selection }),
      }),
    'refunds.answer': recording(noteRefund.answer),
    'refunds.noteRetention': recording(noteRefund.noteRetention),
    'refunds.noteArrival': recording(noteRefund.noteArrival),
  } satisfies Partial<Handlers>;
}

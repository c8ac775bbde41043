import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { RefundId } from '../../shared/domain/refunds/refund.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import { beijingDate } from '../../shared/time/beijing.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { StartJob } from '../kernel/jobs/job-runner.ts';
import { isDone } from '../kernel/jobs/outcome.ts';
import { exportRefundsJob } from './export-refunds-job.ts';
import type { NoteRefund } from './note-refund.ts';
import type { RefundList } from './refund-list.ts';
import type { RefundView } from './refund-view.ts';
import type { RegisterRefund } from './register-refund.ts';

type Dependencies = {
  readonly refundView: RefundView;
  readonly noteRefund: NoteRefund;
  readonly registerRefund: RegisterRefund;
  readonly refundList: RefundList;
  readonly start: StartJob;
  readonly chooseTarget: (suggestedName: string) => Promise<string | null>;
  readonly requireActor: () => Actor;
  readonly clock: Clock;
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

export function createRefundHandlers(dependencies: Dependencies) {
  const { refundView, noteRefund, registerRefund, refundList } = dependencies;
  const { start, chooseTarget, requireActor, clock, changed } = dependencies;

  const recording =
    <Request extends { readonly refundId: RefundId }>(note: (request: Request, actor: Actor) => Recorded) =>
    (request: Request): Recorded => {
      const recorded = note(request, requireActor());
      changed([asSubject('refund', request.refundId)]);
      return recorded;
    };

  return {
    'refunds.detail': ({ refundId }) => refundView.detail(refundId, clock.now()),
    'refunds.register'(request) {
      const registered = registerRefund(request, requireActor());
      // Its order shows it too.
      changed([asSubject('refund', registered.refundId), asSubject('order', request.orderId)]);
      return registered;
    },
    'refunds.page': (query) => refundList.page({ ...query, nowMs: clock.now() }),
    'refunds.answerMany'(request) {
      const recorded = noteRefund.answerMany(request, requireActor());
      changed(request.refundIds.map((id) => asSubject('refund', id)));
      return recorded;
    },
    async 'refunds.export'({ filter, format }) {
      const path = await chooseTarget(`退款-${beijingDate(clock.now())}.${format}`);
      if (path === null) return null;
      const job = start(exportRefundsJob, { path, filter }, { title: exportRefundsJob.label });
      return isDone(await job.result) ? path : null;
    },
    'refunds.answer': recording(noteRefund.answer),
    'refunds.noteRetention': recording(noteRefund.noteRetention),
    'refunds.noteArrival': recording(noteRefund.noteArrival),
  } satisfies Partial<Handlers>;
}

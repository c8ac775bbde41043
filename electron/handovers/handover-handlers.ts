import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { HandoverId } from '../../shared/domain/handovers/handover.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import { createSaveAs, type SaveAsPorts } from '../kernel/jobs/save-as.ts';
import type { Handovers } from './create-handovers.ts';
import { exportHandoverJob } from './export-handover-job.ts';
import type { HandoverView } from './handover-view.ts';

type Dependencies = SaveAsPorts & {
  readonly handoverActs: Handovers;
  readonly handoverView: HandoverView;
  readonly session: { sign(pin: string | null): void };
  readonly requireActor: () => Actor;
  readonly changed: (subjects: readonly SubjectRef[] | 'many') => void;
};

export function createHandoverHandlers(dependencies: Dependencies) {
  const { handoverActs, handoverView, session, requireActor, changed } = dependencies;
  const saveAs = createSaveAs(dependencies);
  const agentId = () => requireActor().agentId;

  function act(id: HandoverId, work: (actor: Actor) => Recorded): Recorded {
    const recorded = work(requireActor());
    changed([asSubject('handover', id)]);
    return recorded;
  }

  return {
    'handovers.begin': () => handoverActs.begin(requireActor()),
    'handovers.waiting': () => handoverView.waiting(agentId()),
    'handovers.list': () => handoverView.list(),
    'handovers.detail': ({ id }) => handoverView.detail(id, agentId()),
    'handovers.mark': ({ id, mark }) => act(id, (actor) => handoverActs.mark(id, mark, actor)),
    'handovers.note': ({ id, note }) => act(id, (actor) => handoverActs.setNote(id, note, actor)),
    'handovers.give'({ id, pin, receiverId }) {
      session.sign(pin);
      return act(id, (actor) => handoverActs.give(id, receiverId, actor));
    },
    'handovers.receive'({ id, pin }) {
      session.sign(pin);
      const recorded = handoverActs.receive(id, requireActor());
      // Its items are now the receiver's.
      changed('many');
      return recorded;
    },
    'handovers.export': ({ id, format }) =>
      saveAs({ name: '交接单', format, job: exportHandoverJob, inputFor: (path) => ({ path, id }) }),
  } satisfies Partial<Handlers>;
}

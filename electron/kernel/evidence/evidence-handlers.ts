import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { AgentId } from '../../../shared/domain/ids.ts';
import type { Evidence } from '../../../shared/domain/shared-parts/evidence.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import type { StartJob } from '../jobs/job-runner.ts';
import { valueOf } from '../jobs/outcome.ts';
import type { AddEvidence } from './add-evidence.ts';
import { exportEvidenceJob } from './evidence-jobs.ts';

type Dependencies = {
  readonly addEvidence: AddEvidence;
  readonly evidence: { listOf(subject: SubjectRef): Evidence[] };
  readonly agentName: (id: AgentId) => string | null;
  readonly chooseExportFolder: () => Promise<string | null>;
  readonly start: StartJob;
  readonly requireActor: () => Actor;
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

export function createEvidenceHandlers(dependencies: Dependencies) {
  const { addEvidence, evidence, agentName, chooseExportFolder, start, requireActor, changed } = dependencies;

  return {
    'evidence.list': ({ subject }) =>
      evidence.listOf(subject).map((piece) => ({
        piece,
        agentName: piece.agentId === null ? null : agentName(piece.agentId),
      })),
    'evidence.add': (piece) => {
      const recorded = addEvidence({ ...piece, messageRef: null }, requireActor());
      changed([piece.subject]);
      return recorded;
    },
    'evidence.export': async ({ subject }) => {
      const parent = await chooseExportFolder();
      if (parent === null) return null;
      const outcome = await start(exportEvidenceJob, { parent, subject }).result;
      return outcome.kind === 'cancelled' ? null : valueOf(outcome);
    },
  } satisfies Partial<Handlers>;
}

import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { EvidenceId } from '../../../shared/domain/ids.ts';
import {
  EVIDENCE_KIND_LABELS,
  EVIDENCE_SOURCE_LABELS,
  type Evidence,
  isEmptyEvidence,
  SAID_BY_LABELS,
} from '../../../shared/domain/shared-parts/evidence.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { TaskPlace } from '../../../shared/domain/tasks/task.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Recorded } from '../../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { Act } from '../activities/act.ts';
import type { EvidenceFiles } from './evidence-files.ts';

type Request = Pick<
  Evidence,
  'subject' | 'kind' | 'text' | 'source' | 'messageRef' | 'saidAtMs' | 'saidBy'
> & { readonly file: { readonly name: string; readonly bytes: Uint8Array } | null };

type Dependencies = {
  readonly act: Act;
  readonly evidence: { newId(nowMs: EpochMs): EvidenceId; add(piece: Evidence): void };
  readonly files: Pick<EvidenceFiles, 'keep'>;
  /** Refuses a subject that is not there. */
  readonly placeOf: (subject: SubjectRef) => TaskPlace;
};

export type AddEvidence = ReturnType<typeof createAddEvidence>;

/** Keeps what somebody said or showed about the subject; a file is copied beside the store. */
export function createAddEvidence({ act, evidence, files, placeOf }: Dependencies) {
  return (request: Request, actor: Actor): Recorded =>
    act(actor, () => {
      const { file, ...said } = request;
      const { subject, kind } = said;
      const { agentId, nowMs } = actor;
      const { shopId } = placeOf(subject);
      // The file is there before the row that names it; one that no row names does no harm.
      const sha256 = file === null ? null : files.keep(file.bytes);
      const id = evidence.newId(nowMs);
      const piece = { ...said, id, shopId, agentId, atMs: nowMs, fileName: file?.name ?? null, sha256 };
      if (isEmptyEvidence(piece)) throw new AppError('invalid-input', '请填写凭证内容或选择文件');
      return {
        subject,
        kind: 'evidence-added',
        data: { text: said.text ?? file?.name ?? '', outcome: originOf(said) },
        rows: [{ table: 'evidence', id }],
        write: () => evidence.add(piece),
        message: `已添加凭证：${EVIDENCE_KIND_LABELS[kind]}`,
      };
    });
}

/** Every screen marks the evidence that an agent typed. */
const originOf = ({ kind, saidBy, source }: Pick<Evidence, 'kind' | 'saidBy' | 'source'>): string =>
  [EVIDENCE_KIND_LABELS[kind], SAID_BY_LABELS[saidBy], EVIDENCE_SOURCE_LABELS[source]].join(' · ');

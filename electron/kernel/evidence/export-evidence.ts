import { randomUUID } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AgentId } from '../../../shared/domain/ids.ts';
import type { Evidence } from '../../../shared/domain/shared-parts/evidence.ts';
import type { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import type { JobWork } from '../jobs/job.ts';
import { stopIfAsked } from '../jobs/stopped-error.ts';
import type { EvidenceFiles } from './evidence-files.ts';
import { evidenceList, type ListedPiece } from './evidence-list.ts';
import { safeFileName } from './safe-file-name.ts';

type Dependencies = {
  readonly evidence: { listOf(subject: SubjectRef): Evidence[] };
  readonly files: Pick<EvidenceFiles, 'read'>;
  /** The subject, and whatever else its evidence stands with. */
  readonly gathered: (subject: SubjectRef) => readonly SubjectRef[];
  /** The folder is named by these, such as the numbers of order and refund. */
  readonly namesOf: (subject: SubjectRef) => readonly string[];
  readonly agentName: (id: AgentId) => string | null;
  readonly clock: Pick<Clock, 'now'>;
};

type Watch = Pick<JobWork<unknown>, 'shouldStop' | 'onProgress'>;

/** Where the folder is; how many pieces it has, and of how many the file is gone. */
export type EvidenceFolder = { readonly path: string; readonly pieces: number; readonly gone: number };

export type ExportEvidence = ReturnType<typeof createExportEvidence>;

/** The evidence about a subject as one folder: its files, numbered, and a list that says what each of them is. */
export function createExportEvidence(dependencies: Dependencies) {
  const { evidence, files, gathered, namesOf, agentName, clock } = dependencies;

  function piecesOf(subject: SubjectRef): Evidence[] {
    const all = gathered(subject).flatMap((one) => evidence.listOf(one));
    return all.toSorted((a, b) => (a.saidAtMs ?? a.atMs) - (b.saidAtMs ?? b.atMs));
  }

  function fill(folder: string, pieces: readonly Evidence[], watch: Watch): ListedPiece[] {
    const digits = Math.max(2, String(pieces.length).length);
    return pieces.map((piece, index) => {
      stopIfAsked(watch.shouldStop);
      watch.onProgress(index, pieces.length);
      const no = String(index + 1).padStart(digits, '0');
      const { agentId, fileName, sha256 } = piece;
      const listed = { piece, no, agentName: agentId === null ? null : agentName(agentId) };
      if (sha256 === null) return { ...listed, file: null };
      const bytes = files.read(sha256);
      if (bytes === undefined) return { ...listed, file: 'gone' };
      const name = `${no}_${safeFileName(fileName ?? '')}`;
      writeFileSync(join(folder, name), bytes);
      return { ...listed, file: { name } };
    });
  }

  return (parent: string, subject: SubjectRef, watch: Watch): EvidenceFolder => {
    const pieces = piecesOf(subject);
    if (pieces.length === 0) throw new AppError('not-found', '还没有凭证，没有导出');
    const names = namesOf(subject);
    const unfinished = join(parent, `.${randomUUID()}.tmp`);
    try {
      mkdirSync(unfinished);
      const listed = fill(unfinished, pieces, watch);
      writeFileSync(join(unfinished, '凭证清单.txt'), evidenceList(names.join(' '), listed, clock.now()));
      const path = freePath(join(parent, `${safeFileName(names.join('_'))}_凭证`));
      renameSync(unfinished, path);
      return { path, pieces: listed.length, gone: listed.filter(({ file }) => file === 'gone').length };
    } catch (error) {
      rmSync(unfinished, { recursive: true, force: true });
      throw isOfSystem(error)
        ? new AppError('invalid-input', `无法写入 ${parent}：磁盘已满，或文件夹不存在`, { cause: error })
        : error;
    }
  };
}

const isOfSystem = (error: unknown): boolean => error instanceof Error && 'syscall' in error;

/** An earlier export is somebody's already, so the new one stands beside it. */
function freePath(wanted: string): string {
  if (!existsSync(wanted)) return wanted;
  for (let number = 2; ; number++) {
    const path = `${wanted} (${number})`;
    if (!existsSync(path)) return path;
  }
}

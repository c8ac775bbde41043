import { z } from 'zod';
import { SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { type JobSpec, job } from '../jobs/job.ts';
import type { EvidenceFolder, ExportEvidence } from './export-evidence.ts';

const Export = z.object({ parent: z.string().min(1), subject: SubjectRef });
type Export = z.infer<typeof Export>;

export const exportEvidenceJob: JobSpec<Export, EvidenceFolder> = {
  name: 'evidence.export',
  label: '导出凭证',
  input: Export,
  output: z.object({ path: z.string(), pieces: z.int(), gone: z.int() }),
  writes: false,
};

type Place = { readonly core: { readonly duties: { readonly exportEvidence: ExportEvidence } } };

/** The evidence about a subject, as a folder. */
export const evidenceJobs = [
  job(exportEvidenceJob, (work, { core }: Place) =>
    core.duties.exportEvidence(work.input.parent, work.input.subject, work),
  ),
];

import type { ImportCounts } from '../../../shared/domain/import-run.ts';
import type { ImportJob, ImportJobState } from '../../../shared/ipc/contract/program/import-contract.ts';

export type StateOf<K extends ImportJobState['kind']> = Extract<ImportJobState, { kind: K }>;
type JobIn<K extends ImportJobState['kind']> = ImportJob & { readonly state: StateOf<K> };

const isIn =
  <K extends ImportJobState['kind']>(kind: K) =>
  (job: ImportJob): job is JobIn<K> =>
    job.state.kind === kind;

export type PreviewedJob = JobIn<'previewed'>;
export type CommittedJob = JobIn<'committed'>;
export const isPreviewed = isIn('previewed');

const hasNews = ({ counts }: { readonly counts: ImportCounts }) => counts.new + counts.changed > 0;
/** There is nothing to import and nothing to be told of. */
const isIdle = ({ state: { preview } }: PreviewedJob) => !hasNews(preview) && preview.counts.rejected === 0;

/** The files by what is to be done about them. */
export function sortJobs(jobs: readonly ImportJob[]) {
  const previewed = jobs.filter(isPreviewed);
  const idle = previewed.filter(isIdle);
  const committed = jobs.filter(isIn('committed'));
  return {
    /** They are read, wait for a yes, or could not be taken. */
    open: jobs.filter((job) => !idle.some(({ id }) => id === job.id) && job.state.kind !== 'committed'),
    /** Nothing is new in them. */
    idle,
    /** They wait for a yes. */
    ready: previewed.filter(({ state }) => hasNews(state.preview)),
    committed,
    isWorking: jobs.some(isIn('working')),
  };
}

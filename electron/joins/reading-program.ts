import type { Findings } from '../diagnostics/pack-diagnostics.ts';
import { storeFactsJob, toStoreReading } from '../diagnostics/store-facts-job.ts';
import type { JobRunner } from '../kernel/jobs/job-runner.ts';
import { programFacts, readLogs } from '../platform/program-facts.ts';

type Dependencies = { readonly start: JobRunner['start']; readonly userData: string };

/** Facts of the program and of its store, for diagnostics. */
export const createProgramReading =
  ({ start, userData }: Dependencies) =>
  async (): Promise<Pick<Findings, 'program' | 'store' | 'logs'>> => {
    const store = toStoreReading(await start(storeFactsJob, undefined).result);
    return { program: programFacts(), store, logs: await readLogs(userData) };
  };

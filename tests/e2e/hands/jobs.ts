import type { Job } from './job.ts';
import { CHASING } from './jobs/chasing.ts';
import { FILES } from './jobs/files.ts';
import { FINDING, SWITCH_AGENT } from './jobs/finding.ts';
import { WORDS } from './jobs/words.ts';

/** In an order in which none takes away what the next one needs. */
export const JOBS: readonly Job[] = [...WORDS, ...FINDING, ...FILES, ...CHASING, SWITCH_AGENT];

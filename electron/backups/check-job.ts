import { z } from 'zod';
import type { JobSpec } from '../kernel/jobs/job.ts';

const Checked = z.object({
  /** `ok`, or what SQLite found. */
  integrity: z.string(),
  problems: z.array(z.string()),
});
export type Checked = z.infer<typeof Checked>;

/** Every page and every promise of the store, which takes seconds in a large one. */
export const storeCheckJob: JobSpec<undefined, Checked> = {
  name: 'store.check',
  label: '检查数据',
  input: z.undefined(),
  output: Checked,
  writes: false,
};

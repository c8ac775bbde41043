import { chase } from './chase.ts';
import { concession } from './concession.ts';
import { dispute } from './dispute.ts';
import { duplicate } from './duplicate.ts';
import { followUp } from './follow-up.ts';
import type { TaskKindSpec } from './task-kind-spec.ts';

/** Every kind of task. The key is what the store holds, so it stays. */
export const TASK_KIND_SPECS = {
  chase,
  duplicate,
  dispute,
  concession,
  'follow-up': followUp,
} as const satisfies Record<string, TaskKindSpec>;

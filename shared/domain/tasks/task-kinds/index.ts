import { caseCheck } from './case-check.ts';
import { caseStep } from './case-step.ts';
import { chase } from './chase.ts';
import { claimRefuted } from './claim-refuted.ts';
import { concession } from './concession.ts';
import { contactRetry } from './contact-retry.ts';
import { deadline } from './deadline.ts';
import { dispute } from './dispute.ts';
import { duplicate } from './duplicate.ts';
import { followUp } from './follow-up.ts';
import { recurring } from './recurring.ts';
import type { TaskKindSpec } from './task-kind-spec.ts';

/** Every kind of task. The key is what the store holds, so it stays. */
export const TASK_KIND_SPECS = {
  chase,
  duplicate,
  dispute,
  concession,
  'follow-up': followUp,
  'case-step': caseStep,
  'case-check': caseCheck,
  'contact-retry': contactRetry,
  'claim-refuted': claimRefuted,
  deadline,
  recurring,
} as const satisfies Record<string, TaskKindSpec>;

import { z } from 'zod';
import { SubjectRef, SubjectSummary } from '../../domain/subject.ts';
import { Task } from '../../domain/task.ts';
import type { Endpoint } from './endpoint.ts';
import { TimelineEntry } from './order-contract.ts';
import { Recorded } from './task-contract.ts';

/** What can be said of any subject, whatever its kind: enough for a panel of its own. */
export const SubjectDetail = z.object({
  summary: SubjectSummary,
  /** `null`: it is no shop's. */
  shopName: z.string().nullable(),
  /** Tasks that are open or snoozed, earliest first. */
  tasks: z.array(Task),
  nowMs: z.int(),
});
export type SubjectDetail = z.infer<typeof SubjectDetail>;

export const subjectContract = {
  'subjects.detail': { input: z.object({ subject: SubjectRef }), output: SubjectDetail },
  'subjects.timeline': {
    input: z.object({ subject: SubjectRef, limit: z.int().min(1).max(500) }),
    output: z.array(TimelineEntry),
  },
  'subjects.addNote': {
    input: z.object({ subject: SubjectRef, text: z.string().trim().min(1).max(500) }),
    output: Recorded,
  },
} as const satisfies Record<string, Endpoint>;

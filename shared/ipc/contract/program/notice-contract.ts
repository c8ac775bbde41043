import { z } from 'zod';
import { TaskId } from '../../../domain/ids.ts';
import { SubjectRef } from '../../../domain/subjects/subject.ts';
import type { Endpoint } from '../endpoint.ts';
import { nothing } from '../endpoint.ts';

/** A notification that was shown on the desktop. */
export const PastNotice = z.object({
  atMs: z.int(),
  title: z.string(),
  body: z.string(),
  /** The task or the screen that it speaks of; `null` for several things at once, or for the program itself. */
  target: z
    .union([z.object({ taskId: TaskId, subject: SubjectRef }), z.object({ screen: z.literal('imports') })])
    .nullable(),
});
export type PastNotice = z.infer<typeof PastNotice>;

export const noticeContract = {
  /** The newest first. */
  'notices.list': { input: nothing, output: z.array(PastNotice) },
} as const satisfies Record<string, Endpoint>;

import { z } from 'zod';
import { Activity } from '../../domain/activities/activity.ts';
import { ActivityId } from '../../domain/ids.ts';
import { SubjectRef, SubjectSummary } from '../../domain/subjects/subject.ts';
import { Task } from '../../domain/tasks/task.ts';
import type { Endpoint } from './endpoint.ts';
import { NOTE_MOST_CHARS } from './note.ts';
import { Recorded } from './task-contract.ts';

/** An activity with the names that a person reads. */
export const TimelineEntry = z.object({
  activity: Activity,
  agentName: z.string().nullable(),
  scriptTitle: z.string().nullable(),
  importFileName: z.string().nullable(),
  isUndone: z.boolean(),
});
export type TimelineEntry = z.infer<typeof TimelineEntry>;

/** All that the page needs of any subject, whatever its kind, for a panel of its own. */
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
  /** Ctrl+K: subjects of the kinds that have no finder of their own. */
  'subjects.find': { input: z.object({ text: z.string().max(100) }), output: z.array(SubjectSummary) },
  'subjects.timeline': {
    input: z.object({ subject: SubjectRef, limit: z.int().min(1).max(500) }),
    output: z.array(TimelineEntry),
  },
  'subjects.addNote': {
    input: z.object({ subject: SubjectRef, text: z.string().trim().min(1).max(NOTE_MOST_CHARS) }),
    output: Recorded,
  },
  /** Takes back what an agent did, whatever it was. */
  'activities.undo': { input: z.object({ activityId: ActivityId }), output: Recorded },
} as const satisfies Record<string, Endpoint>;

import { z } from 'zod';
import { ActivityId, AgentId, ImportRunId, ScriptId, TaskId } from '../ids.ts';
import { SubjectRef } from '../subjects/subject.ts';
import { ActivityKind } from './activity-kinds.ts';
import { RowChange } from './row-change.ts';

/** Facts of an activity; which are there depends on its kind. */
export const ActivityData = z.object({
  text: z.string().optional(),
  /** The kind and the step of the task that it was about: a step has a name only together with its kind. */
  taskKind: z.string().optional(),
  step: z.string().optional(),
  reason: z.string().optional(),
  untilMs: z.int().optional(),
  amountFen: z.int().optional(),
  /** Minutes from the last chase to the payment. */
  minutesSinceChase: z.int().optional(),
  scriptCode: z.string().optional(),
  part: z.int().optional(),
  toAgentId: AgentId.optional(),
  /** Activity that this one takes back. */
  undoes: ActivityId.optional(),
  /** The other activities of the same act; undoing this one undoes them all. */
  alongside: z.array(ActivityId).optional(),
  /** It was recorded alongside another one, and is undone only together with that. */
  isAlongside: z.boolean().optional(),
  outcome: z.string().optional(),
  /** The rows that it changed, in the order in which it changed them. */
  changes: z.array(RowChange).optional(),
  lineNo: z.string().optional(),
});
export type ActivityData = z.infer<typeof ActivityData>;

/** Append only: an undo is an activity of its own. */
export const Activity = z.object({
  id: ActivityId,
  atMs: z.int(),
  kind: ActivityKind,
  subject: SubjectRef,
  /** `null`: the app itself, on behalf of an import or a rule. */
  agentId: AgentId.nullable(),
  taskId: TaskId.nullable(),
  scriptId: ScriptId.nullable(),
  importRunId: ImportRunId.nullable(),
  data: ActivityData,
});
export type Activity = z.infer<typeof Activity>;
export type NewActivity = Omit<Activity, 'id'>;

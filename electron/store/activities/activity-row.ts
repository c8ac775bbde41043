import type { Activity, ActivityData } from '../../../shared/domain/activities/activity.ts';
import type { ActivityKind } from '../../../shared/domain/activities/activity-kinds.ts';
import { asSubject, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';

/** A row of `activities`, for the stores only: nothing outside `store/` may see it. */
export type ActivityRow = {
  // The brands and the unions are those that were checked when the row was written.
  readonly id: Activity['id'];
  readonly at_ms: number;
  readonly kind: ActivityKind;
  readonly subject_kind: SubjectRef['kind'];
  readonly subject_id: string;
  readonly agent_id: Activity['agentId'];
  readonly task_id: Activity['taskId'];
  readonly script_id: Activity['scriptId'];
  readonly import_run_id: Activity['importRunId'];
  readonly data: string;
};

export function toActivityData(text: string): ActivityData {
  // Written by `append` from the same type.
  return JSON.parse(text) as ActivityData;
}

export function toActivity(row: ActivityRow): Activity {
  return {
    id: row.id,
    atMs: row.at_ms,
    kind: row.kind,
    subject: asSubject(row.subject_kind, row.subject_id),
    agentId: row.agent_id,
    taskId: row.task_id,
    scriptId: row.script_id,
    importRunId: row.import_run_id,
    data: toActivityData(row.data),
  };
}

import type {
  Activity,
  ActivityKind,
  ActivitySubject,
  NewActivity,
} from '../../../shared/domain/activity.ts';
import type { ActivityId, OrderId } from '../../../shared/domain/ids.ts';
import type { TimelineEntry } from '../../../shared/ipc/contract/order-contract.ts';
import { createChaseHistories, type SentMessage } from '../chasing/sent-chases.ts';
import type { WritableDb } from '../connection.ts';
import { newId } from '../identity.ts';
import { type ActivityRow, toActivity } from './activity-row.ts';

type TimelineRow = ActivityRow & {
  readonly agent_name: string | null;
  readonly script_title: string | null;
  readonly file_name: string | null;
  readonly is_undone: number;
};

type Page = { readonly limit: number; readonly offset?: number };

export type ActivityStore = ReturnType<typeof createActivityStore>;

/** Who did what to which subject when. Rows are never changed; what is taken back gets an activity of its own. */
export function createActivityStore(db: WritableDb) {
  const insert = db.prepare<ActivityRow>(/* sql */ `
    INSERT INTO activities
      (id, at_ms, kind, subject_kind, subject_id, agent_id, task_id, script_id, import_run_id, data)
    VALUES (@id, @at_ms, @kind, @subject_kind, @subject_id, @agent_id, @task_id, @script_id, @import_run_id, @data)`);
  const select = db.prepare<[string], ActivityRow>('SELECT * FROM activities WHERE id = ?');
  const selectOf = db.prepare<[string, string], ActivityRow>(/* sql */ `
    SELECT * FROM activities WHERE subject_kind = ? AND subject_id = ? ORDER BY at_ms DESC, rowid DESC`);
  const selectTimeline = db.prepare<[string, string, number, number], TimelineRow>(/* sql */ `
    SELECT a.*, g.name AS agent_name, s.title AS script_title, r.file_name,
      EXISTS (SELECT 1 FROM activities u
        WHERE u.subject_kind = a.subject_kind AND u.subject_id = a.subject_id AND u.kind = 'undone'
          AND json_extract(u.data, '$.undoes') = a.id) AS is_undone
    FROM activities a
    LEFT JOIN agents g ON g.id = a.agent_id
    LEFT JOIN scripts s ON s.id = a.script_id
    LEFT JOIN import_runs r ON r.id = a.import_run_id
    WHERE a.subject_kind = ? AND a.subject_id = ?
    ORDER BY a.at_ms DESC, a.rowid DESC LIMIT ? OFFSET ?`);
  const readHistories = createChaseHistories(db);

  return {
    append(activity: NewActivity): Activity {
      // The only place where an activity gets its id.
      const id = newId(activity.atMs) as ActivityId;
      insert.run({
        id,
        at_ms: activity.atMs,
        kind: activity.kind,
        subject_kind: activity.subject.kind,
        subject_id: activity.subject.id,
        agent_id: activity.agentId,
        task_id: activity.taskId,
        script_id: activity.scriptId,
        import_run_id: activity.importRunId,
        data: JSON.stringify(activity.data),
      });
      return { id, ...activity };
    },
    get(id: ActivityId): Activity | undefined {
      const row = select.get(id);
      return row && toActivity(row);
    },
    /** Newest first. */
    listOf: (subject: ActivitySubject): Activity[] => selectOf.all(subject.kind, subject.id).map(toActivity),
    /** Newest first, with the names that a person reads. */
    timeline(subject: ActivitySubject, { limit, offset = 0 }: Page): TimelineEntry[] {
      return selectTimeline.all(subject.kind, subject.id, limit, offset).map((row) => ({
        activity: toActivity(row),
        agentName: row.agent_name,
        scriptTitle: row.script_title,
        importFileName: row.file_name,
        isUndone: row.is_undone === 1,
      }));
    },
    /** The newest of these kinds, or of any. */
    lastActivity(subject: ActivitySubject, kinds?: readonly ActivityKind[]): Activity | undefined {
      for (const row of selectOf.iterate(subject.kind, subject.id)) {
        if (kinds === undefined || kinds.includes(row.kind)) return toActivity(row);
      }
      return undefined;
    },
    /** What was sent for each of the orders, oldest first. */
    chasesOf(orderIds: readonly OrderId[]): Map<OrderId, readonly SentMessage[]> {
      const historyOf = readHistories(orderIds);
      return new Map(orderIds.map((id) => [id, historyOf(id).messages]));
    },
  };
}

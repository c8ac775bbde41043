import type { Activity, NewActivity } from '../../../shared/domain/activities/activity.ts';
import type { ActivityId, OrderId } from '../../../shared/domain/ids.ts';
import { type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import type { TimelineEntry } from '../../../shared/ipc/contract/subject-contract.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import { createChaseHistories, type SentMessage } from '../chasing/sent-chases.ts';
import type { WritableDb } from '../connection.ts';
import { newIdAfter } from '../identity.ts';
import { type ActivityRow, toActivity } from './activity-row.ts';
import { IMPORTED_SQL, SHOP_SQL } from './subject-sources.ts';

type TimelineRow = ActivityRow & {
  readonly agent_name: string | null;
  readonly script_title: string | null;
  readonly file_name: string | null;
  readonly is_undone: number;
};

type TimelineQuery = {
  readonly kind: string;
  readonly id: string;
  readonly limit: number;
  readonly offset: number;
};

type Page = { readonly limit: number; readonly offset?: number };

const COLUMNS =
  'id, at_ms, kind, subject_kind, subject_id, agent_id, task_id, script_id, import_run_id, data';

export type ActivityStore = ReturnType<typeof createActivityStore>;

/** Keeps who did what to which subject when. Rows are never changed; an undo is an activity of its own. */
export function createActivityStore(db: WritableDb) {
  const insert = db.prepare<ActivityRow>(/* sql */ `
    INSERT INTO activities (${COLUMNS}, shop_id)
    VALUES (@id, @at_ms, @kind, @subject_kind, @subject_id, @agent_id, @task_id, @script_id, @import_run_id, @data,
      ${SHOP_SQL})`);
  const select = db.prepare<[string], ActivityRow>('SELECT * FROM activities WHERE id = ?');
  const selectOf = db.prepare<[string, string], ActivityRow>(/* sql */ `
    SELECT * FROM activities WHERE subject_kind = ? AND subject_id = ? ORDER BY at_ms DESC, id DESC`);
  const selectAfter = db.prepare<[string, string, string], ActivityRow>(/* sql */ `
    SELECT * FROM activities WHERE subject_kind = ? AND subject_id = ? AND id > ? ORDER BY id DESC`);
  const selectTimeline = db.prepare<[TimelineQuery], TimelineRow>(/* sql */ `
    SELECT page.*, g.name AS agent_name, s.title AS script_title, r.file_name,
      EXISTS (SELECT 1 FROM activities u
        WHERE u.subject_kind = @kind AND u.subject_id = @id AND u.kind = 'undone'
          AND json_extract(u.data, '$.undoes') = page.id) AS is_undone
    FROM (
      SELECT ${COLUMNS} FROM activities WHERE subject_kind = @kind AND subject_id = @id
      UNION ALL ${IMPORTED_SQL}
      ORDER BY at_ms DESC, id DESC LIMIT @limit OFFSET @offset
    ) AS page
    LEFT JOIN agents g ON g.id = page.agent_id
    LEFT JOIN scripts s ON s.id = page.script_id
    LEFT JOIN import_runs r ON r.id = page.import_run_id
    ORDER BY page.at_ms DESC, page.id DESC`);
  const selectLast = db.prepare<[], string | null>('SELECT max(id) FROM activities').pluck();
  const selectLastTime = db
    .prepare<[], EpochMs>('SELECT at_ms FROM activities WHERE id = (SELECT max(id) FROM activities)')
    .pluck();
  const readHistories = createChaseHistories(db);

  return {
    append(activity: NewActivity): Activity {
      // The only place where an activity gets its id, behind those of all other threads and starts of the program.
      const id = newIdAfter(selectLast.get() ?? '', activity.atMs) as ActivityId;
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
    /** By the order in which they were written, whatever the clock said then. */
    lastAtMs: (): EpochMs | undefined => selectLastTime.get(),
    /** Newest first. */
    listOf: (subject: SubjectRef): Activity[] => selectOf.all(subject.kind, subject.id).map(toActivity),
    /** The later activities about the same subject, newest first. */
    listAfter: ({ id, subject }: Activity): Activity[] =>
      selectAfter.all(subject.kind, subject.id, id).map(toActivity),
    /** Newest first, with the names that a person reads. */
    timeline(subject: SubjectRef, { limit, offset = 0 }: Page): TimelineEntry[] {
      return selectTimeline.all({ ...subject, limit, offset }).map((row) => ({
        activity: toActivity(row),
        agentName: row.agent_name,
        scriptTitle: row.script_title,
        importFileName: row.file_name,
        isUndone: row.is_undone === 1,
      }));
    },
    /** The messages that were sent for each of the orders, oldest first. */
    chasesOf(orderIds: readonly OrderId[]): Map<OrderId, readonly SentMessage[]> {
      const historyOf = readHistories(orderIds);
      return new Map(orderIds.map((id) => [id, historyOf(id).messages]));
    },
  };
}

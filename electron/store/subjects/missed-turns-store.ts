import type { SubjectKind } from '../../../shared/domain/subject.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { ReadableDb } from '../connection.ts';

type Row = { readonly subject_id: string; readonly step: string; readonly missed: number };

/** How often in a row each recurring duty of a subject was missed, up to now. */
export function createMissedTurnsStore(db: ReadableDb) {
  const select = db.prepare<[string, string, EpochMs], Row>(/* sql */ `
    SELECT t.subject_id, t.step, count(*) AS missed FROM json_each(?) AS wanted
    CROSS JOIN tasks t ON t.subject_kind = ? AND t.subject_id = wanted.value
    WHERE t.kind = 'recurring' AND t.done_at_ms IS NULL AND t.planned_expiry_at_ms <= ?
      AND t.due_at_ms > coalesce((SELECT max(d.due_at_ms) FROM tasks d WHERE d.subject_kind = t.subject_kind
        AND d.subject_id = t.subject_id AND d.kind = t.kind AND d.step = t.step AND d.done_at_ms IS NOT NULL), 0)
    GROUP BY t.subject_id, t.step`);
  return {
    /** By subject and duty; whatever was not missed is not there. */
    missedOf(kind: SubjectKind, ids: readonly string[], nowMs: EpochMs): Map<string, Map<string, number>> {
      const bySubject = Map.groupBy(select.all(JSON.stringify(ids), kind, nowMs), (row) => row.subject_id);
      return new Map(
        [...bySubject].map(([id, rows]) => [id, new Map(rows.map((row) => [row.step, row.missed]))]),
      );
    },
  };
}

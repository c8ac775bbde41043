import type { SubjectKind } from '../../../shared/domain/subjects/subject.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { ReadableDb } from '../connection.ts';

type Row = { readonly subject_id: string; readonly step: string; readonly from_ms: number };

/** From when on the turns of a recurring duty are missed, as the tasks of earlier turns tell. */
export function createMissedTurnsStore(db: ReadableDb) {
  const select = db.prepare<[string, string], Row>(/* sql */ `
    SELECT t.subject_id, t.step,
      coalesce(max(t.planned_expiry_at_ms) FILTER (WHERE t.done_at_ms IS NOT NULL),
        min(t.planned_expiry_at_ms) - 1) AS from_ms
    FROM json_each(?) AS wanted
    CROSS JOIN tasks t ON t.subject_kind = ? AND t.subject_id = wanted.value
    WHERE t.kind = 'recurring'
    GROUP BY t.subject_id, t.step`);
  return {
    /** By subject and duty: the end of the last turn that was done, or else a moment in the first turn that is known. */
    missedFrom(kind: SubjectKind, ids: readonly string[]): Map<string, Map<string, EpochMs>> {
      const bySubject = Map.groupBy(select.all(JSON.stringify(ids), kind), (row) => row.subject_id);
      return new Map(
        [...bySubject].map(([id, rows]) => [id, new Map(rows.map((row) => [row.step, row.from_ms]))]),
      );
    },
  };
}

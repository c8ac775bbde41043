import type { ScriptId } from '../../../shared/domain/ids.ts';
import type { SituatedEvidence } from '../../../shared/domain/scripts/script-learning/evidence.ts';
import type { CountedUses } from '../../../shared/domain/scripts/script-learning/figures.ts';
import type { ReadableDb } from '../connection.ts';

/** X5: the sums over the uses of scripts, read from the one index that holds all that is counted. */
export function createScriptFigureStore(db: ReadableDb) {
  const selectCounts = db.prepare<[string], CountedUses>(/* sql */ `
    SELECT step, reason, grade, format('%02d', hour) AS hour, shop_id AS shop, outcome, count(*) AS count
    FROM script_uses INDEXED BY script_uses_by_situation
    WHERE script_id = ? AND outcome <> 'uncounted'
    GROUP BY step, reason, grade, script_uses.hour, shop_id, outcome`);
  const selectEvidence = db.prepare<[string], SituatedEvidence>(/* sql */ `
    SELECT step, reason, sum(outcome IN ('recovered', 'retained')) AS successes, count(*) AS settled
    FROM script_uses INDEXED BY script_uses_by_situation
    WHERE script_id = ? AND outcome <> 'uncounted' AND outcome <> 'pending'
      AND (shop_id IS NULL OR shop_id NOT IN (SELECT id FROM shops WHERE is_sample = 1))
    GROUP BY step, reason`);

  return {
    countsOf: (id: ScriptId): CountedUses[] => selectCounts.all(id),
    /** By step and reason; the invented uses of the sample shop do not count. */
    evidenceOf: (id: ScriptId): SituatedEvidence[] => selectEvidence.all(id),
  };
}

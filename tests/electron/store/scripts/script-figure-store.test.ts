import { describe, expect, it } from 'vitest';
import type { WritableDb } from '../../../../electron/store/connection.ts';
import { createScriptFigureStore } from '../../../../electron/store/scripts/script-figure-store.ts';
import { createScriptStore } from '../../../../electron/store/scripts/script-store.ts';
import type { ScriptId } from '../../../../shared/domain/ids.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { aScript } from '../../../support/records/a-script.ts';

const SCRIPT = 'script-7' as ScriptId;

/** Uses of ten scripts in every situation there is. */
function fill(db: WritableDb, count: number): void {
  for (let index = 0; index < 10; index++) {
    createScriptStore(db).save(
      aScript({ id: `script-${index}` as ScriptId, code: `kc${index}`, groupId: null }),
    );
  }
  db.prepare(
    `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ?)
     INSERT INTO script_uses (id, script_id, step, reason, grade, hour, at_ms, outcome)
     SELECT 'use-' || i, 'script-' || (i % 10),
       CASE i % 3 WHEN 0 THEN 'first' WHEN 1 THEN 'second' ELSE 'last' END,
       CASE i % 4 WHEN 0 THEN 'price' WHEN 1 THEN 'forgot' END,
       CASE i % 2 WHEN 0 THEN 'new' ELSE 'returning' END, i % 24, i,
       CASE i % 7 WHEN 0 THEN 'recovered' WHEN 1 THEN 'lost' WHEN 2 THEN 'pending' WHEN 3 THEN 'uncounted'
         WHEN 4 THEN 'retained' ELSE 'overtaken' END
     FROM n`,
  ).run(count);
}

describe('X5: the figures of a script', () => {
  it('count every use of it but those that say nothing', () => {
    const { db } = createMemoryStore();
    fill(db, 7000);
    const counts = createScriptFigureStore(db).countsOf(SCRIPT);
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(600);
    expect(counts[0]).toMatchObject({
      grade: 'returning',
      shop: null,
      hour: expect.stringMatching(/^\d\d$/),
    });
  });

  it('weigh what is settled, and nothing that is open', () => {
    const { db } = createMemoryStore();
    fill(db, 7000);
    const rows = createScriptFigureStore(db).evidenceOf(SCRIPT);
    expect(rows.reduce((sum, { settled }) => sum + settled, 0)).toBe(500);
    expect(rows.reduce((sum, { successes }) => sum + successes, 0)).toBe(200);
  });

  it('are read from one index, without a look at the uses and without sorting, however many there are', () => {
    const plans = plansOf(
      (db) => {
        createScriptFigureStore(db).countsOf(SCRIPT);
        createScriptFigureStore(db).evidenceOf(SCRIPT);
      },
      (db) => {
        // SQLite plans by what ANALYZE has counted: with this many, the uses are dearer to read than the index.
        fill(db, 20_000);
        db.exec('ANALYZE');
      },
    );
    expect(plans).toEqual([
      'SEARCH script_uses USING COVERING INDEX script_uses_by_situation (script_id=?)',
      expect.stringMatching(
        /^SEARCH script_uses USING COVERING INDEX script_uses_by_situation \(script_id=\?\)\nLIST SUBQUERY/,
      ),
    ]);
  });
});

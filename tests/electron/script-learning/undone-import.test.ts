import { describe, expect, it } from 'vitest';
import { createScriptStore } from '../../../electron/store/scripts/script-store.ts';
import type { ActivityId, ScriptId } from '../../../shared/domain/ids.ts';
import { aScript } from '../../support/records/a-script.ts';
import { anOrderRecord, createImportHarness } from '../imports/import-harness.ts';

describe('X5: an import that is undone has proved nothing', () => {
  it('opens again what it had settled', () => {
    const { commit, undo, db, stores } = createImportHarness();
    createScriptStore(db).save(aScript({ id: 'script-1' as ScriptId, code: 'kc', groupId: null }));
    db.exec(`INSERT INTO script_uses (id, script_id, hour, at_ms, outcome)
      VALUES ('use-1', 'script-1', 10, 0, 'pending')`);
    const run = commit([anOrderRecord('1', { status: 'paid' })]);
    stores.uses.settle({
      id: 'use-1' as ActivityId,
      outcome: 'recovered',
      reason: null,
      atMs: 1,
      importRunId: run.id,
    });
    undo(run.id);
    expect(db.prepare('SELECT outcome FROM script_uses').pluck().all()).toEqual(['pending']);
  });
});

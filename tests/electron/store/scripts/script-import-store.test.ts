import { describe, expect, it } from 'vitest';
import { createActivityStore } from '../../../../electron/store/activities/activity-store.ts';
import { createScriptImportStore } from '../../../../electron/store/scripts/script-import-store.ts';
import { createScriptStore } from '../../../../electron/store/scripts/script-store.ts';
import type { ScriptId, ScriptImportId } from '../../../../shared/domain/ids.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { aScript } from '../../../support/records/a-script.ts';

const ID = 'import-1' as ScriptImportId;
const SCRIPT = 'script-hh' as ScriptId;

function aStore() {
  const { db } = createMemoryStore();
  createScriptStore(db).save(aScript({ id: SCRIPT, code: 'hh' }));
  const activities = createActivityStore(db);
  const imports = createScriptImportStore(db);

  function importAt(id: ScriptImportId, atMs: number): void {
    const activity = activities.append({
      atMs,
      kind: 'script-edited',
      subject: { kind: 'script', id: SCRIPT },
      agentId: null,
      taskId: null,
      scriptId: SCRIPT,
      importRunId: null,
      data: {},
    });
    const one = { id, fileName: '短语.csv', agentId: null, atMs, madeGroups: [], undoneAtMs: null };
    imports.add(one, [{ scriptId: SCRIPT, activityId: activity.id }]);
  }
  return { imports, importAt };
}

describe('X3: imports of script files', () => {
  it('remember when a file last changed a script, of those that still count', () => {
    const { imports, importAt } = aStore();
    importAt(ID, 1);
    importAt('import-2' as ScriptImportId, 2);
    expect(imports.lastImportedAtMs().get(SCRIPT)).toBe(2);
    imports.markUndone('import-2' as ScriptImportId, 3);
    expect(imports.lastImportedAtMs().get(SCRIPT)).toBe(1);
    expect(imports.get(ID)).toMatchObject({ fileName: '短语.csv', undoneAtMs: null });
  });

  it('find what one file has changed without looking at the others', () => {
    const plans = plansOf((db) => createScriptImportStore(db).changesOf(ID));
    expect(plans).toEqual([expect.stringContaining('USING PRIMARY KEY (import_id=?)')]);
  });
});

import type {
  ActivityId,
  AgentId,
  ScriptGroupId,
  ScriptId,
  ScriptImportId,
} from '../../../shared/domain/ids.ts';
import type { WritableDb } from '../connection.ts';

export type ScriptImport = {
  readonly id: ScriptImportId;
  readonly fileName: string;
  readonly agentId: AgentId | null;
  readonly atMs: number;
  readonly madeGroups: readonly ScriptGroupId[];
  readonly undoneAtMs: number | null;
};
export type ImportedScript = { readonly scriptId: ScriptId; readonly activityId: ActivityId };

type ImportRow = {
  readonly id: string;
  readonly file_name: string;
  readonly agent_id: string | null;
  readonly at_ms: number;
  readonly made_groups: string;
  readonly undone_at_ms: number | null;
};
type ChangeRow = { readonly import_id: string; readonly script_id: string; readonly activity_id: string };

function toImport(row: ImportRow): ScriptImport {
  return {
    id: row.id as ScriptImportId,
    fileName: row.file_name,
    agentId: row.agent_id as AgentId | null,
    atMs: row.at_ms,
    // Written by `add` from the same type.
    madeGroups: JSON.parse(row.made_groups) as ScriptGroupId[],
    undoneAtMs: row.undone_at_ms,
  };
}

/** Script files that were imported, and the scripts that each of them brought or changed. */
export function createScriptImportStore(db: WritableDb) {
  const select = db.prepare<[string], ImportRow>('SELECT * FROM script_imports WHERE id = ?');
  const insert = db.prepare<[ImportRow]>(/* sql */ `
    INSERT INTO script_imports (id, file_name, agent_id, at_ms, made_groups, undone_at_ms)
    VALUES (@id, @file_name, @agent_id, @at_ms, @made_groups, @undone_at_ms)`);
  const insertChange = db.prepare<[ChangeRow]>(/* sql */ `
    INSERT INTO script_import_changes (import_id, script_id, activity_id)
    VALUES (@import_id, @script_id, @activity_id)`);
  const selectChanges = db.prepare<[string], ChangeRow>(
    'SELECT * FROM script_import_changes WHERE import_id = ?',
  );
  const selectLatest = db.prepare<[], { readonly script_id: string; readonly at_ms: number }>(/* sql */ `
    SELECT c.script_id, max(i.at_ms) AS at_ms
    FROM script_imports i JOIN script_import_changes c ON c.import_id = i.id
    WHERE i.undone_at_ms IS NULL GROUP BY c.script_id`);
  const markUndone = db.prepare<[number, string]>('UPDATE script_imports SET undone_at_ms = ? WHERE id = ?');

  return {
    get(id: ScriptImportId): ScriptImport | undefined {
      const row = select.get(id);
      return row && toImport(row);
    },
    add(one: ScriptImport, changes: readonly ImportedScript[]): void {
      insert.run({
        id: one.id,
        file_name: one.fileName,
        agent_id: one.agentId,
        at_ms: one.atMs,
        made_groups: JSON.stringify(one.madeGroups),
        undone_at_ms: one.undoneAtMs,
      });
      for (const { scriptId, activityId } of changes)
        insertChange.run({ import_id: one.id, script_id: scriptId, activity_id: activityId });
    },
    changesOf: (id: ScriptImportId): ImportedScript[] =>
      selectChanges.all(id).map((row) => ({
        scriptId: row.script_id as ScriptId,
        activityId: row.activity_id as ActivityId,
      })),
    /** When each script was last brought or changed by a file, of those that still count. */
    lastImportedAtMs: (): ReadonlyMap<ScriptId, number> =>
      new Map(selectLatest.all().map((row) => [row.script_id as ScriptId, row.at_ms])),
    markUndone: (id: ScriptImportId, atMs: number): void => void markUndone.run(atMs, id),
  };
}

import type { AgentId, ScriptGroupId, ScriptId, ShopId } from '../../../shared/domain/ids.ts';
import { FOR_ALL, Script, ScriptGroup, type ScriptScope } from '../../../shared/domain/scripts/script.ts';
import { ownerOf } from '../../../shared/domain/scripts/script-scope.ts';
import type { WritableDb } from '../connection.ts';
import { undoableTable } from '../undoable-table.ts';

type ScriptRow = {
  readonly id: string;
  readonly shop_id: string | null;
  readonly agent_id: string | null;
  readonly group_id: string | null;
  readonly title: string;
  readonly code: string;
  readonly parts: string;
  readonly keywords: string;
  readonly tags: string;
  readonly fit: string;
  readonly sort_key: number;
  readonly archived_at_ms: number | null;
  readonly updated_at_ms: number;
  readonly use_count: number;
  readonly last_used_at_ms: number | null;
};

type GroupRow = {
  readonly id: string;
  readonly parent_id: string | null;
  readonly name: string;
  readonly sort_key: number;
};

function toScope({ shop_id, agent_id }: Pick<ScriptRow, 'shop_id' | 'agent_id'>): ScriptScope {
  if (agent_id !== null) return { kind: 'personal', agentId: agent_id as AgentId };
  return shop_id === null ? FOR_ALL : { kind: 'shop', shopId: shop_id as ShopId };
}

function toScript(row: ScriptRow): Script {
  return {
    id: row.id as ScriptId,
    scope: toScope(row),
    groupId: row.group_id as ScriptGroupId | null,
    title: row.title,
    code: row.code,
    // Written by `save` from the same types; to check 10 000 of them again would hold up the start.
    parts: JSON.parse(row.parts) as Script['parts'],
    keywords: row.keywords,
    tags: JSON.parse(row.tags) as Script['tags'],
    fit: JSON.parse(row.fit) as Script['fit'],
    sortKey: row.sort_key,
    archivedAtMs: row.archived_at_ms,
    updatedAtMs: row.updated_at_ms,
    useCount: row.use_count,
    lastUsedAtMs: row.last_used_at_ms,
  };
}

function toGroup(row: GroupRow): ScriptGroup {
  return {
    id: row.id as ScriptGroupId,
    parentId: row.parent_id as ScriptGroupId | null,
    name: row.name,
    sortKey: row.sort_key,
  };
}

// How often a script was used follows from the uses on this PC and is kept beside it: to count them anew would take as
// long as there are uses, after every copy.
const SCRIPT_COLUMNS = 's.*, coalesce(c.use_count, 0) AS use_count, c.last_used_at_ms';
const COUNTS_JOIN = 'LEFT JOIN script_use_counts c ON c.script_id = s.id';
const SCRIPTS_SQL = `SELECT ${SCRIPT_COLUMNS} FROM scripts s ${COUNTS_JOIN}`;
type Counted = 'useCount' | 'lastUsedAtMs';
/** The fields of a script that the change log keeps: how often it was used is counted, not edited. */
const RecordedScript = Script.omit({ useCount: true, lastUsedAtMs: true, updatedAtMs: true });

export function createScriptStore(db: WritableDb) {
  const select = db.prepare<[string], ScriptRow>(`${SCRIPTS_SQL} WHERE s.id = ?`);
  const selectByCode = db.prepare<[string, string], ScriptRow>(/* sql */ `
    ${SCRIPTS_SQL}
    WHERE s.code = ? AND coalesce(s.agent_id, s.shop_id, '') = ? AND s.archived_at_ms IS NULL`);
  const selectAll = db.prepare<[], ScriptRow>(`${SCRIPTS_SQL} ORDER BY s.sort_key, s.code`);
  const selectRowids = db.prepare<[], number>('SELECT rowid FROM scripts').pluck();
  const selectVisibleRowids = db
    .prepare<[string | null], number>(
      'SELECT rowid FROM scripts WHERE agent_id IS NULL OR agent_id = ? ORDER BY sort_key, code',
    )
    .pluck();
  const selectByRowids = db.prepare<[string], ScriptRow>(/* sql */ `
    SELECT ${SCRIPT_COLUMNS} FROM json_each(?) AS wanted CROSS JOIN scripts s ON s.rowid = wanted.value ${COUNTS_JOIN}
    ORDER BY wanted.key`);
  const upsert = db.prepare<[Omit<ScriptRow, 'use_count' | 'last_used_at_ms'>]>(/* sql */ `
    INSERT INTO scripts (id, shop_id, agent_id, group_id, title, code, parts, keywords, tags, fit, sort_key,
      archived_at_ms, updated_at_ms)
    VALUES (@id, @shop_id, @agent_id, @group_id, @title, @code, @parts, @keywords, @tags, @fit, @sort_key,
      @archived_at_ms, @updated_at_ms)
    ON CONFLICT (id) DO UPDATE SET shop_id = excluded.shop_id, agent_id = excluded.agent_id,
      group_id = excluded.group_id, title = excluded.title, code = excluded.code, parts = excluded.parts,
      keywords = excluded.keywords, tags = excluded.tags, fit = excluded.fit, sort_key = excluded.sort_key,
      archived_at_ms = excluded.archived_at_ms, updated_at_ms = excluded.updated_at_ms`);
  const selectVisible = db.prepare<[string | null], ScriptRow>(/* sql */ `
    ${SCRIPTS_SQL} WHERE s.agent_id IS NULL OR s.agent_id = ? ORDER BY s.sort_key, s.code`);
  const selectIn = db.prepare<[string | null], ScriptRow>(
    `${SCRIPTS_SQL} WHERE s.group_id IS ? ORDER BY s.sort_key, s.code`,
  );
  const selectPlaces = db.prepare<[string | null], Pick<ScriptRow, 'id' | 'sort_key'>>(
    'SELECT id, sort_key FROM scripts WHERE group_id IS ? ORDER BY sort_key, code',
  );
  const selectOfShop = db.prepare<[string], ScriptRow>(`${SCRIPTS_SQL} WHERE s.shop_id = ?`);
  const selectLastSortKey = db.prepare<[string | null], { last: number | null }>(
    'SELECT max(sort_key) AS last FROM scripts WHERE group_id IS ?',
  );
  const archive = db.prepare<[number, number, string]>(
    'UPDATE scripts SET archived_at_ms = ?, updated_at_ms = ? WHERE id = ?',
  );
  const countUse = db.prepare<[string, number]>(/* sql */ `
    INSERT INTO script_use_counts (script_id, use_count, last_used_at_ms) VALUES (?, 1, ?)
    ON CONFLICT (script_id) DO UPDATE SET use_count = use_count + 1, last_used_at_ms = excluded.last_used_at_ms`);

  function* inSlices(rowids: readonly number[], size: number): Generator<Script[]> {
    for (let from = 0; from < rowids.length; from += size) {
      yield selectByRowids.all(JSON.stringify(rowids.slice(from, from + size))).map(toScript);
    }
  }

  function get(id: ScriptId): Script | undefined {
    const row = select.get(id);
    return row && toScript(row);
  }

  /** Inserts or replaces; the use count stays as it is. */
  function save(script: Omit<Script, Counted> & { readonly [F in Counted]?: Script[F] }): void {
    upsert.run({
      id: script.id,
      shop_id: script.scope.kind === 'shop' ? script.scope.shopId : null,
      agent_id: script.scope.kind === 'personal' ? script.scope.agentId : null,
      group_id: script.groupId,
      title: script.title,
      code: script.code,
      parts: JSON.stringify(script.parts),
      keywords: script.keywords,
      tags: JSON.stringify(script.tags),
      fit: JSON.stringify(script.fit),
      sort_key: script.sortKey,
      archived_at_ms: script.archivedAtMs,
      updated_at_ms: script.updatedAtMs,
    });
  }

  return {
    undoable: undoableTable({
      table: 'scripts',
      recorded: RecordedScript,
      guarded: ['scope', 'groupId', 'title', 'code', 'parts', 'keywords', 'tags', 'fit', 'archivedAtMs'],
      get: (id) => get(id as ScriptId),
      save: (script, { nowMs }) => save({ ...script, updatedAtMs: nowMs }),
      // A script that was used keeps that fact, so what was made is archived rather than erased.
      remove: (id, nowMs) => void archive.run(nowMs, nowMs, id),
    }),
    get,
    /** Among the active scripts of that scope and owner. */
    findByCode(code: string, scope: ScriptScope): Script | undefined {
      const row = selectByCode.get(code, ownerOf(scope));
      return row && toScript(row);
    },
    list: (): Script[] => selectAll.all().map(toScript),
    /** All that there are now, so many at once, each as it is when its turn comes. */
    slices: (size: number): Generator<Script[]> => inSlices(selectRowids.all(), size),
    /** Without the personal ones of other agents. */
    listVisibleTo: (agentId: AgentId | null): Script[] => selectVisible.all(agentId).map(toScript),
    slicesVisibleTo: (agentId: AgentId | null, size: number): Generator<Script[]> =>
      inSlices(selectVisibleRowids.all(agentId), size),
    /** Archived ones too, as in all that follow. */
    listIn: (groupId: ScriptGroupId | null): Script[] => selectIn.all(groupId).map(toScript),
    placesIn: (groupId: ScriptGroupId | null): Pick<Script, 'id' | 'sortKey'>[] =>
      // An id that was stored is one.
      selectPlaces.all(groupId).map(({ id, sort_key }) => ({ id: id as Script['id'], sortKey: sort_key })),
    listOfShop: (shopId: ShopId): Script[] => selectOfShop.all(shopId).map(toScript),
    lastSortKeyIn: (groupId: ScriptGroupId | null): number => selectLastSortKey.get(groupId)?.last ?? 0,
    save,
    countUse: (id: ScriptId, nowMs: number): void => void countUse.run(id, nowMs),
  };
}

export function createScriptGroupStore(db: WritableDb) {
  const select = db.prepare<[string], GroupRow>('SELECT * FROM script_groups WHERE id = ?');
  const selectAll = db.prepare<[], GroupRow>('SELECT * FROM script_groups ORDER BY sort_key, name');
  const upsert = db.prepare<[GroupRow]>(/* sql */ `
    INSERT INTO script_groups (id, parent_id, name, sort_key) VALUES (@id, @parent_id, @name, @sort_key)
    ON CONFLICT (id) DO UPDATE SET parent_id = excluded.parent_id, name = excluded.name,
      sort_key = excluded.sort_key`);
  const remove = db.prepare<[string]>('DELETE FROM script_groups WHERE id = ?');
  const selectHeld = db.prepare<[string]>('SELECT 1 FROM scripts WHERE group_id = ? LIMIT 1');

  function get(id: ScriptGroupId): ScriptGroup | undefined {
    const row = select.get(id);
    return row && toGroup(row);
  }
  const save = (group: ScriptGroup): void =>
    void upsert.run({ id: group.id, parent_id: group.parentId, name: group.name, sort_key: group.sortKey });

  return {
    undoable: undoableTable({
      table: 'script_groups',
      recorded: ScriptGroup,
      guarded: ['name', 'parentId'],
      get: (id) => get(id as ScriptGroupId),
      save,
      remove: (id) => void remove.run(id),
    }),
    get,
    list: (): ScriptGroup[] => selectAll.all().map(toGroup),
    save,
    holdsScripts: (id: ScriptGroupId): boolean => selectHeld.get(id) !== undefined,
    /** The caller has moved its scripts and inner groups away. */
    remove: (id: ScriptGroupId): void => void remove.run(id),
  };
}

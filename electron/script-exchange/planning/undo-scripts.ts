import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { Activity } from '../../../shared/domain/activities/activity.ts';
import type { ActivityId, ScriptGroupId, ScriptId, ScriptImportId } from '../../../shared/domain/ids.ts';
import type { Script, ScriptGroup, ScriptScope } from '../../../shared/domain/scripts/script.ts';
import { AppError } from '../../../shared/errors.ts';
import type { GroupChange, ScriptChange } from '../../scripts/library/library-change.ts';
import type { ImportedScript, ScriptImport } from '../../store/scripts/script-import-store.ts';

export type UndoPorts = {
  readonly scripts: {
    get(id: ScriptId): Script | undefined;
    findByCode(code: string, scope: ScriptScope): Script | undefined;
    save(script: Script): void;
  };
  readonly groups: {
    get(id: ScriptGroupId): ScriptGroup | undefined;
    list(): readonly ScriptGroup[];
    remove(id: ScriptGroupId): void;
    /** Archived ones count: they refer to the group as well. */
    holdsScripts(id: ScriptGroupId): boolean;
  };
  readonly imports: {
    get(id: ScriptImportId): ScriptImport | undefined;
    changesOf(id: ScriptImportId): readonly ImportedScript[];
    markUndone(id: ScriptImportId, atMs: number): void;
  };
  readonly activities: { get(id: ActivityId): Activity | undefined };
  readonly recordChanges: (changes: readonly ScriptChange[], actor: Actor, text?: string) => unknown;
  readonly recordGroupChanges: (changes: readonly GroupChange[], actor: Actor) => void;
};

export type UndoneScripts = { readonly undoneCount: number; readonly keptCount: number };

type Undoing = { readonly made: ReadonlySet<string>; readonly nowMs: number };

/** Meant to run inside one transaction. What somebody has changed since stays as it is, and is counted. */
export function createUndoScripts({ scripts, groups, imports, activities, ...ports }: UndoPorts) {
  const { recordChanges, recordGroupChanges } = ports;

  function existing(id: ScriptImportId): ScriptImport {
    const one = imports.get(id);
    if (!one) throw new AppError('not-found', '该导入已不存在');
    if (one.undoneAtMs !== null) throw new AppError('conflict', '该导入已经撤销');
    return one;
  }

  function reversed({ scriptId, activityId }: ImportedScript, undoing: Undoing): ScriptChange | null {
    const current = scripts.get(scriptId);
    const activity = activities.get(activityId);
    if (!current || !activity || !isAsImported(current, activity)) return null;
    const after = { ...current, ...earlier(activity, current, undoing), updatedAtMs: undoing.nowMs };
    const owner = after.archivedAtMs === null ? scripts.findByCode(after.code, after.scope) : undefined;
    return owner === undefined || owner.id === after.id ? { before: current, after } : null;
  }

  /** From the inside out; a group that somebody has put something into stays. */
  function removeGroups(ids: readonly ScriptGroupId[]): GroupChange[] {
    const removed: GroupChange[] = [];
    for (const id of ids.toReversed()) {
      const group = groups.get(id);
      if (!group || groups.holdsScripts(id) || groups.list().some(({ parentId }) => parentId === id))
        continue;
      groups.remove(id);
      removed.push({ before: group, after: null });
    }
    return removed;
  }

  return (id: ScriptImportId, actor: Actor): UndoneScripts => {
    const { fileName, madeGroups } = existing(id);
    const undoing = { made: new Set<string>(madeGroups), nowMs: actor.nowMs };
    let keptCount = 0;
    const changes: ScriptChange[] = [];
    for (const one of imports.changesOf(id)) {
      const change = reversed(one, undoing);
      if (change === null) {
        keptCount += 1;
        continue;
      }
      // All at once: the code that one script gives back may be the one that the next takes again.
      scripts.save(change.after);
      changes.push(change);
    }
    recordChanges(changes, actor, `撤销导入「${fileName}」`);
    recordGroupChanges(removeGroups(madeGroups), actor);
    imports.markUndone(id, actor.nowMs);
    return { undoneCount: changes.length, keptCount };
  };
}

function isAsImported(current: Script, { data }: Activity): boolean {
  if (current.archivedAtMs !== null) return false;
  return (data.changes ?? []).every(({ after }) =>
    Object.entries(after ?? {}).every(
      // A script that was only moved within its list still counts as imported.
      ([field, value]) =>
        field === 'sortKey' || JSON.stringify(current[field as keyof Script]) === JSON.stringify(value),
    ),
  );
}

/** A script that was used keeps that fact, so what was created is archived rather than erased. */
function earlier({ kind, data }: Activity, { groupId }: Script, { made, nowMs }: Undoing): Partial<Script> {
  const groupless = groupId !== null && made.has(groupId) ? { groupId: null } : {};
  if (kind === 'script-created') return { ...groupless, archivedAtMs: nowMs };
  const before = Object.assign({}, ...(data.changes ?? []).map((change) => change.before));
  // The activity was written from the fields of a script.
  return { ...(before as Partial<Script>), ...(kind === 'script-restored' ? { archivedAtMs: nowMs } : {}) };
}

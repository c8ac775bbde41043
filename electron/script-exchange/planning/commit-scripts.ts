import type { Actor } from '../../../shared/domain/activities/acting.ts';
import type { Activity } from '../../../shared/domain/activities/activity.ts';
import { type ScriptGroupId, ScriptId, ScriptImportId } from '../../../shared/domain/ids.ts';
import { type Script, type ScriptGroup, SORT_STEP } from '../../../shared/domain/scripts/script.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { GroupChange, ScriptChange } from '../../scripts/library/library-change.ts';
import type { ImportedScript, ScriptImport } from '../../store/scripts/script-import-store.ts';
import type { PlannedScript } from '../reading/said-fields.ts';
import { createMakeGroups } from './make-groups.ts';
import type { PlannedRow } from './plan-import.ts';
import type { Entry } from './planned-library.ts';

export type CommitPorts = {
  readonly scripts: {
    lastSortKeyIn(groupId: ScriptGroupId | null): number;
    /** Inserts or replaces; the use count stays as it is. */
    save(script: Script): void;
  };
  readonly groups: { list(): readonly ScriptGroup[]; save(group: ScriptGroup): void };
  readonly imports: { add(one: ScriptImport, changes: readonly ImportedScript[]): void };
  readonly recordChanges: (
    changes: readonly ScriptChange[],
    actor: Actor,
    text?: string,
  ) => readonly Activity[];
  readonly recordGroupChanges: (changes: readonly GroupChange[], actor: Actor) => void;
  readonly newId: (nowMs: EpochMs) => string;
};

type Draft = { readonly before: Script | null; readonly said: PlannedScript };
type Committed = { readonly importId: ScriptImportId | null; readonly writtenCount: number };

/** Later rows may say more of a script that an earlier row has made: only the last word is written. */
function lastWords(rows: Iterable<PlannedRow>): readonly Draft[] {
  const drafts = new Map<string, Draft>();
  const keyOf = (row: number, into: Entry | null) =>
    into?.script ? `script ${into.script.id}` : `row ${into?.row ?? row}`;
  for (const { row, into, after } of rows) {
    if (after === null) continue;
    const key = keyOf(row, into);
    drafts.set(key, { before: drafts.get(key)?.before ?? into?.script ?? null, said: after });
  }
  return [...drafts.values()];
}

/** Meant to run inside one transaction; a file that changes nothing leaves no trace. */
export function createCommitScripts({ scripts, groups, imports, ...ports }: CommitPorts) {
  const { recordChanges, recordGroupChanges, newId } = ports;

  return (rows: Iterable<PlannedRow>, fileName: string, actor: Actor): Committed => {
    const { agentId, nowMs } = actor;
    const drafts = lastWords(rows);
    if (drafts.length === 0) return { importId: null, writtenCount: 0 };
    const making = createMakeGroups({ groups, newId }, nowMs);
    const nextSortKey = sortKeys(scripts);

    function change({ before, said: { groupPath, ...said } }: Draft): ScriptChange {
      const groupId = making.idOf(groupPath);
      const isInPlace = before !== null && before.groupId === groupId;
      const after: Script = {
        useCount: 0,
        lastUsedAtMs: null,
        ...before,
        ...said,
        id: before?.id ?? ScriptId.parse(newId(nowMs)),
        groupId,
        sortKey: isInPlace ? before.sortKey : nextSortKey(groupId),
        archivedAtMs: null,
        updatedAtMs: nowMs,
      };
      scripts.save(after);
      return { before, after };
    }

    const changes = drafts.map(change);
    const activities = recordChanges(changes, actor, `导入自「${fileName}」`);
    const made = making.made();
    recordGroupChanges(
      made.map((after) => ({ before: null, after })),
      actor,
    );
    const importId = ScriptImportId.parse(newId(nowMs));
    imports.add(
      {
        id: importId,
        fileName,
        agentId,
        atMs: nowMs,
        madeGroups: made.map(({ id }) => id),
        undoneAtMs: null,
      },
      activities.map(({ id, subject }) => ({ scriptId: ScriptId.parse(subject.id), activityId: id })),
    );
    return { importId, writtenCount: changes.length };
  };
}

/** Behind what each group holds; asked for once per group, not once per script. */
function sortKeys({ lastSortKeyIn }: CommitPorts['scripts']) {
  const last = new Map<ScriptGroupId | null, number>();
  return (groupId: ScriptGroupId | null): number => {
    const next = (last.get(groupId) ?? lastSortKeyIn(groupId)) + SORT_STEP;
    last.set(groupId, next);
    return next;
  };
}

import { createChangeLog } from '../../../../electron/kernel/changes/change-log.ts';
import type { LibraryChange } from '../../../../electron/scripts/library/library-change.ts';
import { createLibraryUndoChecks } from '../../../../electron/scripts/library/library-undo-checks.ts';
import { createRecordStroke } from '../../../../electron/scripts/library/record-script-changes.ts';
import { createScriptGroupService } from '../../../../electron/scripts/library/script-group-service.ts';
import { createScriptService } from '../../../../electron/scripts/library/script-service.ts';
import { undoableTable } from '../../../../electron/store/undoable-table.ts';
import type { NewActivity } from '../../../../shared/domain/activities/activity.ts';
import { ActivityId, ScriptGroupId, ScriptId } from '../../../../shared/domain/ids.ts';
import { Script, ScriptGroup } from '../../../../shared/domain/scripts/script.ts';
import { type createFakeScriptLibrary, OWNERS } from '../fake-script-library.ts';

type Library = Pick<ReturnType<typeof createFakeScriptLibrary>, 'newId'> & {
  readonly scripts: Omit<ReturnType<typeof createFakeScriptLibrary>['scripts'], 'countUse' | 'placesIn'> & {
    placesIn(groupId: ScriptGroupId | null): readonly Pick<Script, 'id' | 'sortKey'>[];
  };
  readonly groups: ReturnType<typeof createFakeScriptLibrary>['groups'];
};

/** Takes a stroke back as the program does: records it, and puts back what the record says. */
export function createTakeBack(library: Library) {
  const { scripts, groups } = library;
  const tables = [
    undoableTable({
      table: 'scripts',
      recorded: Script.omit({ useCount: true, lastUsedAtMs: true, updatedAtMs: true }),
      guarded: ['scope', 'groupId', 'title', 'code', 'parts', 'keywords', 'tags', 'fit', 'archivedAtMs'],
      get: (id) => scripts.get(ScriptId.parse(id)),
      save: (script, { nowMs }) =>
        scripts.save({ useCount: 0, lastUsedAtMs: null, ...script, updatedAtMs: nowMs }),
      remove(id, nowMs) {
        const script = scripts.get(ScriptId.parse(id));
        if (script) scripts.save({ ...script, archivedAtMs: nowMs, updatedAtMs: nowMs });
      },
    }),
    undoableTable({
      table: 'script_groups',
      recorded: ScriptGroup,
      guarded: ['name', 'parentId'],
      get: (id) => groups.get(ScriptGroupId.parse(id)),
      save: groups.save,
      remove: (id) => groups.remove(ScriptGroupId.parse(id)),
    }),
  ];
  const service = createScriptService({ ...OWNERS, ...library });
  const groupService = createScriptGroupService(library);
  const log = createChangeLog(tables, createLibraryUndoChecks({ scripts, groups, service, groupService }));

  return (change: Partial<LibraryChange>, nowMs: number): void => {
    const recorded: NewActivity[] = [];
    const record = createRecordStroke({
      activities: {
        append(activity) {
          recorded.push(activity);
          return { ...activity, id: ActivityId.parse(`activity-${recorded.length}`) };
        },
      },
    });
    record({ scripts: [], groups: [], ...change }, { agentId: null, nowMs });
    const changes = recorded.map(({ data }) => data.changes ?? []);
    log.takeBack([...(changes.at(-1) ?? []), ...changes.slice(0, -1).flat()], { agentId: null, nowMs });
  };
}

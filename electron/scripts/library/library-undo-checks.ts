import type { ScriptGroupId, ScriptId } from '../../../shared/domain/ids.ts';
import type { Script, ScriptGroup } from '../../../shared/domain/scripts/script.ts';
import { AppError } from '../../../shared/errors.ts';
import type { UndoHooks } from '../../store/undoable-table.ts';
import type { ScriptGroupService } from './script-group-service.ts';
import type { ScriptService } from './script-service.ts';

type Dependencies = {
  readonly scripts: { get(id: ScriptId): Script | undefined };
  readonly groups: { get(id: ScriptGroupId): ScriptGroup | undefined };
  readonly service: Pick<ScriptService, 'requireFreeCode' | 'requireSoundFragments'>;
  readonly groupService: Pick<ScriptGroupService, 'requireUnused' | 'requireStillRight'>;
};

/** A library stays one in which every code, group and fragment is right, also when something is taken back. */
export function createLibraryUndoChecks(dependencies: Dependencies): readonly UndoHooks[] {
  const { scripts, groups, service, groupService } = dependencies;

  function requireGroup({ title, groupId }: Script): void {
    if (groupId !== null && !groups.get(groupId))
      throw new AppError('conflict', `「${title}」原来的分组已不存在，不能撤销`);
  }

  // The ids below are those of the tables that they were recorded with.
  return [
    {
      table: 'scripts',
      before(id, fields) {
        const script = scripts.get(id as ScriptId);
        if (!script || fields === null) return;
        // The fields are those of a script, checked again when they are written.
        const back: Script = { ...script, ...fields };
        requireGroup(back);
        if (back.archivedAtMs === null) service.requireFreeCode(back);
      },
      after(id) {
        const script = scripts.get(id as ScriptId);
        if (script?.archivedAtMs === null) service.requireSoundFragments(script);
      },
    },
    {
      table: 'script_groups',
      before: (id, fields) => fields === null && groupService.requireUnused(id as ScriptGroupId),
      after: (id) => groupService.requireStillRight(id as ScriptGroupId),
    },
  ];
}

import type { ScriptGroupId, ScriptId } from '../../../shared/domain/ids.ts';
import {
  FOR_ALL,
  type Script,
  type ScriptGroup,
  type ScriptScope,
  SORT_STEP,
  type StarterScript,
} from '../../../shared/domain/scripts/script.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';

type Dependencies = {
  readonly scripts: {
    get(id: ScriptId): Script | undefined;
    findByCode(code: string, scope: ScriptScope): Script | undefined;
    save(script: Script): void;
  };
  readonly groups: {
    get(id: ScriptGroupId): ScriptGroup | undefined;
    list(): readonly ScriptGroup[];
    save(group: ScriptGroup): void;
  };
  /** Ids made of code and name are the same on every PC, which is what makes a second install find the first. */
  readonly scriptIdOf: (code: string) => ScriptId;
  readonly scriptGroupIdOf: (name: string) => ScriptGroupId;
};

export type StarterInstall = { readonly addedCount: number; readonly keptCount: number };

/**
 * Adds what is not there yet. A starter script that is there is left as it is, be it edited, moved or archived: what
 * the shop has decided about it wins over what we ship.
 */
export function createStarterInstaller({ scripts, groups, scriptIdOf, scriptGroupIdOf }: Dependencies) {
  function groupIdFor(name: string): ScriptGroupId {
    const id = scriptGroupIdOf(name);
    const all = groups.list();
    const known = groups.get(id) ?? all.find((group) => group.parentId === null && group.name === name);
    if (known) return known.id;
    const sortKey = Math.max(0, ...all.map((group) => group.sortKey)) + 1;
    groups.save({ id, parentId: null, name, sortKey });
    return id;
  }

  /** The shop may have given the code to a script of its own. */
  function freeCode(code: string): string {
    let free = code;
    for (let number = 2; scripts.findByCode(free, FOR_ALL); number += 1) free = `${code}-${number}`;
    return free;
  }

  return {
    install(starters: readonly StarterScript[], nowMs: EpochMs): StarterInstall {
      let addedCount = 0;
      for (const [index, starter] of starters.entries()) {
        const id = scriptIdOf(starter.code);
        if (scripts.get(id)) continue;
        scripts.save({
          id,
          scope: FOR_ALL,
          groupId: groupIdFor(starter.group),
          title: starter.title,
          code: freeCode(starter.code),
          parts: starter.parts,
          keywords: starter.keywords,
          tags: [],
          fit: {
            stages: starter.stages,
            reasons: starter.reasons,
            steps: starter.steps,
            grades: starter.grades,
            ...(starter.ladders ? { ladders: starter.ladders } : {}),
          },
          sortKey: (index + 1) * SORT_STEP,
          archivedAtMs: null,
          updatedAtMs: nowMs,
          useCount: 0,
          lastUsedAtMs: null,
        });
        addedCount += 1;
      }
      return { addedCount, keptCount: starters.length - addedCount };
    },
  };
}

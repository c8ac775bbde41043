import { isDeepStrictEqual } from 'node:util';
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
import type { GroupChange, LibraryChange, ScriptChange } from './library-change.ts';

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

/** All that a starter script says and when it fits. */
const wordsOf = (starter: StarterScript): Pick<Script, 'title' | 'parts' | 'keywords' | 'fit'> => ({
  title: starter.title,
  parts: starter.parts,
  keywords: starter.keywords,
  fit: {
    stages: starter.stages,
    reasons: starter.reasons,
    steps: starter.steps,
    grades: starter.grades,
    ...(starter.ladders ? { ladders: starter.ladders } : {}),
  },
});

/**
 * Adds what is not there yet. A starter script that is there is left as it is, be it edited, moved or archived: what
 * the shop has decided about it wins over what we ship.
 */
export function createStarterInstaller({ scripts, groups, scriptIdOf, scriptGroupIdOf }: Dependencies) {
  function groupFor(name: string): { readonly id: ScriptGroupId; readonly made?: ScriptGroup } {
    const id = scriptGroupIdOf(name);
    const all = groups.list();
    const known = groups.get(id) ?? all.find((group) => group.parentId === null && group.name === name);
    if (known) return { id: known.id };
    const sortKey = Math.max(0, ...all.map((group) => group.sortKey)) + 1;
    const made = { id, parentId: null, name, sortKey };
    groups.save(made);
    return { id, made };
  }

  /** The shop may have given the code to a script of its own. */
  function freeCode(code: string): string {
    let free = code;
    for (let number = 2; scripts.findByCode(free, FOR_ALL); number += 1) free = `${code}-${number}`;
    return free;
  }

  const isMissing = ({ code }: Pick<StarterScript, 'code'>): boolean =>
    scripts.get(scriptIdOf(code)) === undefined;

  /** `starters` are all there are, in their order; those that are there already are left alone. */
  function add(starters: readonly StarterScript[], nowMs: EpochMs): LibraryChange {
    const made: ScriptChange[] = [];
    const madeGroups: GroupChange[] = [];
    for (const [index, starter] of starters.entries()) {
      if (!isMissing(starter)) continue;
      const group = groupFor(starter.group);
      if (group.made) madeGroups.push({ before: null, after: group.made });
      const script: Script = {
        id: scriptIdOf(starter.code),
        scope: FOR_ALL,
        groupId: group.id,
        ...wordsOf(starter),
        code: freeCode(starter.code),
        tags: [],
        sortKey: (index + 1) * SORT_STEP,
        archivedAtMs: null,
        updatedAtMs: nowMs,
        useCount: 0,
        lastUsedAtMs: null,
      };
      scripts.save(script);
      made.push({ before: null, after: script });
    }
    return { scripts: made, groups: madeGroups };
  }

  /** The script of the shop, if nobody has touched it since the library was installed and this build says it otherwise. */
  function rewordedFrom(starter: StarterScript, installedAtMs: EpochMs): Script | undefined {
    const script = scripts.get(scriptIdOf(starter.code));
    if (script === undefined || script.updatedAtMs !== installedAtMs) return undefined;
    const words = wordsOf(starter);
    const isSame = isDeepStrictEqual({ ...script, ...words }, script);
    return isSame ? undefined : script;
  }

  /** They stay ours as before, so that a later build may offer its words as well. */
  function reword(starters: readonly StarterScript[], installedAtMs: EpochMs): ScriptChange[] {
    return starters.flatMap((starter) => {
      const before = rewordedFrom(starter, installedAtMs);
      if (before === undefined) return [];
      const after = { ...before, ...wordsOf(starter) };
      scripts.save(after);
      return [{ before, after }];
    });
  }

  return {
    isMissing,
    isReworded: (starter: StarterScript, installedAtMs: EpochMs): boolean =>
      rewordedFrom(starter, installedAtMs) !== undefined,
    add,
    reword,
    install(starters: readonly StarterScript[], nowMs: EpochMs): StarterInstall {
      const addedCount = add(starters, nowMs).scripts.length;
      return { addedCount, keptCount: starters.length - addedCount };
    },
  };
}

import type { ScriptId } from '../../shared/domain/ids.ts';
import type { Script, ScriptGroup } from '../../shared/domain/script.ts';
import { createScriptIndex, type ScriptIndex } from '../../shared/domain/script-search.ts';
import { createPinyinReader } from './pinyin-reader.ts';

type Dependencies = {
  readonly scripts: { list(): Script[]; get(id: ScriptId): Script | undefined };
  readonly groups: { list(): ScriptGroup[] };
  /** Runs the work when nothing else is to do, a moment later. */
  readonly runLater: (work: () => void) => void;
};

/** So many scripts are read in a few milliseconds, and no click waits for longer than that. */
const READ_AT_ONCE = 50;

/** The search index over the library: built at first use, and anew after an edit. */
export function createLibraryIndex({ scripts, groups, runLater }: Dependencies) {
  const pinyin = createPinyinReader();
  let index: ScriptIndex | undefined;

  /** The first letter that is typed must not wait until the pinyin of the whole library is read. */
  function warm(started: ScriptIndex): void {
    runLater(() => {
      if (index === started && started.warm(READ_AT_ONCE)) warm(started);
    });
  }

  return {
    current(): ScriptIndex {
      if (index) return index;
      index = createScriptIndex({ scripts: scripts.list(), groups: groups.list(), pinyin });
      warm(index);
      return index;
    },
    /** The library is another one now. */
    drop(): void {
      index = undefined;
    },
    /** A use was counted; that changes the order of what is found, and no words. */
    renew(id: ScriptId): void {
      const script = scripts.get(id);
      if (script) index?.put(script);
    },
  };
}

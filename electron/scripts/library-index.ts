import type { ScriptId } from '../../shared/domain/ids.ts';
import type { Script, ScriptGroup } from '../../shared/domain/script.ts';
import { createScriptIndex, type ScriptIndex } from '../../shared/domain/script-search.ts';
import { createPinyinReader } from './pinyin-reader.ts';

type Dependencies = {
  readonly scripts: { list(): Script[]; get(id: ScriptId): Script | undefined };
  readonly groups: { list(): ScriptGroup[] };
};

/** The search index over the library: built at first use, and anew after an edit. */
export function createLibraryIndex({ scripts, groups }: Dependencies) {
  const readPinyin = createPinyinReader();
  let index: ScriptIndex | undefined;

  return {
    current(): ScriptIndex {
      index ??= createScriptIndex({ scripts: scripts.list(), groups: groups.list(), readPinyin });
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

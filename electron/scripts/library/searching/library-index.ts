import type { ScriptId } from '../../../../shared/domain/ids.ts';
import { NO_SITUATION } from '../../../../shared/domain/scripts/rank-scripts.ts';
import type { Script, ScriptGroup } from '../../../../shared/domain/scripts/script.ts';
import { createScriptIndex, type ScriptIndex } from '../../../../shared/domain/scripts/script-search.ts';
import { createSlicedWork, type RunLater } from '../sliced-work.ts';
import { CUSTOMER_WORDS } from './customer-words.ts';
import { createPinyinReader } from './pinyin-reader.ts';

type Dependencies = {
  readonly scripts: { slices(size: number): Iterable<Script[]>; get(id: ScriptId): Script | undefined };
  readonly groups: { list(): ScriptGroup[] };
  readonly runLater: RunLater;
};

/** So many scripts take a few milliseconds, and no click waits for longer than that. */
const LISTED_AT_ONCE = 400;
const READ_AT_ONCE = 40;
/**
 * The first searches of a program take many times longer than the twentieth, so the index runs them before an agent
 * does.
 */
const WARM_UP_TEXTS = Array.from('cuifuqq12', (_, at, text = 'cuifuqq12') => text.slice(0, at + 1));
const WARM_UPS = 3;

/**
 * The search index over the library: built when it is first asked for and looked through again after an edit, a few
 * scripts at a time, so that nothing else has to wait for 10 000 of them.
 */
export function createLibraryIndex({ scripts, groups, runLater }: Dependencies) {
  const pinyin = createPinyinReader();
  const index = createScriptIndex({ scripts: [], groups: [], pinyin, customerWords: CUSTOMER_WORDS });
  let isWarm = false;
  const work = createSlicedWork({ slices: readLibrary, runLater });

  function* readLibrary(): Generator<'listed' | 'read' | undefined> {
    const present = new Set<ScriptId>();
    index.nameGroups(groups.list());
    for (const some of scripts.slices(LISTED_AT_ONCE)) {
      for (const script of some) {
        index.put(script);
        present.add(script.id);
      }
      yield;
    }
    index.keepOnly(present);
    yield 'listed';
    pinyin.open();
    yield;
    pinyin.inContext('中');
    yield;
    while (index.warm(READ_AT_ONCE)) yield;
    yield 'read';
    if (!isWarm) yield* warmUp();
  }

  function* warmUp(): Generator<undefined> {
    isWarm = true;
    for (let count = 0; count < WARM_UPS; count++) {
      for (const text of WARM_UP_TEXTS) {
        index.search({ text, situation: NO_SITUATION, values: null, limit: 40 });
        yield;
      }
    }
  }

  async function at(stage: 'listed' | 'read'): Promise<ScriptIndex> {
    await work.reached(stage);
    return index;
  }

  return {
    /** With every script in it, which is enough to recommend some. */
    listed: () => at('listed'),
    /** With their words and their pinyin as well. */
    read: () => at('read'),
    /** The library has changed. */
    drop: work.startOver,
    /** A use was counted: the order of the hits changes, their words do not. */
    renew(id: ScriptId): void {
      const script = scripts.get(id);
      if (script) index.put(script);
    },
  };
}

export type LibraryIndex = ReturnType<typeof createLibraryIndex>;

import { CUSTOMER_WORDS } from '../../../../../electron/scripts/library/searching/customer-words.ts';
import { createPinyinReader } from '../../../../../electron/scripts/library/searching/pinyin-reader.ts';
import { NO_SITUATION } from '../../../../../shared/domain/scripts/rank-scripts.ts';
import type { Script } from '../../../../../shared/domain/scripts/script.ts';
import { createScriptIndex, type ScriptSearch } from '../../../../../shared/domain/scripts/script-search.ts';

const pinyin = createPinyinReader();

export const indexOf = (scripts: readonly Script[]) =>
  createScriptIndex({ scripts, groups: [], pinyin, customerWords: CUSTOMER_WORDS });

/** The codes that a search over these scripts finds, best first. */
export function codesOf(scripts: readonly Script[], search: Partial<ScriptSearch>): string[] {
  return indexOf(scripts)
    .search({ text: '', situation: NO_SITUATION, values: null, limit: 20, ...search })
    .map(({ script }) => script.code);
}

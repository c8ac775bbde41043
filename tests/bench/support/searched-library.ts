import { z } from 'zod';
import { CUSTOMER_WORDS } from '../../../electron/scripts/library/searching/customer-words.ts';
import { createPinyinReader } from '../../../electron/scripts/library/searching/pinyin-reader.ts';
import { scriptGroupIdOf, scriptIdOf } from '../../../electron/store/identity.ts';
import starters from '../../../resources/starter-scripts.json' with { type: 'json' };
import { NO_SITUATION } from '../../../shared/domain/scripts/rank-scripts.ts';
import {
  FOR_ALL,
  type Script,
  type ScriptGroup,
  StarterScript,
} from '../../../shared/domain/scripts/script.ts';
import { createAlphabet } from '../../../shared/domain/scripts/script-search/alphabet.ts';
import { entryOf } from '../../../shared/domain/scripts/script-search/entry.ts';
import { findWords } from '../../../shared/domain/scripts/script-search/find-words.ts';
import { buildingPools } from '../../../shared/domain/scripts/script-search/search-pools.ts';
import { wordsOf } from '../../../shared/domain/scripts/script-search/search-words.ts';
import { createScriptIndex } from '../../../shared/domain/scripts/script-search.ts';
import questions from '../../fixtures/customer-questions.json' with { type: 'json' };
import queries from '../../fixtures/script-queries.json' with { type: 'json' };
import { inventedLibrary } from '../data/fill-scripts.ts';
import type { CodeSearch, ReferenceLibrary } from './search-references.ts';

const ScriptQuery = z.object({
  kind: z.enum(['initials', 'words', 'pinyin', 'typo', 'code', 'mixed']),
  text: z.string(),
  wanted: z.string(),
});
type ScriptQuery = z.infer<typeof ScriptQuery>;

/** As agents type, each with the script of the starter library that is meant. */
export const SCRIPT_QUERIES = z.array(ScriptQuery).parse(queries);

const CustomerQuestion = z.object({
  text: z.string(),
  /** Each of these would be a right answer. */
  wanted: z.array(z.string()).min(1),
  /** Never looked at while the finder was made. */
  isHeldOut: z.boolean(),
});
export type CustomerQuestion = z.infer<typeof CustomerQuestion>;

/** As customers write them, each with what an agent would answer. */
export const CUSTOMER_QUESTIONS = z.array(CustomerQuestion).parse(questions);

export type SearchedLibrary = ReferenceLibrary & { readonly groups: readonly ScriptGroup[] };

function starterScripts(): { readonly scripts: Script[]; readonly groups: ScriptGroup[] } {
  const all = z.array(StarterScript).parse(starters);
  const names = [...new Set(all.map(({ group }) => group))];
  return {
    groups: names.map((name, sortKey) => ({ id: scriptGroupIdOf(name), parentId: null, name, sortKey })),
    scripts: all.map(({ code, title, parts, keywords, group, stages, reasons, steps, grades }, sortKey) => ({
      title,
      parts,
      keywords,
      id: scriptIdOf(code),
      code,
      scope: FOR_ALL,
      groupId: scriptGroupIdOf(group),
      tags: [],
      fit: { stages, reasons, steps, grades },
      sortKey,
      archivedAtMs: null,
      updatedAtMs: 0,
      useCount: 0,
      lastUsedAtMs: null,
    })),
  };
}

/** The starter library in the midst of what a large team has written, `count` scripts in all. */
export function searchedLibrary(count: number): SearchedLibrary {
  const own = starterScripts();
  const others = inventedLibrary(count - own.scripts.length);
  const groups = [...own.groups, ...others.groups];
  const names = new Map(groups.map(({ id, name }) => [id, name]));
  return {
    scripts: [...own.scripts, ...others.scripts],
    groups,
    groupNameOf: ({ groupId }) => (groupId === null ? '' : (names.get(groupId) ?? '')),
    pinyin: createPinyinReader(),
  };
}

export function ourSearch(library: SearchedLibrary): CodeSearch {
  const index = createScriptIndex({ ...library, customerWords: CUSTOMER_WORDS });
  while (index.warm(1000));
  return (text, limit) =>
    index.search({ text, situation: NO_SITUATION, values: null, limit }).map(({ script }) => script.code);
}

/** The search of before sentences were read: every word must be found somewhere. */
export function wordSearch(library: SearchedLibrary): CodeSearch {
  const alphabet = createAlphabet(library.pinyin);
  const entries = library.scripts.map((script) => entryOf(script, library.groupNameOf(script)));
  const building = buildingPools(entries, alphabet);
  let step = building.next();
  while (step.done !== true) step = building.next();
  const pools = step.value;
  return (text, limit) =>
    findWords(pools, wordsOf(text))
      .toSorted((one, other) => one.distance - other.distance || other.score - one.score)
      .slice(0, limit)
      .map(({ index }) => entries[index]?.script.code ?? '');
}

const SEEN_AT_ONCE = 3;

/** The queries whose wanted script is not among the first three. */
export function missedBy(search: CodeSearch): ScriptQuery[] {
  return SCRIPT_QUERIES.filter(({ text, wanted }) => !search(text, SEEN_AT_ONCE).includes(wanted));
}

/** The customers' questions of which no right script is among the first three. */
export function unansweredBy(search: CodeSearch): CustomerQuestion[] {
  return CUSTOMER_QUESTIONS.filter(({ text, wanted }) => {
    const found = search(text, SEEN_AT_ONCE);
    return !wanted.some((code) => found.includes(code));
  });
}

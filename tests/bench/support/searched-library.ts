import { z } from 'zod';
import { createPinyinReader } from '../../../electron/scripts/library/pinyin-reader.ts';
import { scriptGroupIdOf, scriptIdOf } from '../../../electron/store/identity.ts';
import starters from '../../../resources/starter-scripts.json' with { type: 'json' };
import { NO_SITUATION } from '../../../shared/domain/scripts/rank-scripts.ts';
import {
  FOR_ALL,
  type Script,
  type ScriptGroup,
  StarterScript,
} from '../../../shared/domain/scripts/script.ts';
import { createScriptIndex } from '../../../shared/domain/scripts/script-search.ts';
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
  const index = createScriptIndex(library);
  while (index.warm(1000));
  return (text, limit) =>
    index.search({ text, situation: NO_SITUATION, values: null, limit }).map(({ script }) => script.code);
}

const SEEN_AT_ONCE = 3;

/** The queries whose wanted script is not among the first three. */
export function missedBy(search: CodeSearch): ScriptQuery[] {
  return SCRIPT_QUERIES.filter(({ text, wanted }) => !search(text, SEEN_AT_ONCE).includes(wanted));
}

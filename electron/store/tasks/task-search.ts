import type { SubjectKind, SubjectWords } from '../../../shared/domain/subjects/subject.ts';
import type { RankedTask } from '../../../shared/domain/tasks/queue-place.ts';
import type { WritableDb } from '../connection.ts';
import { rememberUntilWritten } from '../remember-until-written.ts';
import type { RankedTasks } from './ranked-tasks.ts';

/** How each kind of subject that has tasks is found. */
export type WordSources = ReadonlyMap<
  SubjectKind,
  {
    /** The words are read again when one of these tables was written to. */
    readonly wordTables: readonly string[];
    readonly words: (ids: readonly string[]) => ReadonlyMap<string, SubjectWords>;
  }
>;

/** So many subjects take a few milliseconds. */
const LEARNED_AT_ONCE = 500;
const NO_WORDS: SubjectWords = { starts: [], parts: [] };
/** Fewer digits end every tenth number. */
const SHORTEST_END = 4;

type Known = ReadonlyMap<SubjectKind, Map<string, SubjectWords>>;
type Memory = { readonly tasks: RankedTasks; readonly words: Known };

export type TaskSearch = ReturnType<typeof createTaskSearch>;

/**
 * Finds tasks to do by the words of their subjects. To look 10 000 subjects up takes longer than a keystroke may, so it
 * is done once, and again after an import.
 */
export function createTaskSearch(db: WritableDb, rankedTasks: () => RankedTasks, sources: WordSources) {
  const tables = [...new Set([...sources.values()].flatMap(({ wordTables }) => wordTables))];
  const knownWords = rememberUntilWritten(
    db,
    tables,
    (): Known => new Map([...sources.keys()].map((kind) => [kind, new Map<string, SubjectWords>()])),
  );
  const remembered = (): Memory => ({ tasks: rankedTasks(), words: knownWords() });
  // Page and counts ask for the same text.
  let last: (Memory & { readonly text: string; readonly found: ReadonlySet<number> }) | undefined;

  /** Looks up each subject once; another search that is learning may have been quicker. */
  function* learn({ tasks, words }: Memory): Generator<undefined> {
    for (const [kind, known] of words) {
      const isUnknown = (id: string) => !known.has(id);
      const ofKind = [...tasks.byRowid.values()].filter(({ subjectKind }) => subjectKind === kind);
      const unknown = [...new Set(ofKind.map(({ subjectId }) => subjectId).filter(isUnknown))];
      for (let from = 0; from < unknown.length; from += LEARNED_AT_ONCE) {
        const ids = unknown.slice(from, from + LEARNED_AT_ONCE).filter(isUnknown);
        const found = sources.get(kind)?.words(ids);
        for (const id of ids) known.set(id, found?.get(id) ?? NO_WORDS);
        yield;
      }
    }
  }

  return {
    /** Looks up what a search needs, a little at a time, so that no click waits for all of it at once. */
    learnWords: (): Generator<undefined> => learn(remembered()),
    /** The rowids of the tasks. */
    find(text: string): ReadonlySet<number> {
      const { tasks, words } = remembered();
      if (last?.tasks !== tasks || last.words !== words || last.text !== text) {
        const left = learn({ tasks, words });
        while (left.next().done !== true);
        const wordsOf = ({ subjectKind, subjectId }: RankedTask) => words.get(subjectKind)?.get(subjectId);
        const found = [...tasks.byRowid.values()].filter((task) =>
          isFoundBy(wordsOf(task) ?? NO_WORDS, text),
        );
        last = { tasks, words, text, found: new Set(found.map(({ rowid }) => rowid)) };
      }
      return last.found;
    },
  };
}

function isFoundBy({ starts, parts, ends = [], wholes = [] }: SubjectWords, text: string): boolean {
  return (
    starts.some((word) => word.startsWith(text)) ||
    parts.some((word) => word.includes(text)) ||
    wholes.includes(text) ||
    (text.length >= SHORTEST_END && ends.some((word) => word.endsWith(text)))
  );
}

import type { SubjectKind, SubjectWords } from '../../../shared/domain/subjects/subject.ts';
import type { WritableDb } from '../connection.ts';
import { rememberUntilWritten } from '../remember-until-written.ts';

type ToDo = readonly [taskRowid: number, kind: SubjectKind, subjectId: string];

/** How each kind of subject that has tasks is found. */
export type WordSources = ReadonlyMap<
  SubjectKind,
  {
    /** The words are read again when one of these tables was written to. */
    readonly wordTables: readonly string[];
    readonly words: (ids: readonly string[]) => ReadonlyMap<string, SubjectWords>;
  }
>;

const TO_DO_SQL = /* sql */ `
  SELECT t.rowid, t.subject_kind, t.subject_id FROM tasks t INDEXED BY tasks_by_matter
  WHERE t.state IN ('open', 'snoozed')`;

/** So many subjects take a few milliseconds. */
const LEARNED_AT_ONCE = 500;
const NO_WORDS: SubjectWords = { starts: [], parts: [] };

type Known = ReadonlyMap<SubjectKind, Map<string, SubjectWords>>;
type Memory = { readonly tasks: readonly ToDo[]; readonly words: Known };

export type TaskSearch = ReturnType<typeof createTaskSearch>;

/**
 * Finds tasks to do by the words of their subjects. To look 10 000 subjects up takes longer than a keystroke may, so it
 * is done once, and again after an import.
 */
export function createTaskSearch(db: WritableDb, sources: WordSources) {
  const selectToDo = db.prepare<[], ToDo>(TO_DO_SQL).raw();
  const toDo = rememberUntilWritten(db, ['tasks'], () => selectToDo.all());
  const tables = [...new Set([...sources.values()].flatMap(({ wordTables }) => wordTables))];
  const knownWords = rememberUntilWritten(
    db,
    tables,
    (): Known => new Map([...sources.keys()].map((kind) => [kind, new Map<string, SubjectWords>()])),
  );
  const remembered = (): Memory => ({ tasks: toDo(), words: knownWords() });
  // Page and counts ask for the same text.
  let last: (Memory & { readonly text: string; readonly found: string }) | undefined;

  /** Looks up each subject once; another search that is learning may have been quicker. */
  function* learn({ tasks, words }: Memory): Generator<undefined> {
    for (const [kind, known] of words) {
      const isUnknown = (id: string) => !known.has(id);
      const ofKind = tasks.filter((task) => task[1] === kind).map(([, , id]) => id);
      const unknown = [...new Set(ofKind.filter(isUnknown))];
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
    /** The rowids of the tasks, as JSON. */
    find(text: string): string {
      const { tasks, words } = remembered();
      if (last?.tasks !== tasks || last.words !== words || last.text !== text) {
        const left = learn({ tasks, words });
        while (left.next().done !== true);
        const found = tasks.filter(([, kind, id]) => isFoundBy(words.get(kind)?.get(id) ?? NO_WORDS, text));
        last = { tasks, words, text, found: JSON.stringify(found.map(([taskRowid]) => taskRowid)) };
      }
      return last.found;
    },
  };
}

function isFoundBy({ starts, parts }: SubjectWords, text: string): boolean {
  return starts.some((word) => word.startsWith(text)) || parts.some((word) => word.includes(text));
}

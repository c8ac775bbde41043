import { createLibraryIndex } from '../../electron/scripts/library/searching/library-index.ts';
import { createPinyinReader } from '../../electron/scripts/library/searching/pinyin-reader.ts';
import { openDatabase } from '../../electron/store/connection.ts';
import { createScriptGroupStore, createScriptStore } from '../../electron/store/scripts/script-store.ts';
import { NO_SITUATION } from '../../shared/domain/scripts/rank-scripts.ts';
import type { ScriptIndex } from '../../shared/domain/scripts/script-search.ts';
import { copyOfStore, storeWith } from './data/make-store.ts';
import { type Figure, shownOnly, toFigure, within } from './support/figures.ts';
import { measurePair, spreadOf, timeMs, timeMsAsync } from './support/measure.ts';
import { paintedKeys } from './support/palette-window.ts';
import { type CodeSearch, createFuseSearch, createMiniSearch } from './support/search-references.ts';
import {
  CUSTOMER_QUESTIONS,
  missedBy,
  ourSearch,
  SCRIPT_QUERIES,
  searchedLibrary,
  unansweredBy,
  wordSearch,
} from './support/searched-library.ts';

type Options = {
  readonly scripts: readonly number[];
  readonly rounds: number;
  /** The real program's palette as well, which needs a desktop. */
  readonly isInWindow: boolean;
};

const TEXTS = SCRIPT_QUERIES.map(({ text }) => text);
/** The written queries and, as they are pasted and typed on, some questions of customers, letter by letter. */
const KEYSTROKES = [...TEXTS, ...CUSTOMER_QUESTIONS.slice(0, 10).map(({ text }) => text)].flatMap((text) =>
  Array.from(text, (_, at) =>
    Array.from(text)
      .slice(0, at + 1)
      .join(''),
  ),
);
/** fuse.js takes a fifth of a second for one at 10 000 scripts. */
const EVERY = 5;
const SHOWN = 40;

type References = Readonly<Record<'fuse.js' | 'minisearch', CodeSearch>>;

function measureKeys(ours: CodeSearch, references: References, rounds: number) {
  const few = KEYSTROKES.filter((_, index) => index % EVERY === 0);
  const measure = (texts: readonly string[], reference: CodeSearch, times: number) => {
    const textAt = (round: number) => texts[round % texts.length] ?? '';
    return measurePair({
      rounds: times * texts.length,
      subject: (round) => ours(textAt(round), SHOWN),
      reference: (round) => reference(textAt(round), SHOWN),
    });
  };
  return [
    ['minisearch', measure(KEYSTROKES, references.minisearch, rounds)],
    ['fuse.js', measure(few, references['fuse.js'], 1)],
  ] as const;
}

/** fuse.js and minisearch know no pinyin; they are given it as text, and everything else that ours looks at. */
function measureSearch(scripts: number, rounds: number): Figure[] {
  const library = searchedLibrary(scripts);
  const ours = ourSearch(library);
  const references = { 'fuse.js': createFuseSearch(library), minisearch: createMiniSearch(library) };
  const foundBy = (search: CodeSearch) => spreadOf([SCRIPT_QUERIES.length - missedBy(search).length]);
  const found = foundBy(ours);
  return measureKeys(ours, references, rounds).flatMap(([against, pair]) => [
    toFigure({
      ...pair,
      id: `palette-${against}`,
      what: 'script search, per keystroke',
      unit: 'ms',
      rows: scripts,
      against,
      budget: within(16),
    }),
    toFigure({
      id: `palette-found-${against}`,
      what: 'of 60 written queries, their script among the first 3',
      unit: 'count',
      rows: scripts,
      against,
      subject: found,
      reference: foundBy(references[against]),
      budget: shownOnly,
    }),
  ]);
}

/** Sentences in, scripts out: beside the search by words alone, and beside others. */
function measureQuestions(scripts: number): Figure[] {
  const library = searchedLibrary(scripts);
  const answered = (search: CodeSearch) =>
    spreadOf([CUSTOMER_QUESTIONS.length - unansweredBy(search).length]);
  const ours = answered(ourSearch(library));
  const references = {
    'search by words': wordSearch(library),
    minisearch: createMiniSearch(library),
    'fuse.js': createFuseSearch(library),
  };
  return Object.entries(references).map(([against, search]) =>
    toFigure({
      id: `questions-found-${against}`,
      what: 'of 100 questions of customers, their script among the first 3',
      unit: 'count',
      rows: scripts,
      against,
      subject: ours,
      reference: answered(search),
      budget: shownOnly,
    }),
  );
}

async function measureReading(scripts: number): Promise<Figure[]> {
  const db = openDatabase(copyOfStore(storeWith({ orders: 0, scripts }), 'scripts'));
  const stores = { scripts: createScriptStore(db), groups: createScriptGroupStore(db) };
  const find = (index: ScriptIndex, text: string) =>
    index.search({ text, situation: NO_SITUATION, values: null, limit: SHOWN });
  // The one that is asked at once, before anything could be read ahead.
  const firstMs = await timeMsAsync(async () =>
    find(await createLibraryIndex({ ...stores, runLater: setImmediate }).read(), 'f'),
  );
  const later: (() => void)[] = [];
  const ready = createLibraryIndex({ ...stores, runLater: (work) => later.push(work) }).read();
  const readingMs: number[] = [];
  for (let work = later.pop(); work !== undefined; work = later.pop()) readingMs.push(timeMs(work));
  const index = await ready;
  const knownMs = timeMs(() => find(index, 'f'));
  db.close();
  const common = { unit: 'ms', rows: scripts, against: 'the same letter once it is read' } as const;
  const reference = spreadOf([knownMs]);
  return [
    toFigure({
      ...common,
      reference,
      id: 'palette-first',
      what: 'script palette, first letter after a start',
      subject: spreadOf([firstMs]),
      budget: shownOnly,
    }),
    toFigure({
      ...common,
      reference,
      id: 'palette-reading',
      what: 'script palette, one step of reading the library ahead',
      subject: spreadOf(readingMs),
      budget: within(50, 'p99'),
    }),
  ];
}

async function measureWindow(scripts: number): Promise<Figure> {
  const { searched, known } = await paintedKeys(scripts, TEXTS);
  return toFigure({
    id: 'palette-painted',
    what: 'script palette in Electron, key to painted result',
    unit: 'ms',
    rows: scripts,
    against: 'the same key, its result known already',
    subject: spreadOf(searched),
    reference: spreadOf(known),
    budget: shownOnly,
  });
}

export async function benchScripts({ scripts, rounds, isInWindow }: Options): Promise<Figure[]> {
  // The dictionary is read once per program, not once per library.
  createPinyinReader().inContext('中');
  const figures: Figure[] = [];
  for (const count of scripts)
    figures.push(
      ...measureSearch(count, rounds),
      ...measureQuestions(count),
      ...(await measureReading(count)),
    );
  if (isInWindow) figures.push(await measureWindow(Math.max(...scripts)));
  return figures;
}

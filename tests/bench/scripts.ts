import { createLibraryIndex } from '../../electron/scripts/library-index.ts';
import { createPinyinReader } from '../../electron/scripts/pinyin-reader.ts';
import { openDatabase } from '../../electron/store/connection.ts';
import { createScriptGroupStore, createScriptStore } from '../../electron/store/script-store.ts';
import { NO_SITUATION } from '../../shared/domain/rank-scripts.ts';
import type { ScriptSearch } from '../../shared/domain/script-search.ts';
import { copyOfStore, storeWith } from './data/make-store.ts';
import { type Figure, shownOnly, toFigure, within } from './support/figures.ts';
import { measurePair, spreadOf, timeMs } from './support/measure.ts';

type Options = { readonly scripts: readonly number[]; readonly rounds: number };

/** Codes, Chinese words and pinyin initials, as they are typed. */
const TYPED = [
  'fukuan',
  'b123',
  '没有付款',
  'kdyjzls',
  '七天 售后',
  'zfk',
  '库存',
  '1234',
  'dznhd',
  '催付 fk',
];
const KEYSTROKES = TYPED.flatMap((text) => Array.from(text, (_, at) => text.slice(0, at + 1)));

const NAIVE_SQL = /* sql */ `
  SELECT id, title FROM scripts WHERE archived_at_ms IS NULL
    AND (instr(title, @text) OR instr(code, @text) OR instr(keywords, @text) OR instr(parts, @text))
  ORDER BY sort_key LIMIT 50`;

function searchOf(text: string): ScriptSearch {
  return { text, situation: NO_SITUATION, values: null, limit: 50 };
}

function measureLibrary(scripts: number, rounds: number): Figure[] {
  const db = openDatabase(copyOfStore(storeWith({ orders: 0, scripts }), 'scripts'));
  const stores = { scripts: createScriptStore(db), groups: createScriptGroupStore(db) };
  const naive = db.prepare<[{ readonly text: string }]>(NAIVE_SQL);
  const textAt = (round: number) => KEYSTROKES[round % KEYSTROKES.length] ?? '';
  // The one that is asked at once, before anything could be read ahead.
  const firstMs = timeMs(() =>
    createLibraryIndex({ ...stores, runLater: () => {} })
      .current()
      .search(searchOf('f')),
  );
  const later: (() => void)[] = [];
  const index = createLibraryIndex({ ...stores, runLater: (work) => later.push(work) }).current();
  const readingMs: number[] = [];
  for (let work = later.pop(); work !== undefined; work = later.pop()) readingMs.push(timeMs(work));
  const pair = measurePair({
    rounds: rounds * KEYSTROKES.length,
    subject: (round) => index.search(searchOf(textAt(round))),
    reference: (round) => naive.all({ text: textAt(round) }),
  });
  db.close();
  const common = { unit: 'ms', rows: scripts, against: 'SQL without ranking or pinyin' } as const;
  return [
    toFigure({
      ...common,
      ...pair,
      id: 'palette',
      what: 'script palette, per keystroke',
      budget: within(16),
    }),
    toFigure({
      ...common,
      id: 'palette-first',
      what: 'script palette, first letter after a start',
      subject: spreadOf([firstMs]),
      reference: pair.reference,
      budget: shownOnly,
    }),
    toFigure({
      ...common,
      id: 'palette-reading',
      what: 'script palette, one step of reading pinyin ahead',
      subject: spreadOf(readingMs),
      reference: pair.reference,
      budget: within(50, 'p99'),
    }),
  ];
}

export function benchScripts({ scripts, rounds }: Options): Figure[] {
  // The dictionary is read once per program, not once per library.
  createPinyinReader()('中');
  return scripts.flatMap((count) => measureLibrary(count, rounds));
}

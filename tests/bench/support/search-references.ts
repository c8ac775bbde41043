import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import type { Script } from '../../../shared/domain/scripts/script.ts';
import type { PinyinReader } from '../../../shared/domain/scripts/script-search/alphabet.ts';

/** Finds scripts for a text, as codes, best first. */
export type CodeSearch = (text: string, limit: number) => string[];

export type ReferenceLibrary = {
  readonly scripts: readonly Script[];
  readonly groupNameOf: (script: Script) => string;
  readonly pinyin: PinyinReader;
};

/** Everything that our own index looks at, and pinyin and initials as text, which neither library knows of itself. */
type Row = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly titlePinyin: string;
  readonly titleInitials: string;
  readonly labels: string;
  readonly labelPinyin: string;
  readonly labelInitials: string;
  readonly content: string;
};

const FIELDS = [
  'code',
  'title',
  'titlePinyin',
  'titleInitials',
  'labels',
  'labelPinyin',
  'labelInitials',
  'content',
];

const fold = (text: string) => text.normalize('NFKC').toLowerCase();

function readingsOf(text: string, pinyin: PinyinReader): readonly string[] {
  return pinyin.inContext(fold(text)).map((reading) => (/^[a-z0-9]+$/u.test(reading) ? reading : ''));
}

function rowOf(script: Script, { groupNameOf, pinyin }: ReferenceLibrary): Row {
  const labels = [...script.keywords.split(/\s+/u), ...script.tags, groupNameOf(script)].filter(Boolean);
  const title = readingsOf(script.title, pinyin);
  const read = labels.map((label) => readingsOf(label, pinyin));
  const initialsOf = (readings: readonly string[]) => readings.map((reading) => reading.charAt(0)).join('');
  return {
    id: script.id,
    code: fold(script.code),
    title: fold(script.title),
    titlePinyin: title.join(''),
    titleInitials: initialsOf(title),
    labels: fold(labels.join(' ')),
    labelPinyin: read.map((readings) => readings.join('')).join(' '),
    labelInitials: read.map(initialsOf).join(' '),
    content: fold(script.parts.join('\n')),
  };
}

/** Words are typed in any order and all of them are meant; what is typed around pinyin is no part of it. */
const tidy = (text: string): string => fold(text).replaceAll(/['’]/gu, '').trim();

export function createFuseSearch(library: ReferenceLibrary): CodeSearch {
  const rows = library.scripts.map((script) => rowOf(script, library));
  const fuse = new Fuse(rows, {
    keys: [
      { name: 'code', weight: 4 },
      { name: 'title', weight: 4 },
      { name: 'titlePinyin', weight: 3 },
      { name: 'titleInitials', weight: 3 },
      { name: 'labels', weight: 2 },
      { name: 'labelPinyin', weight: 1.5 },
      { name: 'labelInitials', weight: 1.5 },
      { name: 'content', weight: 1 },
    ],
    // A word may stand anywhere; with the default of 0.6 nearly everything is found.
    ignoreLocation: true,
    threshold: 0.3,
  });
  return (text, limit) => {
    const words = tidy(text).split(/\s+/u).filter(Boolean);
    if (words.length === 0) return rows.slice(0, limit).map(({ code }) => code);
    const query =
      words.length === 1
        ? (words[0] ?? '')
        : { $and: words.map((word) => ({ $or: FIELDS.map((field) => ({ [field]: word })) })) };
    return fuse.search(query, { limit }).map(({ item }) => item.code);
  };
}

/** A word in the middle of a text without spaces is the beginning of one of its ends. */
function endsOf(text: string): string[] {
  return text
    .split(/[^\p{Letter}\p{Number}]+/u)
    .flatMap((word) => Array.from(word, (_, at) => Array.from(word).slice(at).join('')));
}

const SYLLABLE_BORDER = '\u0001';

/** Syllables keep their borders for the tokenizer, so that pinyin is found from any syllable on, and from no other letter. */
function minisearchRowOf(script: Script, library: ReferenceLibrary): Row {
  const row = rowOf(script, library);
  const labels = [...script.keywords.split(/\s+/u), ...script.tags, library.groupNameOf(script)].filter(
    Boolean,
  );
  const syllables = (text: string) => readingsOf(text, library.pinyin).filter(Boolean).join(SYLLABLE_BORDER);
  return {
    ...row,
    titlePinyin: syllables(script.title),
    labelPinyin: labels.map(syllables).join(' '),
    content: fold(
      Array.from(script.parts[0] ?? '')
        .slice(0, 60)
        .join(''),
    ),
  };
}

function syllableEndsOf(text: string): string[] {
  return text.split(' ').flatMap((word) => {
    const syllables = word.split(SYLLABLE_BORDER);
    return syllables.map((_, at) => syllables.slice(at).join(''));
  });
}

export function createMiniSearch(library: ReferenceLibrary): CodeSearch {
  const rows = library.scripts.map((script) => minisearchRowOf(script, library));
  const codes = new Map(rows.map(({ id, code }) => [id, code]));
  const index = new MiniSearch<Row>({
    fields: FIELDS,
    tokenize: (text, field) =>
      field === 'code' ? [text] : field?.endsWith('Pinyin') === true ? syllableEndsOf(text) : endsOf(text),
    processTerm: (term) => term || null,
    searchOptions: {
      tokenize: (text) => text.split(/\s+/u).filter(Boolean),
      combineWith: 'AND',
      prefix: true,
      fuzzy: (term) => (term.length > 3 ? 0.2 : false),
      boost: {
        code: 6,
        title: 4,
        titlePinyin: 3,
        titleInitials: 3,
        labels: 2,
        labelPinyin: 1.5,
        labelInitials: 1.5,
      },
    },
  });
  index.addAll(rows);
  return (text, limit) => {
    const typed = tidy(text);
    if (typed === '') return rows.slice(0, limit).map(({ code }) => code);
    return index
      .search(typed)
      .slice(0, limit)
      .map(({ id }) => codes.get(id as string) ?? '');
  };
}

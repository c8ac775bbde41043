import { type FillValues, requiredVariablesOf } from './fill-script.ts';
import { fitScore, type ScriptSituation } from './rank-scripts.ts';
import type { Script, ScriptGroup } from './script.ts';
import {
  fold,
  matchesPinyin,
  READINGS_BORDER,
  type ReadPinyin,
  readingsOf,
  type SearchWord,
  wordsOf,
} from './script-search-match.ts';
import type { ScriptVariable } from './script-variables.ts';

export type ScriptSearch = {
  readonly text: string;
  readonly situation: ScriptSituation;
  /** What is known for this order; of two scripts that fit alike, the one that needs no typing comes first. */
  readonly values: FillValues | null;
  readonly limit: number;
};

export type FoundScript = {
  readonly script: Script;
  readonly groupName: string | null;
  /** Whether it is meant for the situation at all. */
  readonly fits: boolean;
};

type Library = {
  readonly scripts: readonly Script[];
  readonly groups: readonly Pick<ScriptGroup, 'id' | 'name'>[];
  readonly readPinyin: ReadPinyin;
};

type Words = { readonly title: string; readonly labels: string; readonly content: string };

type Readings = { readonly title: string; readonly rest: string };

type Entry = {
  readonly script: Script;
  readonly groupName: string | null;
  readonly code: string;
  readonly warmth: number;
  /** What the first text that is searched for needs; what is recommended before that needs none of it. */
  words: Words | null;
  /** What an order should have known. */
  required: readonly string[] | null;
  readings: Readings | null;
};

type Found = { readonly typed: string; readonly entries: readonly Entry[] };

type Candidate = {
  readonly entry: Entry;
  readonly byCode: number;
  readonly fit: number;
  readonly byText: number;
};

/** Pinyin of whole contents is not worth its time; people search by how a script begins. */
const CONTENT_CHARACTERS_READ = 20;
/** Asked of the agent by design; that they are open says nothing against a script. */
const ASKED_OF_AGENT: ReadonlySet<string> = new Set<ScriptVariable>(['约定时间', '优惠', '补差金额']);
/** Weighs more than a fitting grade and less than a fitting step; see rank-scripts. */
const TYPING_PENALTY = 15;
const WARMTH_HALVES_MS = 30 * 24 * 60 * 60 * 1000;

/** In memory and pure: built once per library, kept up to date by `put` and `remove`, asked at every keystroke. */
export function createScriptIndex({ scripts, groups, readPinyin }: Library) {
  const groupNames = new Map<string, string>(groups.map((group) => [group.id, group.name]));
  const entries = new Map<string, Entry>();
  const isUnread = (entry: Entry) => entry.readings === null;
  /** What the text before the last keystroke found: one letter more finds no other script. */
  let previous: Found | null = null;

  function read(entry: Entry): Readings {
    if (entry.readings) return entry.readings;
    const { title, labels, content } = wordsOfEntry(entry);
    entry.readings = {
      title: readingsOf(title, readPinyin),
      rest: [labels, content.slice(0, CONTENT_CHARACTERS_READ)]
        .map((text) => readingsOf(text, readPinyin))
        .join(READINGS_BORDER),
    };
    return entry.readings;
  }

  function put(script: Script): void {
    previous = null;
    if (script.archivedAtMs !== null) {
      entries.delete(script.id);
      return;
    }
    const groupName = script.groupId === null ? null : (groupNames.get(script.groupId) ?? null);
    const fresh = entryOf(script, groupName);
    const known = entries.get(script.id);
    // A use counted changes no text; its pinyin need not be read again.
    if (known !== undefined && hasSameWords(known, fresh)) {
      fresh.words = known.words;
      fresh.readings = known.readings;
    }
    entries.set(script.id, fresh);
  }

  for (const script of scripts) put(script);

  return {
    put,
    remove(id: Script['id']): void {
      previous = null;
      entries.delete(id);
    },
    /** Reads the pinyin of some scripts ahead of the first search; `false` when nothing is left to read. */
    warm(count: number): boolean {
      const unread = [...entries.values()].filter(isUnread);
      for (const entry of unread.slice(0, count)) read(entry);
      return unread.length > count;
    },
    /** Every word must be found somewhere; no words at all recommend what fits the situation. */
    search({ text, situation, values, limit }: ScriptSearch): FoundScript[] {
      const words = wordsOf(text);
      const typed = words.map((word) => word.text).join(' ');
      const typedCode = typed.replaceAll(' ', '');
      const found: Entry[] = [];
      const best: Candidate[] = [];
      for (const entry of previous !== null && typed.startsWith(previous.typed)
        ? previous.entries
        : entries.values()) {
        const byText = textScore(entry, words, read);
        if (byText === 0) continue;
        found.push(entry);
        const byCode = codeScore(entry.code, typedCode);
        keepBest(best, { entry, byCode, byText, fit: fitOf(entry, situation, values) }, limit);
      }
      previous = { typed, entries: found };
      return best.map(({ entry, fit }) => ({
        script: entry.script,
        groupName: entry.groupName,
        fits: fit > 0,
      }));
    },
  };
}

export type ScriptIndex = ReturnType<typeof createScriptIndex>;

function entryOf(script: Script, groupName: string | null): Entry {
  return {
    script,
    groupName,
    code: fold(script.code),
    warmth: warmthOf(script),
    words: null,
    required: null,
    readings: null,
  };
}

function wordsOfEntry(entry: Entry): Words {
  const { script, groupName } = entry;
  entry.words ??= {
    title: fold(script.title),
    labels: fold(`${groupName ?? ''} ${script.keywords}`),
    content: fold(script.parts.join('\n')),
  };
  return entry.words;
}

function requiredOf(entry: Entry): readonly string[] {
  entry.required ??= requiredVariablesOf(entry.script.parts).filter(
    (variable) => !ASKED_OF_AGENT.has(variable),
  );
  return entry.required;
}

const hasSameWords = (one: Entry, other: Entry) =>
  one.script.title === other.script.title &&
  one.groupName === other.groupName &&
  one.script.keywords === other.script.keywords &&
  one.script.parts.join('\n') === other.script.parts.join('\n');

/** Use halves in weight every 30 days. Kept as a logarithm, so that it needs no clock: only differences count. */
function warmthOf({ useCount, lastUsedAtMs }: Script): number {
  if (useCount === 0 || lastUsedAtMs === null) return Number.NEGATIVE_INFINITY;
  return Math.log2(useCount) + lastUsedAtMs / WARMTH_HALVES_MS;
}

function fitOf(entry: Entry, situation: ScriptSituation, values: FillValues | null): number {
  const fit = fitScore(entry.script.fit, situation);
  if (fit === 0 || values === null) return fit;
  const isTypingNeeded = requiredOf(entry).some((variable) => (values[variable] ?? '') === '');
  return isTypingNeeded ? fit - TYPING_PENALTY : fit;
}

function codeScore(code: string, typed: string): number {
  if (typed === '' || !code.startsWith(typed)) return 0;
  return code === typed ? 2 : 1;
}

/** Where the worst placed word was found: 3 title, 2 code, group or keywords, 1 content, 0 nowhere. */
function textScore(entry: Entry, words: readonly SearchWord[], read: (entry: Entry) => Readings): number {
  let worst = 3;
  for (const word of words) {
    worst = Math.min(worst, wordScore(entry, word, read));
    if (worst === 0) return 0;
  }
  return worst;
}

function wordScore(
  entry: Entry,
  { text, mayBePinyin }: SearchWord,
  read: (entry: Entry) => Readings,
): number {
  const { title, labels, content } = wordsOfEntry(entry);
  if (title.includes(text)) return 3;
  if (mayBePinyin && matchesPinyin(read(entry).title, text)) return 3;
  if (entry.code.includes(text) || labels.includes(text)) return 2;
  if (content.includes(text)) return 1;
  return mayBePinyin && matchesPinyin(read(entry).rest, text) ? 1 : 0;
}

/** A letter finds nearly every script; sorting them all would take longer than finding them. */
function keepBest(best: Candidate[], candidate: Candidate, limit: number): void {
  const last = best.at(-1);
  if (best.length >= limit) {
    if (last === undefined || byRank(candidate, last) > 0) return;
    best.pop();
  }
  const place = best.findIndex((other) => byRank(candidate, other) < 0);
  best.splice(place === -1 ? best.length : place, 0, candidate);
}

function byRank(one: Candidate, other: Candidate): number {
  return (
    other.byCode - one.byCode ||
    other.fit - one.fit ||
    other.byText - one.byText ||
    compareWarmth(one.entry, other.entry) ||
    one.entry.script.sortKey - other.entry.script.sortKey ||
    (one.entry.code < other.entry.code ? -1 : 1)
  );
}

/** Two scripts that were never used have no difference, and ∞ − ∞ is no number. */
function compareWarmth(one: Entry, other: Entry): number {
  return one.warmth === other.warmth ? 0 : other.warmth - one.warmth;
}

import { ownValue } from '../../own-value.ts';
import type { OrderStatus } from '../orders/order.ts';
import { fitScore, type ScriptSituation } from './rank-scripts.ts';
import type { Script, ScriptGroup, ScriptScope } from './script.ts';
import { createAlphabet, type PinyinReader } from './script-search/alphabet.ts';
import { answersIn, buildingLibrary, type LibraryPools } from './script-search/answers.ts';
import {
  type Entry,
  entryOf,
  readEntry,
  requiredOf,
  sentencesOf,
  spokenStatusOfEntry,
  takeOver,
  wordsOfEntry,
} from './script-search/entry.ts';
import { NAMED } from './script-search/exact-score.ts';
import type { Answer } from './script-search/find-words.ts';
import { wordsOf } from './script-search/search-words.ts';
import { type CustomerWords, createCustomerReader } from './script-search/sentences/customer-reader.ts';
import { suits } from './script-search/spoken-status.ts';
import type { FillValues } from './script-template/render-script.ts';

export type ScriptSearch = {
  readonly text: string;
  readonly situation: ScriptSituation;
  /** Of the order that it is wanted for: of two scripts for one matter, that for this state is meant. */
  readonly orderStatus?: OrderStatus | null;
  /**
   * The values that are known for this order; of two scripts that fit alike, the one that needs no typing comes first.
   */
  readonly values: FillValues | null;
  readonly limit: number;
  /** X5: experience adds these to the fit of single scripts; a step of the ladder weighs 20. */
  readonly boosts?: ReadonlyMap<Script['id'], number>;
  /** Kept at hand by the agent who asks. */
  readonly favourites?: ReadonlySet<Script['id']>;
  /** Leaves out what is not for the agent or the shop that asks. */
  readonly isVisible?: (scope: ScriptScope) => boolean;
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
  readonly pinyin: PinyinReader;
  readonly customerWords: CustomerWords;
};

type Candidate = {
  readonly entry: Entry;
  readonly byCode: number;
  readonly distance: number;
  readonly isNamed: boolean;
  readonly fit: number;
  readonly score: number;
};

/** Weighs more than a fitting grade and less than a fitting step; see rank-scripts. */
const TYPING_PENALTY = 15;
const OWNER_WEIGHT = { personal: 6, shop: 3, all: 0 } as const satisfies Record<ScriptScope['kind'], number>;
const FAVOURITE_WEIGHT = 8;
/** The typed words count for more than the fit: the best fitting stage weighs as much as title against content. */
const FIT_SHARE = 0.1;
const LIKING_SHARE = 0.5;
/** A title that names another state of the order answers another customer. */
const STATUS_WEIGHT = 35;

/** In memory and pure: built once per library, kept up to date by `put` and `remove`, asked at every keystroke. */
export function createScriptIndex({ scripts, groups, pinyin, customerWords }: Library) {
  const groupNames = new Map<string, string>();
  const alphabet = createAlphabet(pinyin);
  const reader = createCustomerReader(customerWords);
  const entries = new Map<string, Entry>();
  const unread = new Set<Entry>();
  /** `null` after a change of words; what is recommended before anything is typed needs none. */
  let pools: LibraryPools | null = null;
  let unfinished: ReturnType<typeof buildingLibrary> | null = null;

  function remove(id: Script['id']): void {
    const known = entries.get(id);
    if (!known) return;
    entries.delete(id);
    unread.delete(known);
    clearPools();
  }

  function clearPools(): void {
    pools = null;
    unfinished = null;
  }

  /** Takes the groups' names of today; a script gets its new one when it is put again. */
  function nameGroups(named: Library['groups']): void {
    groupNames.clear();
    for (const group of named) groupNames.set(group.id, group.name);
  }

  function put(script: Script): void {
    const known = entries.get(script.id);
    const groupName = script.groupId === null ? null : (groupNames.get(script.groupId) ?? null);
    if (script.archivedAtMs !== null) {
      remove(script.id);
    } else if (known === undefined || !takeOver(known, script, groupName)) {
      remove(script.id);
      const fresh = entryOf(script, groupName);
      requiredOf(fresh);
      entries.set(script.id, fresh);
      unread.add(fresh);
      clearPools();
    }
  }

  function read(count: number): void {
    let left = count;
    for (const entry of unread) {
      if (left-- === 0) return;
      readEntry(entry, alphabet);
      for (const label of wordsOfEntry(entry).labels) alphabet.read(label);
      sentencesOf(entry, reader);
      unread.delete(entry);
    }
  }

  function buildOn(): void {
    unfinished ??= buildingLibrary([...entries.values()], alphabet, reader);
    const step = unfinished.next();
    if (step.done === true) pools = step.value;
  }

  function builtPools(): LibraryPools {
    unread.clear();
    while (pools === null) buildOn();
    return pools;
  }

  nameGroups(groups);
  for (const script of scripts) put(script);

  /** No words at all recommend what fits the situation. */
  function* answersTo(text: string): Iterable<Answered> {
    if (wordsOf(text).length === 0) {
      for (const entry of entries.values()) yield { entry, distance: 0, score: NAMED };
      return;
    }
    const built = builtPools();
    for (const { index, distance, score } of answersIn(built, text)) {
      const entry = built.words.entries[index];
      if (entry) yield { entry, distance, score };
    }
  }

  return {
    nameGroups,
    put,
    remove,
    keepOnly(ids: ReadonlySet<Script['id']>): void {
      for (const { script } of entries.values()) if (!ids.has(script.id)) remove(script.id);
    },
    /** Reads some scripts, words and pinyin, ahead of the first search; `false` when nothing is left to do. */
    warm(count: number): boolean {
      if (unread.size > 0) read(count);
      else if (pools === null) buildOn();
      return pools === null;
    },
    /**
     * Every word must be found somewhere; what is found nowhere so is taken as a customer wrote it. No words at all
     * recommend what fits the situation.
     */
    search(search: ScriptSearch): FoundScript[] {
      const typedCode = wordsOf(search.text)
        .map((word) => word.text)
        .join('');
      const { isVisible = () => true } = search;
      const asked = { ...search, typedCode };
      const best: Candidate[] = [];
      for (const answered of answersTo(search.text)) {
        if (isVisible(answered.entry.script.scope)) {
          keepBest(best, candidateOf(answered, asked), search.limit);
        }
      }
      return best.map(({ entry, fit }) => ({
        script: entry.script,
        groupName: entry.groupName,
        fits: fit > 0,
      }));
    },
  };
}

export type ScriptIndex = ReturnType<typeof createScriptIndex>;

type Answered = Omit<Answer, 'index'> & { readonly entry: Entry };
type Asked = ScriptSearch & { readonly typedCode: string };

function candidateOf({ entry, distance, score }: Answered, asked: Asked): Candidate {
  const { favourites, typedCode } = asked;
  const { id, scope } = entry.script;
  const fit = fitOf(entry, asked);
  const liking = OWNER_WEIGHT[scope.kind] + (favourites?.has(id) === true ? FAVOURITE_WEIGHT : 0);
  return {
    entry,
    byCode: codeScore(entry.code, typedCode),
    distance,
    isNamed: score >= NAMED,
    fit,
    score:
      typedCode === ''
        ? fit + liking
        : score +
          fit * FIT_SHARE +
          liking * LIKING_SHARE +
          suits(spokenStatusOfEntry(entry), asked.orderStatus ?? null) * STATUS_WEIGHT,
  };
}

function fitOf(entry: Entry, { situation, values, boosts }: ScriptSearch): number {
  const fit = fitScore(entry.script.fit, situation);
  if (fit === 0) return 0;
  const isTypingNeeded =
    values !== null && requiredOf(entry).some((variable) => (ownValue(values, variable) ?? '') === '');
  return Math.max(1, fit + (boosts?.get(entry.script.id) ?? 0) - (isTypingNeeded ? TYPING_PENALTY : 0));
}

function codeScore(code: string, typed: string): number {
  if (typed === '' || !code.startsWith(typed)) return 0;
  return code === typed ? 2 : 1;
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
    one.distance - other.distance ||
    Number(other.isNamed) - Number(one.isNamed) ||
    other.score - one.score ||
    compareWarmth(one.entry, other.entry) ||
    one.entry.script.sortKey - other.entry.script.sortKey ||
    (one.entry.code < other.entry.code ? -1 : 1)
  );
}

/** Two scripts that were never used have no difference, and ∞ − ∞ is no number. */
function compareWarmth(one: Entry, other: Entry): number {
  return one.warmth === other.warmth ? 0 : other.warmth - one.warmth;
}

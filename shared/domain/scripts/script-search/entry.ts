import type { Script } from '../script.ts';
import { blankTags, plainWords, requiredVariablesOf } from '../script-template/template-words.ts';
import type { ScriptVariable } from '../script-variables.ts';
import { type Alphabet, type Sounds } from './alphabet.ts';
import { fold, squeeze } from './search-words.ts';
import type { CustomerReader } from './sentences/customer-reader.ts';
import { type EntrySentences, readSentences } from './sentences/sentence-pools.ts';
import { type SpokenStatus, spokenStatusOf } from './spoken-status.ts';

/** A script as it is searched; its words are looked at when the first text is typed, its sounds with the first letter. */
export type Entry = {
  script: Script;
  readonly groupName: string | null;
  readonly code: string;
  warmth: number;
  words: Words | null;
  sounds: EntrySounds | null;
  sentences: EntrySentences | null;
  spokenStatus: SpokenStatus | null;
  /** The variables that an order must fill. */
  required: readonly string[] | null;
};

export type Words = {
  readonly title: string;
  /** Keywords, tags and the group, each for itself. */
  readonly labels: readonly string[];
  readonly content: string;
};

/** Labels are read apart: many scripts share one. */
export type EntrySounds = { readonly title: Sounds; readonly content: Sounds };

/** Pinyin of whole contents is not worth its time; people search by how a script begins. */
const CONTENT_CHARACTERS_READ = 20;
/** Asked of the agent by design; that they are open says nothing against a script. */
const ASKED_OF_AGENT: ReadonlySet<string> = new Set<ScriptVariable>(['约定时间', '优惠', '补差金额']);
const WARMTH_HALVES_MS = 30 * 24 * 60 * 60 * 1000;

export function entryOf(script: Script, groupName: string | null): Entry {
  return {
    script,
    groupName,
    code: fold(script.code),
    warmth: warmthOf(script),
    words: null,
    sounds: null,
    sentences: null,
    spokenStatus: null,
    required: null,
  };
}

/** Use halves in weight every 30 days. Kept as a logarithm, so that it needs no clock: only differences count. */
function warmthOf({ useCount, lastUsedAtMs }: Script): number {
  if (useCount === 0 || lastUsedAtMs === null) return Number.NEGATIVE_INFINITY;
  return Math.log2(useCount) + lastUsedAtMs / WARMTH_HALVES_MS;
}

export function wordsOfEntry(entry: Entry): Words {
  const { script, groupName } = entry;
  entry.words ??= {
    title: squeeze(script.title),
    labels: labelsOf(script, groupName),
    content: squeeze(plainWords(script.parts)),
  };
  return entry.words;
}

function labelsOf({ keywords, tags }: Script, groupName: string | null): string[] {
  const labels = [...fold(keywords).split(/\s+/u), ...tags.map(squeeze), squeeze(groupName ?? '')];
  return labels.filter((label) => label !== '');
}

export function readEntry(entry: Entry, alphabet: Alphabet): EntrySounds {
  entry.sounds ??= {
    title: alphabet.read(fold(entry.script.title)),
    content: alphabet.read(openingOf(entry.script)),
  };
  return entry.sounds;
}

export function sentencesOf(entry: Entry, reader: CustomerReader): EntrySentences {
  entry.sentences ??= readSentences(entry.script, entry.groupName, reader);
  return entry.sentences;
}

export function spokenStatusOfEntry(entry: Entry): SpokenStatus {
  entry.spokenStatus ??= spokenStatusOf(entry.script);
  return entry.spokenStatus;
}

/** How the first part begins; a variable is another word every time. */
function openingOf({ parts }: Script): string {
  const text = blankTags(parts[0] ?? '', '');
  return fold(text.slice(0, CONTENT_CHARACTERS_READ));
}

export function requiredOf(entry: Entry): readonly string[] {
  entry.required ??= requiredVariablesOf(entry.script.parts).filter(
    (variable) => !ASKED_OF_AGENT.has(variable),
  );
  return entry.required;
}

/** `false` if the words are others now. A use counted changes none, and what was read of them stays. */
export function takeOver(entry: Entry, script: Script, groupName: string | null): boolean {
  if (!hasSameWords(entry.script, script) || entry.groupName !== groupName) return false;
  entry.script = script;
  entry.warmth = warmthOf(script);
  return true;
}

const hasSameWords = (one: Script, other: Script): boolean =>
  one.code === other.code &&
  one.title === other.title &&
  one.keywords === other.keywords &&
  one.tags.join('\n') === other.tags.join('\n') &&
  one.fit.stages.join('\n') === other.fit.stages.join('\n') &&
  one.parts.join('\n') === other.parts.join('\n');

import { exactScores } from './exact-score.ts';
import { alikeScores, fuzzyWord, piecesScores, slippedScores } from './fuzzy-score.ts';
import type { Scores, SearchPools } from './search-pools.ts';
import type { SearchWord } from './search-words.ts';

/** The further from what was typed, the later it comes; 0 is what stands there as it was typed. */
export type Answer = { readonly index: number; readonly distance: number; readonly score: number };

/** With so many found as they were typed, the agent needs none that only sound alike. */
const ENOUGH = 8;

/** The score that each word has so far in each entry, and how far from the typed word that is. */
type Finding = { readonly scores: Scores; readonly distances: Uint8Array };

/** The entries that every word is found in: as typed, and if that is hardly anything, as it may have been meant. */
export function findWords(pools: SearchPools, words: readonly SearchWord[]): Answer[] {
  const findings = words.map(
    (word): Finding => ({
      scores: exactScores(pools, word),
      distances: new Uint8Array(pools.entries.length),
    }),
  );
  let answers = answersOf(pools, findings);
  if (answers.length >= ENOUGH) return answers;
  const fuzzy = words.map((word) => fuzzyWord(word, pools));
  for (const [distance, look] of GUESSES) {
    findings.forEach((finding, index) => {
      const word = fuzzy[index];
      if (word) addGuess(finding, look(pools, word), distance);
    });
    answers = answersOf(pools, findings);
    if (answers.length >= ENOUGH) break;
  }
  return answers;
}

type Guess = (pools: SearchPools, word: NonNullable<ReturnType<typeof fuzzyWord>>) => Scores;

/** From the most likely on. */
const GUESSES: readonly (readonly [number, Guess])[] = [
  [1, alikeScores],
  [2, piecesScores],
  [2, slippedScores],
];

function addGuess({ scores, distances }: Finding, guessed: Scores, distance: number): void {
  for (let index = 0; index < scores.length; index++) {
    if (scores[index] !== 0 || guessed[index] === 0) continue;
    scores[index] = guessed[index] ?? 0;
    distances[index] = distance;
  }
}

function answersOf({ entries }: SearchPools, findings: readonly Finding[]): Answer[] {
  const answers: Answer[] = [];
  for (let index = 0; index < entries.length; index++) {
    let total = 0;
    let distance = 0;
    let isFound = true;
    for (const { scores, distances } of findings) {
      const score = scores[index] ?? 0;
      if (score === 0) {
        isFound = false;
        break;
      }
      total += score;
      distance = Math.max(distance, distances[index] ?? 0);
    }
    if (isFound) answers.push({ index, distance, score: total / findings.length });
  }
  return answers;
}

import { describe, expect, it } from 'vitest';
import {
  CUSTOMER_QUESTIONS,
  ourSearch,
  searchedLibrary,
  unansweredBy,
} from '../../../bench/support/searched-library.ts';

/** `npm run bench -- --only scripts` asks the search by words, fuse.js and minisearch the same. */
describe('X3: a hundred questions as customers write them', () => {
  const heldOut = CUSTOMER_QUESTIONS.filter(({ isHeldOut }) => isHeldOut);

  it('are a hundred, half of them never looked at while the finder was made', () => {
    expect(CUSTOMER_QUESTIONS).toHaveLength(100);
    expect(heldOut).toHaveLength(50);
  });

  it.each([
    ['the starter library', 208, 90],
    ['the starter library in the midst of what a team has written', 1000, 85],
  ])('have a right script of %s among the first three', (_, scripts, atLeast) => {
    const unanswered = unansweredBy(ourSearch(searchedLibrary(scripts)));
    expect(CUSTOMER_QUESTIONS.length - unanswered.length).toBeGreaterThanOrEqual(atLeast);
    const unansweredHeldOut = unanswered.filter(({ isHeldOut }) => isHeldOut);
    expect(heldOut.length - unansweredHeldOut.length).toBeGreaterThanOrEqual(atLeast / 2);
  });
});

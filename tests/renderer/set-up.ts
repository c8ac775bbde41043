import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';
import { takeBugs } from './opened-main-sides.ts';

// Whole pages on a busy machine take their time; a failure waits longer, a success does not.
configure({ asyncUtilTimeout: 60_000 });

// Nothing is laid out here, and a virtual list shows only what fits into its height.
for (const [property, size] of [
  ['offsetHeight', 520],
  ['offsetWidth', 900],
  ['clientHeight', 520],
  ['clientWidth', 900],
] as const) {
  Object.defineProperty(HTMLElement.prototype, property, { configurable: true, get: () => size });
}

afterEach(() => {
  cleanup();
  localStorage.clear();
  sessionStorage.clear();
  const [bug] = takeBugs();
  if (bug) throw new Error(`Main came upon a bug: ${bug.what}`, { cause: bug.error });
});

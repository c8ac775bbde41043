import { describe, expect, it } from 'vitest';
import { createLibraryIndex } from '../../../electron/scripts/library-index.ts';
import { ScriptId } from '../../../shared/domain/ids.ts';
import { NO_SITUATION } from '../../../shared/domain/rank-scripts.ts';
import type { Script } from '../../../shared/domain/script.ts';

function aScript(number: number): Script {
  return {
    id: ScriptId.parse(`script-${number}`),
    scope: { kind: 'all' },
    groupId: null,
    title: `催付${number}`,
    code: `cf${number}`,
    parts: ['亲，您好'],
    keywords: '',
    tags: [],
    fit: { stages: [], reasons: [], steps: [], grades: [] },
    sortKey: number,
    archivedAtMs: null,
    updatedAtMs: 0,
    useCount: 0,
    lastUsedAtMs: null,
  };
}

function aLibrary(count: number) {
  const scripts = Array.from({ length: count }, (_, number) => aScript(number));
  const waiting: (() => void)[] = [];
  const index = createLibraryIndex({
    scripts: { list: () => scripts, get: (id) => scripts.find((script) => script.id === id) },
    groups: { list: () => [] },
    runLater: (work) => waiting.push(work),
  });
  const find = (text: string) =>
    index.current().search({ text, situation: NO_SITUATION, values: null, limit: count }).length;
  return { index, waiting, find };
}

describe('R5: the first letter that is typed finds scripts at once', () => {
  it('reads the pinyin ahead, a few scripts at a time, and then stops', () => {
    const { waiting, find } = aLibrary(120);
    expect(find('')).toBe(120);
    let steps = 0;
    for (let work = waiting.pop(); work !== undefined; work = waiting.pop()) {
      work();
      steps++;
    }
    expect(steps).toBe(3);
    expect(find('cuifu')).toBe(120);
  });

  it('stops reading a library that was edited meanwhile', () => {
    const { index, waiting, find } = aLibrary(120);
    find('');
    index.drop();
    waiting.pop()?.();
    expect(waiting).toEqual([]);
  });
});

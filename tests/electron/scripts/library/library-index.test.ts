import { describe, expect, it } from 'vitest';
import { createLibraryIndex } from '../../../../electron/scripts/library/searching/library-index.ts';
import { ScriptId } from '../../../../shared/domain/ids.ts';
import { NO_SITUATION } from '../../../../shared/domain/scripts/rank-scripts.ts';
import type { Script } from '../../../../shared/domain/scripts/script.ts';
import type { ScriptIndex } from '../../../../shared/domain/scripts/script-search.ts';
import { aScript } from '../../../support/records/a-script.ts';

/** More than these at once would hold up a click. */
const LISTED_AT_ONCE = 400;
const READ_AT_ONCE = 40;

/** `looked` hears of every look at what the script says. */
function aWatchedScript(number: number, looked: (number: number) => void = () => {}): Script {
  const id = ScriptId.parse(`script-${number}`);
  const script = aScript({ id, title: `催付${number}`, code: `cf${number}`, sortKey: number });
  return Object.defineProperty(script, 'parts', {
    get() {
      looked(number);
      return ['亲，您好'];
    },
  });
}

function aLibrary(count: number) {
  const looked = new Set<number>();
  const scripts = Array.from({ length: count }, (_, number) =>
    aWatchedScript(number, (at) => looked.add(at)),
  );
  const waiting: (() => void)[] = [];
  const index = createLibraryIndex({
    scripts: {
      *slices(size) {
        for (let from = 0; from < scripts.length; from += size) yield scripts.slice(from, from + size);
      },
      get: (id) => scripts.find((script) => script.id === id),
    },
    groups: { list: () => [] },
    runLater: (work) => waiting.push(work),
  });
  /** Does what was put off, one after the other, and tells at how many scripts each look went. */
  function run(): number[] {
    const looks: number[] = [];
    for (let work = waiting.shift(); work !== undefined; work = waiting.shift()) {
      looked.clear();
      work();
      looks.push(looked.size);
    }
    return looks;
  }
  async function search(text: string, ready: Promise<ScriptIndex>): Promise<string[]> {
    run();
    const found = (await ready).search({ text, situation: NO_SITUATION, values: null, limit: count });
    return found.map(({ script }) => script.title);
  }
  return { index, scripts, waiting, run, search };
}

describe('R5: a library of any size holds nobody up', () => {
  it('is listed and read a few scripts at a time, and then no more', async () => {
    const { index, run, search } = aLibrary(1000);
    const ready = index.read();
    const looks = run();
    const [listed, read] = [looks.slice(0, 3), looks.slice(3)];
    expect(Math.max(...listed)).toBe(LISTED_AT_ONCE);
    expect(Math.max(...read)).toBe(READ_AT_ONCE);
    expect(await search('cuifu', ready)).toHaveLength(1000);
    expect(run()).toEqual([]);
  });

  it('recommends what is listed before anything has been read', async () => {
    const { index, waiting, search } = aLibrary(3);
    const listed = index.listed();
    waiting.shift()?.();
    waiting.shift()?.();
    expect((await listed).search({ text: '', situation: NO_SITUATION, values: null, limit: 9 })).toHaveLength(
      3,
    );
    expect(await search('cuifu', index.read())).toHaveLength(3);
  });

  it('is looked through in slices again when 10 000 scripts were imported', async () => {
    const { index, scripts, run, search } = aLibrary(2);
    await search('cuifu', index.read());
    scripts.push(...aLibrary(10_000).scripts.slice(2));
    index.drop();
    expect(run()).toEqual([]);
    const ready = index.read();
    const looks = run();
    expect(looks.length).toBeGreaterThan(10_000 / LISTED_AT_ONCE + 10_000 / READ_AT_ONCE);
    expect(await search('cuifu9999', ready)).toContain('催付9999');
  });

  it('is looked through once more when it was edited meanwhile', async () => {
    const { index, scripts, waiting, search } = aLibrary(120);
    const ready = index.read();
    for (let slices = 0; slices < 3; slices++) waiting.shift()?.();
    scripts.splice(1, 118, { ...aWatchedScript(1), title: '发票' });
    index.drop();
    expect(await search('fapiao', ready)).toEqual(['发票']);
    expect(await search('', index.listed())).toEqual(['催付0', '发票', '催付119']);
  });

  it('takes in what a use changes without a look at anything else', async () => {
    const { index, scripts, run, search } = aLibrary(3);
    await search('cuifu', index.read());
    scripts.splice(2, 1, { ...aWatchedScript(2), useCount: 5, lastUsedAtMs: 1 });
    index.renew(ScriptId.parse('script-2'));
    expect(run()).toEqual([]);
    expect(await search('cuifu', index.read())).toEqual(['催付2', '催付0', '催付1']);
  });
});

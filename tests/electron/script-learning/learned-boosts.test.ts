import { beforeEach, describe, expect, it } from 'vitest';
import { CUSTOMER_WORDS } from '../../../electron/scripts/library/searching/customer-words.ts';
import { createPinyinReader } from '../../../electron/scripts/library/searching/pinyin-reader.ts';
import type { ScriptId } from '../../../shared/domain/ids.ts';
import { NO_SITUATION, type ScriptSituation } from '../../../shared/domain/scripts/rank-scripts.ts';
import { createScriptIndex } from '../../../shared/domain/scripts/script-search.ts';
import { DAY } from '../../../shared/time/durations.ts';
import { AGENT, aLibrary, LEAD, type Library } from './a-library.ts';

const SITUATION: ScriptSituation = { ...NO_SITUATION, stages: ['chase-open'], step: 'first' };

let library: Library;
let [plain, better, unknown]: ScriptId[] = [];
beforeEach(() => {
  library = aLibrary();
  [plain, better, unknown] = ['a1', 'a2', 'a3'].map((code) => library.create(LEAD, { code }).id);
  used(plain, { paid: 10, lost: 50 });
  used(better, { paid: 45, lost: 15 });
});

let count = 0;
function used(id: ScriptId | undefined, { paid, lost }: { paid: number; lost: number }): void {
  const insert = library.db.prepare(`INSERT INTO script_uses (id, script_id, step, hour, at_ms, outcome)
    VALUES (?, ?, 'first', 10, 0, ?)`);
  for (let index = 0; index < paid + lost; index++) {
    insert.run(`use-${count++}`, id, index < paid ? 'recovered' : 'lost');
  }
}

type Asked = { readonly trialShare?: number; readonly situation?: ScriptSituation };

function offered({ trialShare = 0, situation = SITUATION }: Asked = {}): ScriptId[] {
  const { scripts, scriptGroups } = library.stores;
  const index = createScriptIndex({
    scripts: scripts.list(),
    groups: scriptGroups.list(),
    pinyin: createPinyinReader(),
    customerWords: CUSTOMER_WORDS,
  });
  const viewer = { agentId: AGENT, shopId: null };
  const { boosts } = library.boosts.boostsFor({ situation, viewer, index, trialShare });
  return index
    .search({ text: '', situation, values: null, limit: 10, boosts })
    .map(({ script }) => script.id);
}

describe('X5: the best script of the situation is offered first', () => {
  it('by what its uses have shown', () => {
    expect(offered()).toEqual([better, plain, unknown]);
  });

  it('where nothing is known, in the order of before', () => {
    library.db.exec('DELETE FROM script_uses');
    expect(offered({ trialShare: 1 })).toEqual([plain, better, unknown]);
  });

  it('where no order is in view, in the order of before', () => {
    expect(offered({ situation: NO_SITUATION, trialShare: 1 })).toEqual([plain, better, unknown]);
  });

  it('with a new one first on some days, and the same all day', () => {
    const firsts = Array.from({ length: 200 }, () => {
      library.clock.advanceBy(DAY);
      const [first, again] = [offered({ trialShare: 0.2 }), offered({ trialShare: 0.2 })];
      expect(again).toEqual(first);
      return first[0];
    });
    const trials = firsts.filter((id) => id === unknown).length;
    expect(trials).toBeGreaterThan(15);
    expect(trials).toBeLessThan(70);
    expect(firsts.filter((id) => id === better)).toHaveLength(200 - trials);
  });

  it('once an import has shown more, by that as well', () => {
    expect(offered()[0]).toBe(better);
    used(unknown, { paid: 60, lost: 1 });
    expect(offered()[0]).toBe(better);
    library.boosts.drop();
    expect(offered()[0]).toBe(unknown);
  });
});

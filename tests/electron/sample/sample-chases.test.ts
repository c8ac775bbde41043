import { beforeEach, describe, expect, it } from 'vitest';
import { type Core, createCore } from '../../../electron/core.ts';
import { FOR_ALL } from '../../../shared/domain/scripts/script.ts';
import {
  scriptFiguresOf,
  settledOf,
  successRateOf,
} from '../../../shared/domain/scripts/script-learning/figures.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore } from '../../support/memory-store.ts';
import { beijing } from '../../support/records/an-order.ts';

let core: Core;
beforeEach(() => {
  const { db } = createMemoryStore();
  core = createCore({ db, clock: createFakeClock(beijing('2026-06-10 10:00')) });
  core.installStartersOnce();
  core.sample.install();
});

function figuresOf(code: string) {
  const script = core.stores.scripts.findByCode(code, FOR_ALL);
  if (!script) throw new Error(`No starter has the code ${code}`);
  return scriptFiguresOf(core.stores.scriptFigures.countsOf(script.id));
}

describe('X5: the sample shop has something to learn from', () => {
  it('so that a page shows a share with its interval, and some situations know too little', () => {
    const { total, by } = figuresOf('cf1');
    expect(successRateOf(total)).toMatchObject({ kind: 'known' });
    const kinds = by.hour.map(({ tally }) => successRateOf(tally).kind);
    expect(new Set(kinds)).toEqual(new Set(['known', 'too-few']));
    expect(figuresOf('xg3').total.retained).toBeGreaterThan(5);
  });

  it('with the same credit in the chase report', () => {
    const report = core.chaseReport({ fromDate: '2026-05-01', toDate: '2026-06-10', shopId: null });
    for (const code of ['cf1', 'cf2', 'xg1', 'xg3', 'yy1', 'wj1']) {
      const { total } = figuresOf(code);
      const row = report.by.script.find(({ key }) => key === code);
      expect([code, total.recovered + total.retained, settledOf(total)]).toEqual([
        code,
        row?.recovered,
        row?.chased,
      ]);
    }
  });

  it('using-it.md C13: and where customers paid, with the money that came of it', () => {
    const report = core.chaseReport({ fromDate: '2026-05-01', toDate: '2026-06-10', shopId: null });
    for (const { label, recovered, recoveredFen } of report.by.day)
      expect([label, recoveredFen > 0]).toEqual([label, recovered > 0]);
  });

  it('that advises nobody, because it is invented', () => {
    for (const { id } of core.stores.scripts.list()) {
      expect(core.stores.scriptFigures.evidenceOf(id)).toEqual([]);
    }
  });

  it('and takes it along when it goes', () => {
    core.sample.remove();
    expect(core.db.prepare('SELECT count(*) FROM script_uses').pluck().get()).toBe(0);
  });
});

import { describe, expect, it } from 'vitest';
import { createScriptFavouriteStore } from '../../../../electron/store/scripts/script-favourite-store.ts';
import {
  createScriptGroupStore,
  createScriptStore,
} from '../../../../electron/store/scripts/script-store.ts';
import type { AgentId, ScriptGroupId, ScriptId } from '../../../../shared/domain/ids.ts';
import { FOR_ALL, type Script } from '../../../../shared/domain/scripts/script.ts';
import { createMemoryStore, insertAgent } from '../../../support/memory-store.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { aScript } from '../../../support/records/a-script.ts';

const ME = 'agent-1' as AgentId;

function aStore() {
  const { db } = createMemoryStore();
  insertAgent(db);
  const scripts = createScriptStore(db);
  const use = db.prepare<[string, string, number]>(/* sql */ `
    INSERT INTO script_uses (id, script_id, agent_id, hour, at_ms, outcome) VALUES (?, ?, '${ME}', 0, ?, 'uncounted')`);
  return {
    scripts,
    favourites: createScriptFavouriteStore(db),
    save: (overrides: Partial<Script>) => scripts.save(aScript(overrides)),
    use: (code: string, atMs: number) => use.run(`${code}-${atMs}`, `script-${code}`, atMs),
  };
}

describe('R1 scripts in the store', () => {
  it('come back as they were saved, in every scope', () => {
    const { scripts } = aStore();
    const personal = aScript({ scope: { kind: 'personal', agentId: ME }, tags: ['大促', '夜间'] });
    scripts.save(personal);
    expect(scripts.get(personal.id)).toEqual(personal);
    expect(scripts.findByCode('HH1', personal.scope)).toEqual(personal);
    expect(scripts.findByCode('hh1', FOR_ALL)).toBeUndefined();
  });

  it('have an order in their group', () => {
    const { scripts, save } = aStore();
    save({ code: 'b', sortKey: 1 });
    save({ code: 'a', sortKey: 2, archivedAtMs: 1 });
    expect(scripts.placesIn(null)).toEqual([
      { id: 'script-b', sortKey: 1 },
      { id: 'script-a', sortKey: 2 },
    ]);
  });
});

describe('R1 a large library', () => {
  it('comes a few at a time, in the same order and for the same eyes', () => {
    const { scripts, save } = aStore();
    for (const code of ['d', 'B', 'a', 'e', 'c']) save({ code });
    save({ code: 'f', scope: { kind: 'personal', agentId: ME }, sortKey: -1 });
    const slices = [...scripts.slicesVisibleTo(ME, 4)];
    expect(slices.map(({ length }) => length)).toEqual([4, 2]);
    expect(slices.flat()).toEqual(scripts.listVisibleTo(ME));
    expect([...scripts.slicesVisibleTo(null, 9)].flat()).toEqual(scripts.listVisibleTo(null));
    expect([...scripts.slices(9)].flat().map(({ code }) => code)).toHaveLength(6);
  });

  it('shows each script as it is when its turn comes', () => {
    const { scripts, save } = aStore();
    for (const code of ['a', 'b', 'c']) save({ code });
    const slices = scripts.slices(2);
    slices.next();
    save({ code: 'c', title: '已改' });
    expect(slices.next().value).toEqual([expect.objectContaining({ code: 'c', title: '已改' })]);
  });

  it('reads the scripts of a slice by their place', () => {
    const plans = plansOf(
      (db) => [...createScriptStore(db).slices(9)],
      (db) => createScriptStore(db).save(aScript()),
    );
    expect(plans.at(-1)).toContain('SEARCH s USING INTEGER PRIMARY KEY (rowid=?)');
  });
});

describe('R1 what an agent used last', () => {
  it('is listed once each, the last one first, and no more than asked for', () => {
    const { favourites, save, use } = aStore();
    for (const code of ['a', 'b', 'c']) save({ code });
    for (const [index, code] of ['a', 'b', 'a', 'c', 'b', 'c'].entries()) use(code, index);
    expect(favourites.recentlyUsedBy(ME, 2)).toEqual(['script-c', 'script-b']);
    expect(favourites.recentlyUsedBy('agent-2' as AgentId, 2)).toEqual([]);
  });

  it('is read from the newest uses on, however many there are', () => {
    const [plan = ''] = plansOf((db) => createScriptFavouriteStore(db).recentlyUsedBy(ME, 50));
    expect(plan).toContain('SEARCH script_uses USING COVERING INDEX script_uses_by_agent (agent_id=?)');
    // The newest come from the index in their order; only these few are gathered by script.
    expect(plan).not.toMatch(/SCAN script_uses/u);
  });
});

describe('X1 no list looks at more than it must', () => {
  it.each([
    [
      'a code',
      'scripts_by_code',
      (db: Parameters<typeof createScriptStore>[0]) => createScriptStore(db).findByCode('a', FOR_ALL),
    ],
    [
      'favourites',
      'PRIMARY KEY',
      (db: Parameters<typeof createScriptStore>[0]) => createScriptFavouriteStore(db).listOf(ME),
    ],
    [
      'a group',
      'scripts_by_group',
      (db: Parameters<typeof createScriptStore>[0]) =>
        createScriptStore(db).placesIn('group-1' as ScriptGroupId),
    ],
    [
      'a group that goes',
      'scripts_by_group',
      (db: Parameters<typeof createScriptStore>[0]) =>
        createScriptGroupStore(db).holdsScripts('group-1' as ScriptGroupId),
    ],
    [
      'one script',
      'sqlite_autoindex_scripts_1',
      (db: Parameters<typeof createScriptStore>[0]) => createScriptStore(db).get('a' as ScriptId),
    ],
  ])('%s is found by %s', (_what, index, run) => {
    const plans = plansOf(run);
    expect(plans).toEqual([expect.stringContaining(index)]);
    expect(plans.join()).not.toContain('TEMP B-TREE');
  });
});

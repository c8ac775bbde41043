import { beforeEach, describe, expect, it } from 'vitest';
import { createStarterInstaller } from '../../../../electron/scripts/library/install-starter-scripts.ts';
import { ScriptGroupId, ScriptId } from '../../../../shared/domain/ids.ts';
import { SORT_STEP, type StarterScript } from '../../../../shared/domain/scripts/script.ts';
import { aScript } from '../../../support/records/a-script.ts';
import { aGroup, createFakeScriptLibrary } from '../fake-script-library.ts';

const NOW_MS = 1_780_000_000_000;

let library: ReturnType<typeof createFakeScriptLibrary>;
let installer: ReturnType<typeof createStarterInstaller>;

const idOf = (code: string) => ScriptId.parse(`starter-${code}`);

function aStarter(code: string, overrides: Partial<StarterScript> = {}): StarterScript {
  return {
    code,
    group: '催付开场',
    title: `话术 ${code}`,
    parts: ['您好', '再见'],
    keywords: '',
    stages: ['chase-open'],
    reasons: [],
    steps: ['first'],
    grades: [],
    ...overrides,
  };
}

const STARTERS = [aStarter('cf1'), aStarter('cf2'), aStarter('df1', { group: '未付原因处理' })];

beforeEach(() => {
  library = createFakeScriptLibrary();
  installer = createStarterInstaller({
    ...library,
    scriptIdOf: idOf,
    scriptGroupIdOf: (name) => ScriptGroupId.parse(`starter-${name}`),
  });
});

describe('X3 starter library', () => {
  it('is installed with its groups, in its own order', () => {
    expect(installer.install(STARTERS, NOW_MS)).toEqual({ addedCount: 3, keptCount: 0 });
    expect(library.groups.list().map(({ name, sortKey }) => [name, sortKey])).toEqual([
      ['催付开场', 1],
      ['未付原因处理', 2],
    ]);
    expect(library.scripts.get(idOf('cf2'))).toEqual(
      aScript({
        id: idOf('cf2'),
        groupId: ScriptGroupId.parse('starter-催付开场'),
        title: '话术 cf2',
        code: 'cf2',
        parts: ['您好', '再见'],
        fit: { stages: ['chase-open'], reasons: [], steps: ['first'], grades: [] },
        sortKey: 2 * SORT_STEP,
        updatedAtMs: NOW_MS,
      }),
    );
  });

  it('is the same when it is installed twice', () => {
    installer.install(STARTERS, NOW_MS);
    const before = [library.scripts.list(), library.groups.list()];
    expect(installer.install(STARTERS, NOW_MS + 1)).toEqual({ addedCount: 0, keptCount: 3 });
    expect([library.scripts.list(), library.groups.list()]).toEqual(before);
  });

  it('leaves alone what the shop has edited, archived or renamed', () => {
    installer.install(STARTERS.slice(0, 2), NOW_MS);
    const [edited, archived] = library.scripts.list();
    if (edited) library.scripts.save({ ...edited, parts: ['自己写的'], code: 'zj' });
    if (archived) library.scripts.save({ ...archived, archivedAtMs: NOW_MS });
    const [group] = library.groups.list();
    if (group) library.groups.save({ ...group, name: '开场白' });
    installer.install([...STARTERS, aStarter('cf3')], NOW_MS + 1);
    expect(library.scripts.list()).toHaveLength(4);
    expect(library.scripts.get(idOf('cf1'))?.parts).toEqual(['自己写的']);
    expect(library.scripts.get(idOf('cf2'))?.archivedAtMs).toBe(NOW_MS);
    expect(library.scripts.get(idOf('cf3'))?.groupId).toBe(group?.id);
    expect(library.groups.list().map(({ name }) => name)).toEqual(['开场白', '未付原因处理']);
  });

  it('gives way where the shop has used a code or a group name itself', () => {
    library.groups.save(aGroup({ name: '催付开场' }));
    library.scripts.save(aScript({ code: 'CF1' }));
    installer.install(STARTERS, NOW_MS);
    expect(library.scripts.get(idOf('cf1'))).toMatchObject({ code: 'cf1-2', groupId: aGroup().id });
    expect(installer.install(STARTERS, NOW_MS).addedCount).toBe(0);
  });
});

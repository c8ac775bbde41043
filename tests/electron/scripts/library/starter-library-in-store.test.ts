import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { createStarterInstaller } from '../../../../electron/scripts/library/install-starter-scripts.ts';
import { createScriptGroupService } from '../../../../electron/scripts/library/script-group-service.ts';
import { createScriptService } from '../../../../electron/scripts/library/script-service.ts';
import { CUSTOMER_WORDS } from '../../../../electron/scripts/library/searching/customer-words.ts';
import { createPinyinReader } from '../../../../electron/scripts/library/searching/pinyin-reader.ts';
import { newId, scriptGroupIdOf, scriptIdOf } from '../../../../electron/store/identity.ts';
import {
  createScriptGroupStore,
  createScriptStore,
} from '../../../../electron/store/scripts/script-store.ts';
import starterScripts from '../../../../resources/starter-scripts.json' with { type: 'json' };
import { NO_SITUATION } from '../../../../shared/domain/scripts/rank-scripts.ts';
import { StarterScript } from '../../../../shared/domain/scripts/script.ts';
import { createScriptIndex } from '../../../../shared/domain/scripts/script-search.ts';
import { createMemoryStore } from '../../../support/memory-store.ts';
import { OWNERS } from '../fake-script-library.ts';
import { createTakeBack } from './take-back.ts';

const STARTERS = z.array(StarterScript).parse(starterScripts);
const NOW_MS = 1_780_000_000_000;

function installed() {
  const { db } = createMemoryStore();
  const stores = { scripts: createScriptStore(db), groups: createScriptGroupStore(db) };
  const installer = createStarterInstaller({ ...stores, scriptIdOf, scriptGroupIdOf });
  return { ...stores, installer, result: installer.install(STARTERS, NOW_MS) };
}

describe('X3 the starter library in the store', () => {
  it('is all there, and the same after a second install', () => {
    const { scripts, groups, installer, result } = installed();
    expect(result.addedCount).toBe(STARTERS.length);
    const before = [scripts.list(), groups.list()];
    expect(installer.install(STARTERS, NOW_MS + 1).addedCount).toBe(0);
    expect([scripts.list(), groups.list()]).toEqual(before);
  });

  it('loses a group without losing a script, archived ones included, and gets it back', () => {
    const { scripts, groups } = installed();
    const service = createScriptService({ ...OWNERS, scripts, groups, newId });
    const groupService = createScriptGroupService({ groups, newId });
    service.archive([scriptIdOf('cf1')], NOW_MS);
    const before = scripts.list().map(({ id, groupId }) => ({ id, groupId }));
    const ids = scripts.listIn(scriptGroupIdOf('催付开场')).map(({ id }) => id);
    const moved = service.move({ ids, groupId: null, beforeId: null }, NOW_MS);
    const removed = groupService.remove(scriptGroupIdOf('催付开场'));
    expect(scripts.list().filter(({ groupId }) => groupId === null)).toHaveLength(ids.length);
    createTakeBack({ scripts, groups, newId: () => newId(NOW_MS) })(
      { scripts: moved, groups: removed },
      NOW_MS + 1,
    );
    expect(scripts.list().map(({ id, groupId }) => ({ id, groupId }))).toEqual(before);
  });

  it('is found by code and by pinyin', () => {
    const { scripts, groups } = installed();
    const index = createScriptIndex({
      scripts: scripts.list(),
      groups: groups.list(),
      pinyin: createPinyinReader(),
      customerWords: CUSTOMER_WORDS,
    });
    const codesFor = (text: string) =>
      index
        .search({ text, situation: NO_SITUATION, values: null, limit: 3 })
        .map(({ script }) => script.code);
    expect(codesFor('df1')[0]).toBe('df1');
    expect(codesFor('zrdf')).toEqual(['df1']);
    expect(codesFor('dizhi hedui')).toContain('cf1');
  });
});

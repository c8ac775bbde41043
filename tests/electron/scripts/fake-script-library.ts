import { type AgentId, ScriptGroupId, type ScriptId, type ShopId } from '../../../shared/domain/ids.ts';
import type { Script, ScriptGroup, ScriptScope } from '../../../shared/domain/scripts/script.ts';
import { isSameScope } from '../../../shared/domain/scripts/script-scope.ts';

export function aGroup(overrides: Partial<ScriptGroup> = {}): ScriptGroup {
  return { id: ScriptGroupId.parse('group-1'), parentId: null, name: '催付', sortKey: 1, ...overrides };
}

/** Every shop and every agent is there. */
export const OWNERS = {
  shops: { get: (id: ShopId) => ({ id }) },
  agents: { get: (id: AgentId) => ({ id }) },
};

/** Scripts and groups in two maps, with the rules of the tables: codes unique while active, groups referred to exist. */
export function createFakeScriptLibrary() {
  const scripts = new Map<string, Script>();
  const groups = new Map<string, ScriptGroup>();
  const all = () => [...scripts.values()];
  let made = 0;

  function save(script: Script): void {
    const isTaken = all().some((one) => one.id !== script.id && isSameCode(one, script));
    if (script.archivedAtMs === null && isTaken) throw new Error('UNIQUE constraint failed: scripts.code');
    if (script.groupId !== null && !groups.has(script.groupId))
      throw new Error('FOREIGN KEY constraint failed');
    const { useCount, lastUsedAtMs } = scripts.get(script.id) ?? script;
    scripts.set(script.id, { ...script, useCount, lastUsedAtMs });
  }

  const listIn = (groupId: ScriptGroupId | null) =>
    all()
      .filter((script) => script.groupId === groupId)
      .toSorted((a, b) => a.sortKey - b.sortKey);

  return {
    ...OWNERS,
    newId: () => `new-${++made}`,
    scripts: {
      get: (id: ScriptId) => scripts.get(id),
      findByCode: (code: string, scope: ScriptScope) =>
        all().find((script) => isSameCode(script, { code, scope })),
      lastSortKeyIn: (groupId: ScriptGroupId | null) =>
        Math.max(0, ...all().flatMap((script) => (script.groupId === groupId ? script.sortKey : []))),
      list: all,
      listIn,
      placesIn: listIn,
      listOfShop: (shopId: ShopId) =>
        all().filter(({ scope }) => isSameScope(scope, { kind: 'shop', shopId })),
      save,
      countUse(id: ScriptId, nowMs: number): void {
        const script = scripts.get(id);
        if (script) scripts.set(id, { ...script, useCount: script.useCount + 1, lastUsedAtMs: nowMs });
      },
    },
    groups: {
      get: (id: ScriptGroupId) => groups.get(id),
      list: () => [...groups.values()].toSorted((a, b) => a.sortKey - b.sortKey),
      save: (group: ScriptGroup): void => void groups.set(group.id, group),
      holdsScripts: (id: ScriptGroupId) => listIn(id).length > 0,
      remove(id: ScriptGroupId): void {
        const isUsed = listIn(id).length > 0 || [...groups.values()].some(({ parentId }) => parentId === id);
        if (isUsed) throw new Error('FOREIGN KEY constraint failed');
        groups.delete(id);
      },
    },
  };
}

function isSameCode(script: Script, { code, scope }: Pick<Script, 'code' | 'scope'>): boolean {
  const isActive = script.archivedAtMs === null;
  return isActive && isSameScope(script.scope, scope) && script.code.toLowerCase() === code.toLowerCase();
}

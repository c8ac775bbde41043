import { wordingEdits } from '../../electron/scripts/library/fix-wording.ts';
import { AgentId, ScriptGroupId, ScriptId } from '../../shared/domain/ids.ts';
import type { Script } from '../../shared/domain/script.ts';
import { isVisibleTo } from '../../shared/domain/script-scope.ts';
import { AppError } from '../../shared/errors.ts';
import type { Input, Output } from '../../shared/ipc/contract.ts';
import { aScript } from './fake-data.ts';
import type { FakeWorld } from './fake-world.ts';

export function fakeLibraryHandlers(world: FakeWorld) {
  const earlier = new Map<string, () => void>();

  function update(ids: readonly string[], patch: (script: Script) => Partial<Script>): void {
    world.scripts = world.scripts.map((one) => (ids.includes(one.id) ? { ...one, ...patch(one) } : one));
  }

  /** Does the work; the undo brings back what was there before. */
  function change(work: () => void): { changeId: string } {
    const { scripts, groups } = world;
    world.scripts = [...scripts];
    world.groups = groups.map((group) => ({ ...group }));
    work();
    const changeId = `change-${earlier.size + 1}`;
    earlier.set(changeId, () => Object.assign(world, { scripts, groups }));
    return { changeId };
  }

  function saved(script: Script, work: () => void) {
    const done = change(work);
    return { ...done, script: world.scripts.find(({ id }) => id === script.id) ?? script };
  }

  return {
    'scripts.library': (): Output<'scripts.library'> => ({
      groups: world.groups,
      scripts: world.scripts.filter(({ scope }) => isVisibleTo(scope, world.currentAgentId)),
    }),
    'scripts.mine': (): Output<'scripts.mine'> => ({
      favourites: world.favourites,
      recent: world.recentScripts,
    }),
    'scripts.create': (draft: Input<'scripts.create'>) => {
      if (world.scripts.some(({ code }) => code === draft.code)) {
        throw new AppError('conflict', `编码 ${draft.code} 已被使用`);
      }
      const script = aScript({ ...draft, id: ScriptId.parse(`script-new-${world.scripts.length}`) });
      return saved(script, () => world.scripts.push(script));
    },
    'scripts.edit': ({ id, draft }: Input<'scripts.edit'>) => {
      const script = world.scripts.find((one) => one.id === id);
      if (!script) throw new AppError('not-found', '该话术已不存在');
      return saved(script, () => update([id], () => draft));
    },
    'scripts.move': ({ ids, groupId }: Input<'scripts.move'>) =>
      change(() => update(ids, () => ({ groupId }))),
    'scripts.tag': ({ ids, add, remove }: Input<'scripts.tag'>) =>
      change(() =>
        update(ids, ({ tags }) => ({
          tags: [...new Set([...tags.filter((tag) => !remove.includes(tag)), ...add])],
        })),
      ),
    'scripts.changeScope': ({ ids, scope }: Input<'scripts.changeScope'>) =>
      change(() => update(ids, () => ({ scope }))),
    'scripts.copyToOwn': ({ ids }: Input<'scripts.copyToOwn'>) => {
      const agentId = world.currentAgentId ?? AgentId.parse('nobody');
      const copies = world.scripts
        .filter(({ id }) => ids.includes(id))
        .map((one) => ({
          ...one,
          id: ScriptId.parse(`own-${one.id}`),
          scope: { kind: 'personal' as const, agentId },
        }));
      return { ...change(() => world.scripts.push(...copies)), ids: copies.map(({ id }) => id) };
    },
    'scripts.fixWording': ({ ids, shopId }: Input<'scripts.fixWording'>) => {
      const held = world.scripts.filter(({ id }) => ids.includes(id));
      const edits = wordingEdits(held, { shops: world.shops, shopId });
      return change(() => {
        for (const { id, draft } of edits) update([id], () => draft);
      });
    },
    'scripts.archive': ({ ids }: Input<'scripts.archive'>) =>
      change(() => update(ids, () => ({ archivedAtMs: world.now() }))),
    'scripts.restore': ({ ids }: Input<'scripts.restore'>) =>
      change(() => update(ids, () => ({ archivedAtMs: null }))),
    'scripts.setFavourite': ({ ids, isFavourite }: Input<'scripts.setFavourite'>) => {
      const others = world.favourites.filter((id) => !ids.includes(id));
      world.favourites = isFavourite ? [...others, ...ids] : others;
    },
    'scripts.undo': ({ changeId }: Input<'scripts.undo'>) => earlier.get(changeId)?.(),
    'scriptGroups.create': ({ name, parentId }: Input<'scriptGroups.create'>) => {
      const id = ScriptGroupId.parse(`group-${world.groups.length + 1}`);
      return { id, ...change(() => world.groups.push({ id, name, parentId, sortKey: 9 })) };
    },
    'scriptGroups.rename': ({ id, name }: Input<'scriptGroups.rename'>) =>
      change(() => {
        world.groups = world.groups.map((one) => (one.id === id ? { ...one, name } : one));
      }),
    'scriptGroups.move': ({ id, parentId, beforeId }: Input<'scriptGroups.move'>) =>
      change(() => {
        const moved = world.groups.find((one) => one.id === id);
        if (!moved) throw new AppError('not-found', '该分组已不存在');
        const others = world.groups.filter((one) => one.id !== id).toSorted((a, b) => a.sortKey - b.sortKey);
        const at = others.findIndex((one) => one.id === beforeId);
        world.groups = others
          .toSpliced(at === -1 ? others.length : at, 0, { ...moved, parentId })
          .map((group, index) => ({ ...group, sortKey: index + 1 }));
      }),
    'scriptGroups.remove': ({ id }: Input<'scriptGroups.remove'>) =>
      change(() => {
        const parentId = world.groups.find((group) => group.id === id)?.parentId ?? null;
        world.groups = world.groups
          .filter((group) => group.id !== id)
          .map((group) => (group.parentId === id ? { ...group, parentId } : group));
        world.scripts = world.scripts.map((one) =>
          one.groupId === id ? { ...one, groupId: parentId } : one,
        );
      }),
  };
}

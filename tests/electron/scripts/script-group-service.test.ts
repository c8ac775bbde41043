import { beforeEach, describe, expect, it } from 'vitest';
import { createScriptGroupService } from '../../../electron/scripts/script-group-service.ts';
import { createScriptService } from '../../../electron/scripts/script-service.ts';
import { ScriptGroupId } from '../../../shared/domain/ids.ts';
import { aGroup, aScript, createFakeScriptLibrary } from './fake-script-library.ts';

const NOW_MS = 1_780_000_000_000;

let library: ReturnType<typeof createFakeScriptLibrary>;
let service: ReturnType<typeof createScriptGroupService>;

beforeEach(() => {
  library = createFakeScriptLibrary();
  service = createScriptGroupService(library);
});

const create = (name: string, parentId: ScriptGroupId | null = null) =>
  service.create({ name, parentId }, NOW_MS);

describe('X3 groups of scripts', () => {
  it('are added after their siblings', () => {
    const groups = [create('售前'), create('售后')];
    const inner = create('退款', groups[1]?.id ?? null);
    expect([...groups, inner].map(({ sortKey }) => sortKey)).toEqual([1, 2, 1]);
    expect(library.groups.list()).toHaveLength(3);
  });

  it('have names of their own among their siblings', () => {
    const presale = create('售前');
    const aftersale = create('售后');
    expect(() => create('售前')).toThrow('已有名为「售前」的分组');
    expect(() => service.rename(aftersale.id, '售前')).toThrow('已有名为「售前」的分组');
    expect(service.rename(presale.id, '售前').name).toBe('售前');
    const inner = create('售前', presale.id);
    expect(() => service.move(inner.id, null)).toThrow('已有名为「售前」的分组');
  });

  it('are not moved into themselves', () => {
    const outer = create('售后');
    const inner = create('退款', outer.id);
    expect(() => service.move(outer.id, inner.id)).toThrow('「售后」不能移到它自己的下级');
    expect(() => service.move(outer.id, outer.id)).toThrow('「售后」不能移到它自己的下级');
    expect(service.move(inner.id, null).parentId).toBeNull();
  });

  it('are not looked for in vain', () => {
    const gone = ScriptGroupId.parse('gone');
    expect(() => service.rename(gone, '售后')).toThrow('该分组已不存在');
    expect(() => create('退款', gone)).toThrow('该分组已不存在');
  });
});

describe('X3 remove a group', () => {
  it('keeps its scripts, archived ones too, as 未分组', () => {
    const group = create('售后');
    library.scripts.save(aScript({ code: 'a1', groupId: group.id }));
    library.scripts.save(aScript({ code: 'a2', groupId: group.id, archivedAtMs: 1 }));
    service.remove(group.id, NOW_MS);
    expect(library.groups.list()).toEqual([]);
    expect(library.scripts.list().map(({ groupId }) => groupId)).toEqual([null, null]);
  });

  it('is refused while it holds groups', () => {
    const outer = create('售后');
    create('退款', outer.id);
    expect(() => service.remove(outer.id, NOW_MS)).toThrow('「售后」还有下级分组');
  });

  it('can be undone, with the scripts back in it', () => {
    library.groups.save(aGroup());
    library.scripts.save(aScript({ code: 'a1', groupId: aGroup().id }));
    const removed = service.remove(aGroup().id, NOW_MS);
    service.undoRemove(removed);
    createScriptService(library).undo(removed.scripts, NOW_MS + 1);
    expect(library.groups.list()).toEqual([aGroup()]);
    expect(library.scripts.list().map(({ groupId }) => groupId)).toEqual([aGroup().id]);
    expect(() => service.undoRemove(removed)).toThrow('「催付」已经恢复');
  });
});

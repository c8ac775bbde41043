import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { GroupChange } from '../../../../electron/scripts/library/library-change.ts';
import { createScriptGroupService } from '../../../../electron/scripts/library/script-group-service.ts';
import { ScriptGroupId } from '../../../../shared/domain/ids.ts';
import { DEEPEST_GROUP, type ScriptGroup } from '../../../../shared/domain/scripts/script.ts';
import { aScript } from '../../../support/records/a-script.ts';
import { createFakeScriptLibrary } from '../fake-script-library.ts';
import { createTakeBack } from './take-back.ts';

const NOW_MS = 1_780_000_000_000;

let library: ReturnType<typeof createFakeScriptLibrary>;
let service: ReturnType<typeof createScriptGroupService>;
let takeBack: ReturnType<typeof createTakeBack>;

beforeEach(() => {
  library = createFakeScriptLibrary();
  service = createScriptGroupService(library);
  takeBack = createTakeBack(library);
});

function create(name: string, parentId: ScriptGroupId | null = null): ScriptGroup {
  const group = service.create({ name, parentId }, NOW_MS)[0]?.after;
  if (!group) throw new Error('Nothing was created');
  return group;
}

/** `售后(退款(仅退款) 换货)`, in the order that is seen. */
function tree(parentId: ScriptGroupId | null = null): string {
  return library.groups
    .list()
    .filter((group) => group.parentId === parentId)
    .map(({ id, name }) => [name, tree(id)])
    .map(([name, inner]) => (inner === '' ? name : `${name}(${inner})`))
    .join(' ');
}

const idOf = (name: string): ScriptGroupId =>
  library.groups.list().find((group) => group.name === name)?.id ?? ScriptGroupId.parse('gone');
const move = (name: string, parent: string | null, before: string | null = null) =>
  service.move({
    id: idOf(name),
    parentId: parent === null ? null : idOf(parent),
    beforeId: before === null ? null : idOf(before),
  });

describe('X3 groups of scripts', () => {
  it('are added after their siblings', () => {
    const { id } = create('售前');
    create('售后');
    create('尺码', id);
    expect(tree()).toBe('售前(尺码) 售后');
  });

  it('have names of their own among their siblings', () => {
    const { id } = create('售前');
    create('售后');
    expect(() => create('售前')).toThrow('已有名为「售前」的分组');
    expect(() => service.rename(idOf('售后'), '售前')).toThrow('已有名为「售前」的分组');
    const inner = create('售后', id);
    expect(() => service.move({ id: inner.id, parentId: null, beforeId: null })).toThrow(
      '已有名为「售后」的分组',
    );
    expect(() => service.rename(create('退款', id).id, '售后')).toThrow('「售前」下已有名为「售后」的分组');
  });

  it('go in front of a sibling, behind all, into another and out again', () => {
    for (const name of ['甲', '乙', '丙']) create(name);
    move('丙', null, '甲');
    expect(tree()).toBe('丙 甲 乙');
    move('丙', null);
    expect(tree()).toBe('甲 乙 丙');
    move('丙', '甲');
    move('乙', '甲', '丙');
    expect(tree()).toBe('甲(乙 丙)');
    move('丙', null, '甲');
    expect(tree()).toBe('丙 甲(乙)');
  });

  it('are not moved into themselves', () => {
    const { id } = create('售后');
    create('退款', id);
    expect(() => move('售后', '退款')).toThrow('「售后」不能移到它自己的下级');
    expect(() => move('售后', '售后')).toThrow('「售后」不能移到它自己的下级');
  });

  it('are nested five deep, by making and by moving', () => {
    let parent: ScriptGroupId | null = null;
    for (let level = 1; level <= DEEPEST_GROUP; level += 1) parent = create(`第${level}层`, parent).id;
    expect(() => create('第6层', parent)).toThrow('分组最多 5 层');
    const { id } = create('外');
    create('内', id);
    move('外', '第3层');
    expect(() => move('外', '第4层')).toThrow('分组最多 5 层，「外」放不下');
  });

  it('are not looked for in vain', () => {
    const gone = ScriptGroupId.parse('gone');
    expect(() => service.rename(gone, '售后')).toThrow('该分组已不存在');
    expect(() => create('退款', gone)).toThrow('该分组已不存在');
  });
});

describe('X3 remove a group', () => {
  it('leaves what is in it in its place', () => {
    for (const name of ['甲', '乙', '丙']) create(name);
    create('乙一', idOf('乙'));
    create('乙二', idOf('乙'));
    const changes = service.remove(idOf('乙'));
    expect(tree()).toBe('甲 乙一 乙二 丙');
    takeBack({ groups: changes }, NOW_MS);
    expect(tree()).toBe('甲 乙(乙一 乙二) 丙');
  });

  it('is refused where two groups would have one name', () => {
    create('甲', create('乙').id);
    create('甲');
    expect(() => service.remove(idOf('乙'))).toThrow('上一级已有名为「甲」的分组，请先将其中一个改名');
  });
});

describe('X3 undo of groups', () => {
  it('is refused once the group was changed again, or something was put into it', () => {
    const made = service.create({ name: '甲', parentId: null }, NOW_MS);
    const renamed = service.rename(idOf('甲'), '乙');
    expect(() => takeBack({ groups: made }, NOW_MS)).toThrow('之后已有变化，不能撤销');
    takeBack({ groups: renamed }, NOW_MS);
    library.scripts.save(aScript({ groupId: idOf('甲') }));
    expect(() => takeBack({ groups: made }, NOW_MS)).toThrow('分组「甲」之后又有改动，不能撤销');
  });

  it('never makes groups hold each other', () => {
    create('甲');
    create('乙', idOf('甲'));
    const out = move('乙', null);
    move('甲', '乙');
    expect(() => takeBack({ groups: out }, NOW_MS)).toThrow('不能移到它自己的下级');
  });

  it('takes back any run of moves and removals, last first', () => {
    const names = ['甲', '乙', '丙', '丁', '戊'];
    const name = fc.constantFrom(...names);
    const step = fc.record({ what: name, parent: fc.option(name), before: fc.option(name), goes: fc.nat(5) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        library = createFakeScriptLibrary();
        service = createScriptGroupService(library);
        takeBack = createTakeBack(library);
        for (const each of names) create(each);
        const start = tree();
        const done = steps.flatMap(({ what, parent, before, goes }): (readonly GroupChange[])[] => {
          try {
            return [goes === 0 ? service.remove(idOf(what)) : move(what, parent, before)];
          } catch {
            return [];
          }
        });
        for (const changes of done.toReversed()) takeBack({ groups: changes }, NOW_MS);
        expect(tree()).toBe(start);
      }),
    );
  });
});

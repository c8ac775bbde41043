import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Direction,
  dropOf,
  type GroupTarget,
  sayPlace,
  stepOf,
  type Zone,
} from '../../../renderer/features/library/groups/group-moves.ts';
import { dropBeside, stepBeside } from '../../../renderer/features/library/list/script-moves.ts';
import { ScriptGroupId, ScriptId } from '../../../shared/domain/ids.ts';
import type { ScriptGroup } from '../../../shared/domain/scripts/script.ts';

const idOf = (name: string) => ScriptGroupId.parse(name);

/** `{ 甲: { 乙: {} } }` as groups. */
type Tree = { readonly [name: string]: Tree };
function groupsOf(tree: Tree, parentId: ScriptGroupId | null = null): ScriptGroup[] {
  return Object.entries(tree).flatMap(([name, inner], index) => {
    const group = { id: idOf(name), parentId, name, sortKey: index + 1 };
    return [group].concat(groupsOf(inner, idOf(name)));
  });
}

/** As main does it. */
function moved(groups: readonly ScriptGroup[], id: ScriptGroupId, target: GroupTarget): ScriptGroup[] {
  const group = groups.find((one) => one.id === id);
  if (!group) throw new Error('No such group');
  const siblings = groups
    .filter((one) => one.parentId === target.parentId && one.id !== id)
    .toSorted((a, b) => a.sortKey - b.sortKey);
  const at = siblings.findIndex((one) => one.id === target.beforeId);
  const placed = siblings.toSpliced(at === -1 ? siblings.length : at, 0, {
    ...group,
    parentId: target.parentId,
  });
  const keys = new Map(placed.map((one, index) => [one.id, { ...one, sortKey: index + 1 }]));
  return groups.map((one) => keys.get(one.id) ?? one);
}

function seen(groups: readonly ScriptGroup[], parentId: ScriptGroupId | null = null): string {
  return groups
    .filter((group) => group.parentId === parentId)
    .toSorted((a, b) => a.sortKey - b.sortKey)
    .map(({ id, name }) => `${name}${seen(groups, id) && `(${seen(groups, id)})`}`)
    .join(' ');
}

const FOREST = groupsOf({ 甲: { 甲一: {}, 甲二: {} }, 乙: {}, 丙: {} });

describe('R1 a group is moved by keys', () => {
  const step = (name: string, direction: Direction) => {
    const target = stepOf(FOREST, idOf(name), direction);
    return target && seen(moved(FOREST, idOf(name), target));
  };

  it.each([
    ['乙', 'up', '乙 甲(甲一 甲二) 丙'],
    ['乙', 'down', '甲(甲一 甲二) 丙 乙'],
    ['乙', 'in', '甲(甲一 甲二 乙) 丙'],
    ['甲一', 'out', '甲(甲二) 甲一 乙 丙'],
    ['甲一', 'down', '甲(甲二 甲一) 乙 丙'],
    ['甲', 'up', null],
    ['丙', 'down', null],
    ['甲', 'in', null],
    ['乙', 'out', null],
  ] as const)('%s %s', (name, direction, expected) => {
    expect(step(name, direction)).toBe(expected);
  });

  it('and said where it is then', () => {
    expect(sayPlace(FOREST, idOf('乙'), { parentId: idOf('甲'), beforeId: idOf('甲二') })).toBe(
      '「乙」，「甲」下，第 2 个，共 3 个',
    );
    expect(sayPlace(FOREST, idOf('乙'), { parentId: null, beforeId: null })).toBe(
      '「乙」，最上层，第 3 个，共 3 个',
    );
  });
});

describe('R1 a group is let go over another', () => {
  const drop = ([name, over, zone]: readonly [string, string, Zone]) => {
    const target = dropOf(FOREST, idOf(name), { id: idOf(over), zone });
    return target && seen(moved(FOREST, idOf(name), target));
  };

  it.each([
    [['丙', '甲', 'before'], '丙 甲(甲一 甲二) 乙'],
    [['丙', '甲', 'after'], '甲(甲一 甲二) 丙 乙'],
    [['丙', '甲', 'into'], '甲(甲一 甲二 丙) 乙'],
    [['丙', '甲一', 'after'], '甲(甲一 丙 甲二) 乙'],
    [['甲', '甲一', 'into'], null],
    [['甲', '甲一', 'before'], null],
    [['甲', '甲', 'into'], null],
  ] as const)('%s', (move, expected) => {
    expect(drop(move)).toBe(expected);
  });

  it('goes no deeper than groups may', () => {
    const deep = groupsOf({ 一: { 二: { 三: { 四: {} } } }, 外: { 内: {} }, 单: {} });
    const target = (name: string, over: string) => dropOf(deep, idOf(name), { id: idOf(over), zone: 'into' });
    expect(target('单', '四')).not.toBeNull();
    expect(target('外', '三')).not.toBeNull();
    expect(target('外', '四')).toBeNull();
    expect(stepOf(deep, idOf('外'), 'in')).not.toBeNull();
  });

  it('never ends up in itself, and none is lost', () => {
    const names = ['甲', '甲一', '甲二', '乙', '丙'];
    const move = fc.record({
      what: fc.constantFrom(...names),
      over: fc.constantFrom(...names),
      zone: fc.constantFrom<Zone>('before', 'into', 'after'),
    });
    fc.assert(
      fc.property(fc.array(move, { maxLength: 20 }), (moves) => {
        let groups: readonly ScriptGroup[] = FOREST;
        for (const { what, over, zone } of moves) {
          const target = dropOf(groups, idOf(what), { id: idOf(over), zone });
          if (target) groups = moved(groups, idOf(what), target);
        }
        const text = seen(groups);
        // A group that held itself would not be reached from the top.
        expect(text.match(/[甲乙丙]+[一二]?/gu)?.toSorted()).toEqual(names.toSorted());
      }),
    );
  });
});

describe('R1 scripts are put between others', () => {
  const a = (id: string, group: string | null = 'g') => ({
    id: ScriptId.parse(id),
    groupId: group === null ? null : idOf(group),
  });
  const shown = [a('1'), a('2'), a('3'), a('4', 'h')];
  const ids = (...all: string[]) => new Set(all);
  const over = (id: string, zone: 'before' | 'after') => ({ id, zone });

  it('in front of one or behind it, in its group', () => {
    expect(dropBeside(shown, ids('3'), over('1', 'before'))).toEqual({ groupId: 'g', beforeId: '1' });
    expect(dropBeside(shown, ids('1'), over('2', 'after'))).toEqual({ groupId: 'g', beforeId: '3' });
    expect(dropBeside(shown, ids('1'), over('4', 'after'))).toEqual({ groupId: 'h', beforeId: null });
    expect(dropBeside(shown, ids('1', '2'), over('1', 'before'))).toBeNull();
  });

  it('one place at a time by keys, within their group', () => {
    expect(stepBeside(shown, ids('2'), 'up')).toEqual({ groupId: 'g', beforeId: '1' });
    expect(stepBeside(shown, ids('1', '2'), 'down')).toEqual({ groupId: 'g', beforeId: null });
    expect(stepBeside(shown, ids('1'), 'up')).toBeNull();
    expect(stepBeside(shown, ids('3'), 'down')).toBeNull();
    expect(stepBeside(shown, ids('3', '4'), 'up')).toBeNull();
  });
});

import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ScriptChange } from '../../../../electron/scripts/library/library-change.ts';
import { createScriptService } from '../../../../electron/scripts/library/script-service.ts';
import { type AgentId, ScriptGroupId, ScriptId, type ShopId } from '../../../../shared/domain/ids.ts';
import { FOR_ALL, type ScriptDraft, SORT_STEP } from '../../../../shared/domain/scripts/script.ts';
import { aScript, NO_FIT } from '../../../support/records/a-script.ts';
import { aGroup, createFakeScriptLibrary } from '../fake-script-library.ts';
import { createTakeBack } from './take-back.ts';

const NOW_MS = 1_780_000_000_000;
const GROUP = aGroup();

let library: ReturnType<typeof createFakeScriptLibrary>;
let service: ReturnType<typeof createScriptService>;
let takeBack: ReturnType<typeof createTakeBack>;

function aDraft(overrides: Partial<ScriptDraft> = {}): ScriptDraft {
  return {
    scope: { kind: 'all' },
    groupId: null,
    title: '找人代付',
    code: 'df1',
    parts: ['您好'],
    keywords: '',
    tags: [],
    fit: NO_FIT,
    ...overrides,
  };
}

const stored = (code: string) => library.scripts.get(aScript({ code }).id);

beforeEach(() => {
  library = createFakeScriptLibrary();
  library.groups.save(GROUP);
  service = createScriptService(library);
  takeBack = createTakeBack(library);
});

describe('X3 write a script', () => {
  it('saves it at the end of its group', () => {
    library.scripts.save(aScript({ groupId: GROUP.id, sortKey: 7 }));
    const { before, after } = service.create(aDraft({ groupId: GROUP.id }), NOW_MS);
    expect(before).toBeNull();
    expect(after).toMatchObject({
      title: '找人代付',
      sortKey: 7 + SORT_STEP,
      updatedAtMs: NOW_MS,
      useCount: 0,
    });
    expect(library.scripts.get(after.id)).toEqual(after);
  });

  it('refuses a code that is taken and says by what, whatever its case', () => {
    library.scripts.save(aScript({ code: 'df1', title: '代付' }));
    expect(() => service.create(aDraft({ code: 'DF1' }), NOW_MS)).toThrow('编码「DF1」已被「代付」使用');
  });

  it('lets a script keep its own code, and take that of an archived one', () => {
    library.scripts.save(aScript({ code: 'df1' }));
    library.scripts.save(aScript({ code: 'df2', archivedAtMs: 1 }));
    const { id } = aScript({ code: 'df1' });
    expect(service.edit({ id, draft: aDraft({ code: 'DF1' }) }, NOW_MS).after.code).toBe('DF1');
    expect(service.edit({ id, draft: aDraft({ code: 'df2' }) }, NOW_MS).after.code).toBe('df2');
  });

  it.each([
    [aDraft({ code: 'd f' }), '编码不能含有空格'],
    [aDraft({ parts: ['您好', '{客户，您好'] }), '第 2 段：花括号不成对'],
    [aDraft({ groupId: ScriptGroupId.parse('gone') }), '该分组已不存在'],
  ])('refuses what could not be used: %j', (draft, message) => {
    expect(() => service.create(draft, NOW_MS)).toThrow(message);
    expect(library.scripts.list()).toEqual([]);
  });

  it('says so when the script is gone', () => {
    expect(() => service.edit({ id: ScriptId.parse('gone'), draft: aDraft() }, NOW_MS)).toThrow(
      '该话术已不存在',
    );
  });

  it('keeps the use count through an edit', () => {
    library.scripts.save(aScript({ code: 'df1' }));
    library.scripts.countUse(aScript({ code: 'df1' }).id, NOW_MS);
    service.edit({ id: aScript({ code: 'df1' }).id, draft: aDraft({ title: '新标题' }) }, NOW_MS + 1);
    expect(stored('df1')).toMatchObject({ title: '新标题', useCount: 1, lastUsedAtMs: NOW_MS });
  });
});

describe('X3 move, archive and restore scripts', () => {
  beforeEach(() => {
    for (const [index, code] of ['a1', 'a2', 'a3'].entries())
      library.scripts.save(aScript({ code, sortKey: index }));
  });
  const ids = (...codes: string[]) => codes.map((code) => aScript({ code }).id);

  it('moves them to the end of the group, in the order given', () => {
    library.scripts.save(aScript({ code: 'b1', groupId: GROUP.id, sortKey: 4 }));
    service.move({ ids: ids('a3', 'a1', 'a3'), groupId: GROUP.id, beforeId: null }, NOW_MS);
    expect([stored('a3'), stored('a1')]).toMatchObject([
      { groupId: GROUP.id, sortKey: 4 + SORT_STEP },
      { groupId: GROUP.id, sortKey: 4 + 2 * SORT_STEP },
    ]);
  });

  it('changes nothing when one of them is gone', () => {
    const before = library.scripts.list();
    expect(() => service.archive([...ids('a1'), ScriptId.parse('gone')], NOW_MS)).toThrow('该话术已不存在');
    expect(library.scripts.list()).toEqual(before);
  });

  it('archives what is not archived yet', () => {
    service.archive(ids('a1'), NOW_MS);
    expect(service.archive(ids('a1', 'a2'), NOW_MS + 1)).toHaveLength(1);
    expect([stored('a1')?.archivedAtMs, stored('a2')?.archivedAtMs]).toEqual([NOW_MS, NOW_MS + 1]);
  });

  it('restores only while the code is free', () => {
    service.archive(ids('a1'), NOW_MS);
    service.create(aDraft({ code: 'a1', title: '占用者' }), NOW_MS);
    expect(() => service.restore(ids('a1'), NOW_MS)).toThrow('编码「a1」已被「占用者」使用');
    expect(stored('a1')?.archivedAtMs).toBe(NOW_MS);
  });

  it('does not restore two with one code', () => {
    service.archive(ids('a1', 'a2'), NOW_MS);
    const twin = stored('a2');
    if (twin) library.scripts.save({ ...twin, code: 'A1', title: '后来的' });
    expect(() => service.restore(ids('a1', 'a2'), NOW_MS)).toThrow('已被「问好」使用');
  });
});

describe('X3 the order of scripts in a group', () => {
  const codes = () => library.scripts.listIn(null).map(({ code }) => code);
  const idOf = (code: string) => aScript({ code }).id;
  const fill = (count: number, step: number) => {
    for (let index = 1; index <= count; index += 1)
      library.scripts.save(aScript({ code: `a${index}`, sortKey: index * step }));
  };
  const move = (before: string | null, ...moved: string[]) =>
    service.move(
      { ids: moved.map(idOf), groupId: null, beforeId: before === null ? null : idOf(before) },
      NOW_MS,
    );

  it.each([1, SORT_STEP])('is what the agent makes it, with %i between two of them', (step) => {
    fill(4, step);
    move('a1', 'a3');
    expect(codes()).toEqual(['a3', 'a1', 'a2', 'a4']);
    move('a4', 'a3', 'a1');
    expect(codes()).toEqual(['a2', 'a3', 'a1', 'a4']);
    move(null, 'a2');
    expect(codes()).toEqual(['a3', 'a1', 'a4', 'a2']);
  });

  it('leaves the others alone while there is room', () => {
    fill(3, SORT_STEP);
    expect(move('a2', 'a3').map(({ after }) => after.code)).toEqual(['a3']);
  });

  it('says nothing new about a script that stays in its group', () => {
    fill(2, SORT_STEP);
    move('a1', 'a2');
    expect(stored('a2')?.updatedAtMs).toBe(0);
  });

  it('is any order, however often something is moved, and comes back with undo', () => {
    const moves = fc.array(fc.record({ what: fc.nat(4), before: fc.nat(5) }), { maxLength: 30 });
    fc.assert(
      fc.property(moves, (all) => {
        fill(5, 1);
        const start = codes();
        let wanted = start;
        const done = all.map(({ what, before }) => {
          const moved = wanted[what] ?? '';
          const others = wanted.filter((code) => code !== moved);
          const target = others[before] ?? null;
          wanted = others.toSpliced(target === null ? others.length : before, 0, moved);
          return move(target, moved);
        });
        expect(codes()).toEqual(wanted);
        for (const changes of done.toReversed()) takeBack({ scripts: changes }, NOW_MS);
        expect(codes()).toEqual(start);
      }),
    );
  });
});

describe('R1 many scripts at once', () => {
  const SHOP = 'shop-1' as ShopId;
  const ME = 'agent-1' as AgentId;
  const ofShop = { kind: 'shop', shopId: SHOP } as const;
  const mine = { kind: 'personal', agentId: ME } as const;
  const idsOf = (...codes: string[]) => codes.map((code) => aScript({ code }).id);

  it('get a tag and lose another; who has it already is left alone', () => {
    library.scripts.save(aScript({ code: 'a1', tags: ['大促'] }));
    library.scripts.save(aScript({ code: 'a2', tags: ['旧'] }));
    const changes = service.tag({ ids: idsOf('a1', 'a2'), add: ['大促'], remove: ['旧'] }, NOW_MS);
    expect(changes.map(({ after }) => after.code)).toEqual(['a2']);
    expect(stored('a2')?.tags).toEqual(['大促']);
    takeBack({ scripts: changes }, NOW_MS + 1);
    expect(stored('a2')?.tags).toEqual(['旧']);
  });

  it('get no tag if one of them has ten', () => {
    library.scripts.save(aScript({ code: 'a1' }));
    library.scripts.save(
      aScript({ code: 'a2', tags: Array.from({ length: 10 }, (_, index) => `t${index}`) }),
    );
    expect(() => service.tag({ ids: idsOf('a1', 'a2'), add: ['新'], remove: [] }, NOW_MS)).toThrow(
      '已有 10 个标签，最多 10 个',
    );
    expect(stored('a1')?.tags).toEqual([]);
  });

  it('go to another owner unless their codes are taken there', () => {
    library.scripts.save(aScript({ code: 'a1' }));
    library.scripts.save(aScript({ code: 'a2', title: '店里的', scope: ofShop }));
    service.changeScope({ ids: idsOf('a1'), scope: ofShop }, NOW_MS);
    expect(stored('a1')?.scope).toEqual(ofShop);
    library.scripts.save({ ...aScript({ code: 'a2' }), id: ScriptId.parse('other') });
    expect(() => service.changeScope({ ids: [ScriptId.parse('other')], scope: ofShop }, NOW_MS)).toThrow(
      '编码「a2」已被「店里的」使用',
    );
  });

  it('are copied for one agent, with the same code beside the first', () => {
    library.scripts.save(aScript({ code: 'a1', tags: ['大促'], useCount: 9 }));
    const [copy] = service.copyTo({ ids: idsOf('a1'), scope: mine }, NOW_MS);
    expect(copy?.after).toMatchObject({ code: 'a1', tags: ['大促'], scope: mine, useCount: 0 });
    expect(stored('a1')?.scope).toEqual(FOR_ALL);
    expect(() => service.copyTo({ ids: idsOf('a1'), scope: mine }, NOW_MS)).toThrow('已被「问好」使用');
  });

  it('are kept in the archive when their shop goes', () => {
    library.scripts.save(aScript({ code: 'a1', scope: ofShop }));
    library.scripts.save(aScript({ code: 'a2', scope: ofShop, archivedAtMs: 5 }));
    library.scripts.save(aScript({ code: 'a3' }));
    service.releaseShop(SHOP, NOW_MS);
    expect(library.scripts.list()).toMatchObject([
      { code: 'a1', scope: FOR_ALL, archivedAtMs: NOW_MS },
      { code: 'a2', scope: FOR_ALL, archivedAtMs: 5 },
      { code: 'a3', archivedAtMs: null },
    ]);
  });
});

describe('X3 undo', () => {
  const edit = (title: string, nowMs: number) =>
    service.edit({ id: aScript({ code: 'df1' }).id, draft: aDraft({ title }) }, nowMs);

  it('archives what was created', () => {
    const created = service.create(aDraft(), NOW_MS);
    takeBack({ scripts: [created] }, NOW_MS + 1);
    expect(library.scripts.get(created.after.id)?.archivedAtMs).toBe(NOW_MS + 1);
  });

  it('keeps the uses that came in between', () => {
    library.scripts.save(aScript({ code: 'df1', title: '旧标题' }));
    const change = edit('新标题', NOW_MS);
    library.scripts.countUse(change.after.id, NOW_MS + 1);
    takeBack({ scripts: [change] }, NOW_MS + 2);
    expect(stored('df1')).toMatchObject({ title: '旧标题', useCount: 1, updatedAtMs: NOW_MS + 2 });
  });

  it('is refused once the script was edited again', () => {
    library.scripts.save(aScript({ code: 'df1' }));
    const change = edit('第一次', NOW_MS);
    edit('第二次', NOW_MS + 1);
    expect(() => takeBack({ scripts: [change] }, NOW_MS + 2)).toThrow('之后已有变化，不能撤销');
    expect(stored('df1')?.title).toBe('第二次');
  });

  it('is refused when the code has been given away', () => {
    library.scripts.save(aScript({ code: 'df1' }));
    const archived = service.archive([aScript({ code: 'df1' }).id], NOW_MS);
    service.create(aDraft({ title: '占用者' }), NOW_MS);
    expect(() => takeBack({ scripts: archived }, NOW_MS)).toThrow('编码「df1」已被「占用者」使用');
  });

  it('takes back any run of actions, last first', () => {
    type Action = { readonly kind: 'edit' | 'move' | 'archive' | 'restore'; readonly word: string };
    const actions = fc.array(
      fc.record({
        kind: fc.constantFrom('edit', 'move', 'archive', 'restore'),
        word: fc.constantFrom('甲', '乙', '丙'),
      }) satisfies fc.Arbitrary<Action>,
      { maxLength: 8 },
    );
    const run = ({ kind, word }: Action, nowMs: number): readonly ScriptChange[] => {
      const { id } = aScript({ code: 'df1' });
      if (kind === 'edit') return [edit(word, nowMs)];
      if (kind === 'move')
        return service.move({ ids: [id], groupId: word === '甲' ? null : GROUP.id, beforeId: null }, nowMs);
      return service[kind]([id], nowMs);
    };
    fc.assert(
      fc.property(actions, (all) => {
        const original = aScript({ code: 'df1' });
        library.scripts.save(original);
        const done = all.map((action, index) => run(action, NOW_MS + index));
        for (const changes of done.toReversed()) takeBack({ scripts: changes }, NOW_MS + 100);
        expect({ ...stored('df1'), updatedAtMs: 0 }).toEqual(original);
      }),
    );
  });
});

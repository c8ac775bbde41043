import { beforeEach, describe, expect, it } from 'vitest';
import { createCore } from '../../../../electron/core.ts';
import { inTurns } from '../../../../electron/platform/in-turns.ts';
import { createLibraryHandlers } from '../../../../electron/scripts/library/library-handlers.ts';
import { createScriptAccess } from '../../../../electron/scripts/script-access.ts';
import type { ActivityId, AgentId, ScriptGroupId, ScriptId, ShopId } from '../../../../shared/domain/ids.ts';
import type { ScriptDraft } from '../../../../shared/domain/scripts/script.ts';
import { asSubject } from '../../../../shared/domain/subjects/subject.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createMemoryStore, insertAgent, insertShop } from '../../../support/memory-store.ts';
import { NO_FIT } from '../../../support/records/a-script.ts';

const WANG = 'agent-1' as AgentId;
const LI = 'agent-2' as AgentId;
const ofWang = { kind: 'personal', agentId: WANG } as const;

function aLibrary() {
  const { db } = createMemoryStore();
  const clock = createFakeClock(1_780_000_000_000);
  const shop = insertShop(db);
  insertAgent(db);
  insertAgent(db, { id: LI, name: '小李' });
  const core = createCore({ db, clock });
  const { scripts, scriptGroups: groups, activities, scriptFavourites } = core.stores;
  let agentId: AgentId | null = WANG;
  let needsApproval = false;
  const handlers = createLibraryHandlers({
    scripts,
    groups,
    favourites: scriptFavourites,
    shops: { list: () => [shop] },
    service: core.scripts.service,
    groupService: core.scripts.groups,
    newStarters: core.scripts.newStarters,
    access: createScriptAccess({
      scripts,
      agent: () => (agentId === null ? null : { id: agentId }),
      mayChange: ({ kind }) => kind === 'personal' || !needsApproval,
    }),
    recordStroke: core.scripts.recordStroke,
    clock,
    inTransaction: core.inTransaction,
    inTurns,
    changed: () => undefined,
    favouritesChanged: () => undefined,
    suggest: async () => null,
  });
  return {
    ...handlers,
    scripts,
    undo({ activityId }: { readonly activityId: ActivityId | null }): void {
      if (activityId === null) throw new Error('Nothing was changed');
      core.undoActivity(activityId, { agentId, nowMs: clock.now() });
    },
    /** From now on what others see is for a lead to change. */
    requireApproval: () => {
      needsApproval = true;
    },
    signIn: (id: AgentId | null) => {
      agentId = id;
    },
    kindsOf: (id: ScriptId) => activities.listOf({ kind: 'script', id }).map(({ kind }) => kind),
    historyOfGroup: (id: string) => activities.listOf(asSubject('script-group', id)),
    inGroup: (groupId: Parameters<typeof scripts.listIn>[0]) =>
      scripts.listIn(groupId).map(({ code }) => code),
  };
}

let library: ReturnType<typeof aLibrary>;

function aDraft(overrides: Partial<ScriptDraft> = {}): ScriptDraft {
  const texts = { title: '问好', code: 'hh1', parts: ['您好'], keywords: '' };
  return { ...texts, scope: { kind: 'all' }, groupId: null, tags: [], fit: NO_FIT, ...overrides };
}
const make = (overrides: Partial<ScriptDraft> = {}) => library['scripts.create'](aDraft(overrides)).script.id;
const codesSeen = async () => (await library['scripts.library']()).scripts.map(({ code }) => code);
const makeGroup = (name: string, parentId: ScriptGroupId | null = null) =>
  library['scriptGroups.create']({ name, parentId });

beforeEach(() => {
  library = aLibrary();
});

describe('R1 a personal script', () => {
  it('is seen by its agent alone, and by nobody once they have left', async () => {
    make({ scope: ofWang, code: 'w1' });
    make({ code: 'a1' });
    expect(await codesSeen()).toEqual(['w1', 'a1']);
    library.signIn(LI);
    expect(await codesSeen()).toEqual(['a1']);
    library.signIn(null);
    expect(await codesSeen()).toEqual(['a1']);
  });

  it('is out of reach for others, whatever they try', () => {
    const id = make({ scope: ofWang });
    library.signIn(LI);
    const attempts = [
      () => library['scripts.edit']({ id, draft: aDraft() }),
      () => library['scripts.move']({ ids: [id], groupId: null, beforeId: null }),
      () => library['scripts.tag']({ ids: [id], add: ['甲'], remove: [] }),
      () => library['scripts.changeScope']({ ids: [id], scope: { kind: 'all' } }),
      () => library['scripts.copyToOwn']({ ids: [id] }),
      () => library['scripts.archive']({ ids: [id] }),
      () => library['scripts.restore']({ ids: [id] }),
      () => library['scripts.setFavourite']({ ids: [id], isFavourite: true }),
    ];
    for (const attempt of attempts) expect(attempt).toThrow('该话术已不存在');
  });

  it('is written for nobody else', () => {
    library.signIn(LI);
    expect(() => make({ scope: ofWang })).toThrow('个人话术只能保存给自己');
  });

  it('may have the code of one that all have, and is made of it in one step', () => {
    const id = make();
    const copied = library['scripts.copyToOwn']({ ids: [id] });
    expect(library.scripts.findByCode('HH1', ofWang)?.id).toBe(copied.ids[0]);
    library.undo(copied);
    expect(library.scripts.findByCode('hh1', ofWang)).toBeUndefined();
  });
});

describe('R1 undo in the library', () => {
  it('takes a removed group back with all that was in it', async () => {
    const outer = makeGroup('售后');
    const inner = makeGroup('退款', outer.id);
    makeGroup('仅退款', inner.id);
    const archived = make({ groupId: inner.id, code: 'a1' });
    make({ groupId: inner.id, code: 'a2' });
    library['scripts.archive']({ ids: [archived] });
    const removed = library['scriptGroups.remove']({ id: inner.id });
    expect(library.inGroup(outer.id)).toEqual(['a1', 'a2']);
    expect((await library['scripts.library']()).groups).toMatchObject([
      { name: '仅退款', parentId: outer.id },
      { name: '售后', parentId: null },
    ]);
    library.undo(removed);
    expect(library.inGroup(inner.id)).toEqual(['a1', 'a2']);
    expect((await library['scripts.library']()).groups).toHaveLength(3);
  });

  it('belongs to the agent who did it, and works once', () => {
    const id = make();
    const change = library['scripts.archive']({ ids: [id] });
    library.signIn(LI);
    expect(() => library.undo(change)).toThrow('只能撤销自己的操作');
    library.signIn(WANG);
    library.undo(change);
    expect(library.scripts.get(id)?.archivedAtMs).toBeNull();
    expect(() => library.undo(change)).toThrow('该操作已撤销');
  });

  it('may be tried again after it was refused', () => {
    const id = make();
    const archived = library['scripts.archive']({ ids: [id] });
    const twin = make({ title: '占用者' });
    expect(() => library.undo(archived)).toThrow('编码「hh1」已被「占用者」使用');
    library['scripts.archive']({ ids: [twin] });
    library.undo(archived);
    expect(library.scripts.get(id)?.archivedAtMs).toBeNull();
  });

  it('is on record, as everything it takes back', () => {
    const id = make();
    library.undo(library['scripts.tag']({ ids: [id], add: ['大促'], remove: [] }));
    library.undo(library['scripts.archive']({ ids: [id] }));
    expect(library.kindsOf(id).toReversed()).toEqual([
      'script-created',
      'script-edited',
      'undone',
      'script-archived',
      'undone',
    ]);
    const group = makeGroup('售后');
    library.undo(group);
    expect(library.historyOfGroup(group.id)).toHaveLength(2);
  });
});

describe('R1 a thousand scripts in one stroke', () => {
  it('are tagged, with one record each, all or none', () => {
    const ids = Array.from({ length: 1000 }, (_, index) => make({ code: `c${index}` }));
    library['scripts.tag']({ ids, add: ['大促'], remove: [] });
    expect(ids.every((id) => library.scripts.get(id)?.tags.includes('大促'))).toBe(true);
    expect(library.kindsOf(ids[0] as ScriptId)).toEqual(['script-edited', 'script-created']);
    const full = make({ code: 'full', tags: Array.from({ length: 10 }, (_, index) => `t${index}`) });
    expect(() => library['scripts.tag']({ ids: [...ids, full], add: ['更多'], remove: [] })).toThrow(
      '最多 10 个',
    );
    expect(ids.some((id) => library.scripts.get(id)?.tags.includes('更多'))).toBe(false);
  });
});

describe('K9 a library whose changes a lead accepts', () => {
  it('lets nobody else change what others see, in whatever way', () => {
    const id = make();
    library.requireApproval();
    const refused = '话术修改需主管审批，请提交建议';
    expect(() => make({ code: 'hh2' })).toThrow(refused);
    expect(() => library['scripts.edit']({ id, draft: aDraft({ title: '新' }) })).toThrow(refused);
    expect(() => library['scripts.archive']({ ids: [id] })).toThrow(refused);
    expect(() => library['scripts.tag']({ ids: [id], add: ['大促'], remove: [] })).toThrow(refused);
    expect(() => library['scripts.changeScope']({ ids: [id], scope: ofWang })).toThrow(refused);
    expect(library.scripts.get(id)).toMatchObject({ title: '问好', tags: [], archivedAtMs: null });
  });

  it('has its groups put in order by leads as well', () => {
    const { id } = makeGroup('售后');
    library.requireApproval();
    const attempts = [
      () => makeGroup('售前'),
      () => library['scriptGroups.rename']({ id, name: '退款' }),
      () => library['scriptGroups.move']({ id, parentId: null, beforeId: null }),
      () => library['scriptGroups.remove']({ id }),
    ];
    for (const attempt of attempts) expect(attempt).toThrow('分组由主管调整');
  });

  it('leaves everybody their own', () => {
    const id = make();
    library.requireApproval();
    const [copy] = library['scripts.copyToOwn']({ ids: [id] }).ids;
    const draft = aDraft({ scope: ofWang, title: '我的' });
    expect(library['scripts.edit']({ id: copy ?? id, draft }).script.title).toBe('我的');
  });
});

describe('R1 favourites', () => {
  it('are each agent’s own', () => {
    const id = make({ scope: { kind: 'shop', shopId: 'shop-1' as ShopId } });
    library['scripts.setFavourite']({ ids: [id], isFavourite: true });
    library['scripts.setFavourite']({ ids: [id], isFavourite: true });
    expect(library['scripts.mine']().favourites).toEqual([id]);
    library.signIn(LI);
    expect(library['scripts.mine']().favourites).toEqual([]);
    library.signIn(WANG);
    library['scripts.setFavourite']({ ids: [id], isFavourite: false });
    expect(library['scripts.mine']().favourites).toEqual([]);
    library.signIn(null);
    expect(library['scripts.mine']()).toEqual({ favourites: [], recent: [] });
  });
});

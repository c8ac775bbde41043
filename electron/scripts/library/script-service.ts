import { isDeepStrictEqual } from 'node:util';
import { type ScriptGroupId, ScriptId, type ShopId } from '../../../shared/domain/ids.ts';
import {
  FOR_ALL,
  MOST_TAGS,
  type Script,
  type ScriptDraft,
  type ScriptGroup,
  type ScriptScope,
} from '../../../shared/domain/scripts/script.ts';
import { isSameScope, ownerOf } from '../../../shared/domain/scripts/script-scope.ts';
import { firstTemplateProblem } from '../../../shared/domain/scripts/script-template/template-problems.ts';
import {
  type Agents,
  requireAgent,
  requireShop,
  type Shops,
} from '../../../shared/domain/team/require-team.ts';
import { AppError } from '../../../shared/errors.ts';
import type { EpochMs } from '../../../shared/time/clock.ts';
import type { ScriptChange } from './library-change.ts';
import { createPlaceScripts, type Target } from './place-scripts.ts';
import { createRequireSoundFragments } from './require-sound-fragments.ts';

type Dependencies = {
  readonly scripts: {
    get(id: ScriptId): Script | undefined;
    /** Without regard to case; archived scripts have given their code back. */
    findByCode(code: string, scope: ScriptScope): Script | undefined;
    lastSortKeyIn(groupId: ScriptGroupId | null): number;
    placesIn(groupId: ScriptGroupId | null): readonly Pick<Script, 'id' | 'sortKey'>[];
    listIn(groupId: ScriptGroupId | null): readonly Script[];
    /** Archived ones too. */
    listOfShop(shopId: ShopId): readonly Script[];
    /** Inserts or replaces; the use count stays as it is. */
    save(script: Script): void;
  };
  readonly groups: { get(id: ScriptGroupId): ScriptGroup | undefined };
  readonly shops: Shops;
  readonly agents: Agents;
  readonly newId: (nowMs: EpochMs) => string;
};

type Ids = readonly ScriptId[];
type TagChange = { readonly ids: Ids; readonly add: readonly string[]; readonly remove: readonly string[] };

/** Every action is checked whole before anything is saved, and is meant to run inside one transaction. */
export function createScriptService({ scripts, groups, shops, agents, newId }: Dependencies) {
  const place = createPlaceScripts({ scripts });
  const requireSoundFragments = createRequireSoundFragments({ scripts });

  function required(id: ScriptId): Script {
    const script = scripts.get(id);
    if (!script) throw new AppError('not-found', '该话术已不存在');
    return script;
  }

  function requireGroup(groupId: ScriptGroupId | null): void {
    if (groupId !== null && !groups.get(groupId)) throw new AppError('not-found', '该分组已不存在');
  }

  /** A script is for a shop or an agent that is there. */
  function requireOwner(scope: ScriptScope): void {
    if (scope.kind === 'shop') requireShop(shops, scope.shopId);
    if (scope.kind === 'personal') requireAgent(agents, scope.agentId);
  }

  function requireFreeCode({ id, code, scope }: Script): void {
    const owner = scripts.findByCode(code, scope);
    if (owner && owner.id !== id) throw new AppError('conflict', `编码「${code}」已被「${owner.title}」使用`);
  }

  function save(changes: readonly ScriptChange[]): readonly ScriptChange[] {
    const claims = changes.filter(claimsCode);
    requireDistinctCodes(claims);
    for (const { after } of claims) requireFreeCode(after);
    for (const { after } of changes.filter(isForOthers)) requireOwner(after.scope);
    for (const { after } of changes) scripts.save(after);
    for (const { after } of changes.filter(saysAnother)) requireSoundFragments(after);
    return changes;
  }

  /** Only what the change makes different: a script that is so already is left alone. */
  function changeEach(ids: Ids, change: (script: Script) => Partial<Script>): readonly ScriptChange[] {
    const changes = distinct(ids).map((id): ScriptChange => {
      const before = required(id);
      return { before, after: { ...before, ...change(before) } };
    });
    return save(changes.filter(({ before, after }) => !isDeepStrictEqual(before, after)));
  }

  function made(draft: ScriptDraft, sortKey: number, nowMs: EpochMs): ScriptChange {
    const after: Script = {
      ...draft,
      id: ScriptId.parse(newId(nowMs)),
      sortKey,
      archivedAtMs: null,
      updatedAtMs: nowMs,
      useCount: 0,
      lastUsedAtMs: null,
    };
    return { before: null, after };
  }

  const atEndOf = (groupId: ScriptGroupId | null): number => place.atEnd(groupId, 1)[0] ?? 0;

  return {
    create(draft: ScriptDraft, nowMs: EpochMs): ScriptChange {
      requireUsable(draft);
      requireGroup(draft.groupId);
      const change = made(draft, atEndOf(draft.groupId), nowMs);
      save([change]);
      return change;
    },
    edit(edit: { readonly id: ScriptId; readonly draft: ScriptDraft }, nowMs: EpochMs): ScriptChange {
      const { draft } = edit;
      const before = required(edit.id);
      requireUsable(draft);
      requireGroup(draft.groupId);
      const sortKey = draft.groupId === before.groupId ? before.sortKey : atEndOf(draft.groupId);
      const change = { before, after: { ...before, ...draft, sortKey, updatedAtMs: nowMs } };
      save([change]);
      return change;
    },
    /** In the order given, to the place in front of a script or to the end of the group. */
    move({ ids, ...target }: Target & { readonly ids: Ids }, nowMs: EpochMs): readonly ScriptChange[] {
      const { groupId } = target;
      requireGroup(groupId);
      const moved = distinct(ids).map(required);
      const { sortKeys, others } = place.before(
        target,
        moved.map(({ id }) => id),
      );
      const changes = moved.map((before, index): ScriptChange => {
        const sortKey = sortKeys[index] ?? before.sortKey;
        // A move within the group changes no words, so the script counts as old as before.
        const updatedAtMs = before.groupId === groupId ? before.updatedAtMs : nowMs;
        return { before, after: { ...before, groupId, sortKey, updatedAtMs } };
      });
      return save([...changes, ...others]);
    },
    tag({ ids, add, remove }: TagChange, nowMs: EpochMs): readonly ScriptChange[] {
      return changeEach(ids, (script) => {
        const tags = distinct([...script.tags.filter((tag) => !remove.includes(tag)), ...add]);
        if (isDeepStrictEqual(tags, script.tags)) return {};
        if (tags.length > MOST_TAGS)
          throw new AppError(
            'invalid-input',
            `「${script.title}」已有 ${script.tags.length} 个标签，最多 ${MOST_TAGS} 个`,
          );
        return { tags, updatedAtMs: nowMs };
      });
    },
    changeScope(
      { ids, scope }: { readonly ids: Ids; readonly scope: ScriptScope },
      nowMs: EpochMs,
    ): readonly ScriptChange[] {
      return changeEach(ids, (script) =>
        isSameScope(script.scope, scope) ? {} : { scope, updatedAtMs: nowMs },
      );
    },
    /** Copies the scripts into another scope; changes of a copy do not touch the original. */
    copyTo(
      { ids, scope }: { readonly ids: Ids; readonly scope: ScriptScope },
      nowMs: EpochMs,
    ): readonly ScriptChange[] {
      const copies = distinct(ids).map((id) => {
        const original = required(id);
        return made({ ...decided(original), scope }, original.sortKey, nowMs);
      });
      return save(copies);
    },
    archive(ids: Ids, nowMs: EpochMs): readonly ScriptChange[] {
      return changeEach(ids, ({ archivedAtMs }) =>
        archivedAtMs === null ? { archivedAtMs: nowMs, updatedAtMs: nowMs } : {},
      );
    },
    restore(ids: Ids, nowMs: EpochMs): readonly ScriptChange[] {
      return changeEach(ids, ({ archivedAtMs }) =>
        archivedAtMs === null ? {} : { archivedAtMs: null, updatedAtMs: nowMs },
      );
    },
    /** Scripts of a shop that is removed are kept for all, in the archive. */
    releaseShop(shopId: ShopId, nowMs: EpochMs): readonly ScriptChange[] {
      return changeEach(
        scripts.listOfShop(shopId).map(({ id }) => id),
        ({ archivedAtMs }) => ({ scope: FOR_ALL, archivedAtMs: archivedAtMs ?? nowMs, updatedAtMs: nowMs }),
      );
    },
    requireOwner,
    requireFreeCode,
    requireSoundFragments,
  };
}

export type ScriptService = ReturnType<typeof createScriptService>;

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** The fields of a script that people decide, without counts and without its place among others. */
function decided(script: Script) {
  const { scope, groupId, title, code, parts, keywords, tags, fit, archivedAtMs } = script;
  return { scope, groupId, title, code, parts, keywords, tags, fit, archivedAtMs };
}

function requireUsable({ code, parts }: ScriptDraft): void {
  // The search box splits at white space, so such a code could never be typed.
  if (/\s/u.test(code)) throw new AppError('invalid-input', '编码不能含有空格');
  const problem = firstTemplateProblem(parts);
  if (problem !== undefined) throw new AppError('invalid-input', problem);
}

const isForOthers = ({ before, after }: ScriptChange): boolean =>
  before === null || !isSameScope(before.scope, after.scope);

/** An active script whose code, or whose code space, is another one than before. */
function claimsCode({ before, after }: ScriptChange): boolean {
  if (after.archivedAtMs !== null) return false;
  if (before === null || before.archivedAtMs !== null) return true;
  return before.code !== after.code || !isSameScope(before.scope, after.scope);
}

/** An active script that puts other fragments in than before, or the same for others. */
function saysAnother(change: ScriptChange): boolean {
  const { before, after } = change;
  if (after.archivedAtMs !== null) return false;
  return claimsCode(change) || !isDeepStrictEqual(before?.parts, after.parts);
}

/** Two archived scripts may have had the same code; only one of them can come back with it. */
function requireDistinctCodes(changes: readonly ScriptChange[]): void {
  const owners = new Map<string, Script>();
  for (const { after } of changes) {
    const key = JSON.stringify([ownerOf(after.scope), after.code.toLowerCase()]);
    const owner = owners.get(key);
    if (owner) throw new AppError('conflict', `编码「${after.code}」已被「${owner.title}」使用`);
    owners.set(key, after);
  }
}

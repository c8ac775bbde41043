import { isDeepStrictEqual } from 'node:util';
import { hasBrokenBraces } from '../../shared/domain/fill-script.ts';
import { type ScriptGroupId, ScriptId } from '../../shared/domain/ids.ts';
import type { Script, ScriptDraft, ScriptGroup, ScriptScope } from '../../shared/domain/script.ts';
import { AppError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/time/clock.ts';

type Dependencies = {
  readonly scripts: {
    get(id: ScriptId): Script | undefined;
    /** Without regard to case; archived scripts have given their code back. */
    findByCode(code: string, scope: ScriptScope): Script | undefined;
    /** 0 in an empty group. */
    lastSortKeyIn(groupId: ScriptGroupId | null): number;
    /** Inserts or replaces; the use count stays as it is. */
    save(script: Script): void;
  };
  readonly groups: { get(id: ScriptGroupId): ScriptGroup | undefined };
  readonly newId: (nowMs: EpochMs) => string;
};

/** What an action did to one script; handed back to `undo`, it is taken back. */
export type ScriptChange = { readonly before: Script | null; readonly after: Script };

/** Every action is checked whole before anything is saved, and is meant to run inside one transaction. */
export function createScriptService({ scripts, groups, newId }: Dependencies) {
  function required(id: ScriptId): Script {
    const script = scripts.get(id);
    if (!script) throw new AppError('not-found', '该话术已不存在');
    return script;
  }

  function requireGroup(groupId: ScriptGroupId | null): void {
    if (groupId !== null && !groups.get(groupId)) throw new AppError('not-found', '该分组已不存在');
  }

  function requireFreeCode({ id, code, scope }: Script): void {
    const owner = scripts.findByCode(code, scope);
    if (owner && owner.id !== id) throw new AppError('conflict', `编码「${code}」已被「${owner.title}」使用`);
  }

  function save(changes: readonly ScriptChange[]): readonly ScriptChange[] {
    requireDistinctCodes(changes);
    for (const { after } of changes) {
      if (after.archivedAtMs === null) requireFreeCode(after);
    }
    for (const { after } of changes) scripts.save(after);
    return changes;
  }

  function reversed({ before, after }: ScriptChange, nowMs: EpochMs): ScriptChange {
    const current = required(after.id);
    if (!isDeepStrictEqual(editable(current), editable(after))) {
      throw new AppError('conflict', `「${current.title}」之后又有改动，不能撤销`);
    }
    // A script that was used keeps that fact, so what was created is archived rather than erased.
    const earlier = before === null ? { ...editable(current), archivedAtMs: nowMs } : editable(before);
    return { before: current, after: { ...current, ...earlier, updatedAtMs: nowMs } };
  }

  return {
    create(draft: ScriptDraft, nowMs: EpochMs): ScriptChange {
      requireUsable(draft);
      requireGroup(draft.groupId);
      const after: Script = {
        ...draft,
        id: ScriptId.parse(newId(nowMs)),
        sortKey: scripts.lastSortKeyIn(draft.groupId) + 1,
        archivedAtMs: null,
        updatedAtMs: nowMs,
        useCount: 0,
        lastUsedAtMs: null,
      };
      save([{ before: null, after }]);
      return { before: null, after };
    },
    edit(edit: { readonly id: ScriptId; readonly draft: ScriptDraft }, nowMs: EpochMs): ScriptChange {
      const before = required(edit.id);
      requireUsable(edit.draft);
      requireGroup(edit.draft.groupId);
      const after = { ...before, ...edit.draft, updatedAtMs: nowMs };
      save([{ before, after }]);
      return { before, after };
    },
    /** To the end of the group, in the order given. */
    move(
      move: { readonly ids: readonly ScriptId[]; readonly groupId: ScriptGroupId | null },
      nowMs: EpochMs,
    ): readonly ScriptChange[] {
      requireGroup(move.groupId);
      const last = scripts.lastSortKeyIn(move.groupId);
      return save(
        distinct(move.ids).map((id, index) => {
          const before = required(id);
          const sortKey = last + index + 1;
          return { before, after: { ...before, groupId: move.groupId, sortKey, updatedAtMs: nowMs } };
        }),
      );
    },
    archive(ids: readonly ScriptId[], nowMs: EpochMs): readonly ScriptChange[] {
      const active = distinct(ids)
        .map(required)
        .filter((script) => script.archivedAtMs === null);
      return save(
        active.map((before) => ({ before, after: { ...before, archivedAtMs: nowMs, updatedAtMs: nowMs } })),
      );
    },
    restore(ids: readonly ScriptId[], nowMs: EpochMs): readonly ScriptChange[] {
      const archived = distinct(ids)
        .map(required)
        .filter((script) => script.archivedAtMs !== null);
      return save(
        archived.map((before) => ({ before, after: { ...before, archivedAtMs: null, updatedAtMs: nowMs } })),
      );
    },
    /** Refused where somebody has edited the script since. What it returns can be undone in turn. */
    undo(changes: readonly ScriptChange[], nowMs: EpochMs): readonly ScriptChange[] {
      return save(changes.map((change) => reversed(change, nowMs)));
    },
  };
}

export type ScriptService = ReturnType<typeof createScriptService>;

const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];

/** What people decide about a script, as opposed to what is counted. */
function editable(script: Script) {
  const { scope, groupId, title, code, parts, keywords, tags, fit, sortKey, archivedAtMs } = script;
  return { scope, groupId, title, code, parts, keywords, tags, fit, sortKey, archivedAtMs };
}

function requireUsable({ code, parts }: ScriptDraft): void {
  // The search box splits at white space, so such a code could never be typed.
  if (/\s/u.test(code)) throw new AppError('invalid-input', '编码不能含有空格');
  const broken = parts.findIndex(hasBrokenBraces);
  if (broken !== -1) throw new AppError('invalid-input', `第 ${broken + 1} 段的花括号不成对或没有变量名`);
}

/** Two archived scripts may have had the same code; only one of them can come back with it. */
function requireDistinctCodes(changes: readonly ScriptChange[]): void {
  const owners = new Map<string, Script>();
  for (const { after } of changes) {
    if (after.archivedAtMs !== null) continue;
    const key = JSON.stringify([after.scope, after.code.toLowerCase()]);
    const owner = owners.get(key);
    if (owner) throw new AppError('conflict', `编码「${after.code}」已被「${owner.title}」使用`);
    owners.set(key, after);
  }
}

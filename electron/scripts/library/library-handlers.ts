import type { AgentId, ScriptGroupId, ScriptId } from '../../../shared/domain/ids.ts';
import type { Script, ScriptGroup } from '../../../shared/domain/script.ts';
import type { Shop } from '../../../shared/domain/shop.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import type { InTurns } from '../../platform/in-turns.ts';
import type { InTransaction } from '../../store/connection.ts';
import type { ScriptAccess } from '../script-access.ts';
import { createChangeLedger } from './change-ledger.ts';
import { wordingEdits } from './fix-wording.ts';
import type { GroupChange, LibraryChange, ScriptChange } from './library-change.ts';
import type { createRecordGroupChanges, createRecordScriptChanges } from './record-script-changes.ts';
import type { ScriptGroupService } from './script-group-service.ts';
import type { ScriptService } from './script-service.ts';

const RECENT = 100;
/** So many scripts take a few milliseconds, and no click waits for longer than that. */
const LISTED_AT_ONCE = 400;

type Dependencies = {
  readonly scripts: {
    listVisibleTo(agentId: AgentId | null): Script[];
    slicesVisibleTo(agentId: AgentId | null, size: number): Iterator<Script[]>;
    listIn(groupId: ScriptGroupId | null): Script[];
  };
  readonly groups: { get(id: ScriptGroupId): ScriptGroup | undefined; list(): ScriptGroup[] };
  readonly favourites: {
    listOf(agentId: AgentId): ScriptId[];
    add(agentId: AgentId, id: ScriptId): void;
    remove(agentId: AgentId, id: ScriptId): void;
    recentlyUsedBy(agentId: AgentId, limit: number): ScriptId[];
  };
  readonly shops: { list(): Shop[] };
  readonly service: ScriptService;
  readonly groupService: ScriptGroupService;
  readonly access: ScriptAccess;
  readonly recordScripts: ReturnType<typeof createRecordScriptChanges>;
  readonly recordGroups: ReturnType<typeof createRecordGroupChanges>;
  readonly clock: Clock;
  readonly inTransaction: InTransaction;
  readonly inTurns: InTurns;
  /** The library is another one now: its index is built anew and every window learns of it. */
  readonly changed: () => void;
  readonly favouritesChanged: () => void;
};

type Work = { readonly scripts?: readonly ScriptChange[]; readonly groups?: readonly GroupChange[] };

export function createLibraryHandlers(dependencies: Dependencies) {
  const { scripts, groups, favourites, service, groupService, access, clock } = dependencies;
  const { inTransaction, inTurns } = dependencies;
  const ledger = createChangeLedger();

  /** Nothing is edited without its activity in the same transaction. */
  function apply(work: () => Work): LibraryChange {
    const actor = { agentId: access.agentId(), nowMs: clock.now() };
    const change = inTransaction(() => {
      const done = { scripts: [], groups: [], ...work() };
      dependencies.recordScripts(done.scripts, actor);
      dependencies.recordGroups(done.groups, actor);
      return done;
    });
    dependencies.changed();
    return change;
  }

  function keep(change: LibraryChange) {
    return { changeId: ledger.keep({ change, agentId: access.agentId() }) };
  }

  function saved(work: () => ScriptChange) {
    const change = apply(() => ({ scripts: [work()] }));
    const [script] = change.scripts;
    if (!script) throw new Error('A script that was saved is a change');
    return { script: script.after, ...keep(change) };
  }

  function requireAgent(): AgentId {
    const agentId = access.agentId();
    if (agentId === null) throw new AppError('invalid-input', '请先登录');
    return agentId;
  }

  /** Its scripts, archived ones too, move up before it goes. */
  function removeGroup(id: ScriptGroupId): Work {
    const parentId = groups.get(id)?.parentId ?? null;
    const ids = scripts.listIn(id).map((script) => script.id);
    const moved = service.move({ ids, groupId: parentId, beforeId: null }, clock.now());
    return { scripts: moved, groups: groupService.remove(id) };
  }

  return {
    'scripts.library': async () => ({
      scripts: (await inTurns(scripts.slicesVisibleTo(access.agentId(), LISTED_AT_ONCE))).flat(),
      groups: groups.list(),
    }),
    'scripts.mine': () => {
      const agentId = access.agentId();
      if (agentId === null) return { favourites: [], recent: [] };
      return {
        favourites: favourites.listOf(agentId),
        recent: favourites.recentlyUsedBy(agentId, RECENT),
      };
    },
    'scripts.create': (draft) => {
      access.requireWritable(draft.scope);
      return saved(() => service.create(draft, clock.now()));
    },
    'scripts.edit': ({ id, draft }) => {
      access.requireChangeable([id]);
      access.requireWritable(draft.scope);
      return saved(() => service.edit({ id, draft }, clock.now()));
    },
    'scripts.move': (move) => {
      access.requireChangeable(move.ids);
      return keep(apply(() => ({ scripts: service.move(move, clock.now()) })));
    },
    'scripts.tag': (change) => {
      access.requireChangeable(change.ids);
      return keep(apply(() => ({ scripts: service.tag(change, clock.now()) })));
    },
    'scripts.changeScope': (change) => {
      access.requireChangeable(change.ids);
      access.requireWritable(change.scope);
      return keep(apply(() => ({ scripts: service.changeScope(change, clock.now()) })));
    },
    'scripts.copyToOwn': ({ ids }) => {
      access.requireVisible(ids);
      const scope = { kind: 'personal', agentId: requireAgent() } as const;
      const change = apply(() => ({ scripts: service.copyTo({ ids, scope }, clock.now()) }));
      return { ids: change.scripts.map(({ after }) => after.id), ...keep(change) };
    },
    'scripts.fixWording': ({ ids, shopId }) => {
      access.requireChangeable(ids);
      const meant = new Set(ids);
      const held = scripts.listVisibleTo(access.agentId()).filter(({ id }) => meant.has(id));
      const edits = wordingEdits(held, { shops: dependencies.shops.list(), shopId });
      if (edits.length === 0) throw new AppError('conflict', '没有可以直接修改的用语');
      return keep(apply(() => ({ scripts: edits.map((edit) => service.edit(edit, clock.now())) })));
    },
    'scripts.archive': ({ ids }) => {
      access.requireChangeable(ids);
      return keep(apply(() => ({ scripts: service.archive(ids, clock.now()) })));
    },
    'scripts.restore': ({ ids }) => {
      access.requireChangeable(ids);
      return keep(apply(() => ({ scripts: service.restore(ids, clock.now()) })));
    },
    'scripts.setFavourite': ({ ids, isFavourite }) => {
      access.requireVisible(ids);
      const agentId = requireAgent();
      const set = isFavourite ? favourites.add : favourites.remove;
      inTransaction(() => {
        for (const id of ids) set(agentId, id);
      });
      dependencies.favouritesChanged();
    },
    'scripts.undo': ({ changeId }) => {
      const change = ledger.changeOf(changeId, access.agentId());
      apply(() => ({
        groups: groupService.undo(change.groups),
        scripts: service.undo(change.scripts, clock.now()),
      }));
      ledger.forget(changeId);
    },
    'scriptGroups.create': (draft) => {
      access.requireGroupsChangeable();
      const change = apply(() => ({ groups: groupService.create(draft, clock.now()) }));
      const group = change.groups[0]?.after;
      if (!group) throw new Error('A group that was made is a change');
      return { id: group.id, ...keep(change) };
    },
    'scriptGroups.rename': ({ id, name }) => {
      access.requireGroupsChangeable();
      return keep(apply(() => ({ groups: groupService.rename(id, name) })));
    },
    'scriptGroups.move': (move) => {
      access.requireGroupsChangeable();
      return keep(apply(() => ({ groups: groupService.move(move) })));
    },
    'scriptGroups.remove': ({ id }) => {
      access.requireGroupsChangeable();
      return keep(apply(() => removeGroup(id)));
    },
  } satisfies Partial<Handlers>;
}

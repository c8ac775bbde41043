import type { ActivityId, AgentId, ScriptGroupId, ScriptId } from '../../../shared/domain/ids.ts';
import { FOR_ALL, type Script, type ScriptGroup } from '../../../shared/domain/scripts/script.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import { AppError } from '../../../shared/errors.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import type { InTurns } from '../../platform/in-turns.ts';
import type { InTransaction } from '../../store/connection.ts';
import type { ScriptAccess } from '../script-access.ts';
import { wordingEdits } from './fix-wording.ts';
import type { GroupChange, LibraryChange, ScriptChange } from './library-change.ts';
import type { NewStarters } from './new-starters.ts';
import type { createRecordStroke } from './record-script-changes.ts';
import type { ScriptGroupService } from './script-group-service.ts';
import type { ScriptService } from './script-service.ts';
import type { SuggestedScript } from './suggest-script.ts';

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
  readonly newStarters: NewStarters;
  readonly access: ScriptAccess;
  readonly recordStroke: ReturnType<typeof createRecordStroke>;
  readonly suggest: (typed: string) => Promise<SuggestedScript | null>;
  readonly clock: Clock;
  readonly inTransaction: InTransaction;
  readonly inTurns: InTurns;
  /** The library has changed: its index is built anew and every window learns of it. */
  readonly changed: () => void;
  readonly favouritesChanged: () => void;
};

type Stroke = { readonly change: LibraryChange; readonly activityId: ActivityId | null };
type Work = { readonly scripts?: readonly ScriptChange[]; readonly groups?: readonly GroupChange[] };

export function createLibraryHandlers(dependencies: Dependencies) {
  const { scripts, groups, favourites, service, groupService, access, clock } = dependencies;
  const { newStarters, inTransaction, inTurns } = dependencies;

  /** Nothing is edited without its activity in the same transaction. */
  function apply(work: () => Work): Stroke {
    const actor = { agentId: access.agentId(), nowMs: clock.now() };
    const stroke = inTransaction(() => {
      const change = { scripts: [], groups: [], ...work() };
      return { change, activityId: dependencies.recordStroke(change, actor) };
    });
    dependencies.changed();
    return stroke;
  }

  const taken = (work: () => Work) => ({ activityId: apply(work).activityId });

  function saved(work: () => ScriptChange) {
    const { change, activityId } = apply(() => ({ scripts: [work()] }));
    const [script] = change.scripts;
    if (!script) throw new Error('A script that was saved is a change');
    return { script: script.after, activityId };
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
    'scripts.newStarters': () => newStarters.list(),
    'scripts.addNewStarters': () => {
      access.requireWritable(FOR_ALL);
      return taken(() => newStarters.add(clock.now()));
    },
    'scripts.declineNewStarters': () => {
      access.requireWritable(FOR_ALL);
      newStarters.decline();
      dependencies.changed();
    },
    'scripts.mine': () => {
      const agentId = access.agentId();
      if (agentId === null) return { favourites: [], recent: [] };
      return {
        favourites: favourites.listOf(agentId),
        recent: favourites.recentlyUsedBy(agentId, RECENT),
      };
    },
    'scripts.suggest': ({ typed }) => dependencies.suggest(typed),
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
      return taken(() => ({ scripts: service.move(move, clock.now()) }));
    },
    'scripts.tag': (change) => {
      access.requireChangeable(change.ids);
      return taken(() => ({ scripts: service.tag(change, clock.now()) }));
    },
    'scripts.changeScope': (change) => {
      access.requireChangeable(change.ids);
      access.requireWritable(change.scope);
      return taken(() => ({ scripts: service.changeScope(change, clock.now()) }));
    },
    'scripts.copyToOwn': ({ ids }) => {
      access.requireVisible(ids);
      const scope = { kind: 'personal', agentId: requireAgent() } as const;
      const { change, activityId } = apply(() => ({ scripts: service.copyTo({ ids, scope }, clock.now()) }));
      return { ids: change.scripts.map(({ after }) => after.id), activityId };
    },
    'scripts.fixWording': ({ ids, shopId }) => {
      access.requireChangeable(ids);
      const meant = new Set(ids);
      const held = scripts.listVisibleTo(access.agentId()).filter(({ id }) => meant.has(id));
      const edits = wordingEdits(held, { shops: dependencies.shops.list(), shopId });
      if (edits.length === 0) throw new AppError('conflict', '没有可以直接修改的用语');
      return taken(() => ({ scripts: edits.map((edit) => service.edit(edit, clock.now())) }));
    },
    'scripts.archive': ({ ids }) => {
      access.requireChangeable(ids);
      return taken(() => ({ scripts: service.archive(ids, clock.now()) }));
    },
    'scripts.restore': ({ ids }) => {
      access.requireChangeable(ids);
      return taken(() => ({ scripts: service.restore(ids, clock.now()) }));
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
    'scriptGroups.create': (draft) => {
      access.requireGroupsChangeable();
      const { change, activityId } = apply(() => ({ groups: groupService.create(draft, clock.now()) }));
      const group = change.groups[0]?.after;
      if (!group) throw new Error('A group that was made is a change');
      return { id: group.id, activityId };
    },
    'scriptGroups.rename': ({ id, name }) => {
      access.requireGroupsChangeable();
      return taken(() => ({ groups: groupService.rename(id, name) }));
    },
    'scriptGroups.move': (move) => {
      access.requireGroupsChangeable();
      return taken(() => ({ groups: groupService.move(move) }));
    },
    'scriptGroups.remove': ({ id }) => {
      access.requireGroupsChangeable();
      return taken(() => removeGroup(id));
    },
  } satisfies Partial<Handlers>;
}

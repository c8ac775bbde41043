import { fillScript } from '../../shared/domain/fill-script.ts';
import type { AgentId, OrderId, ScriptId } from '../../shared/domain/ids.ts';
import type { Script, ScriptGroup } from '../../shared/domain/script.ts';
import type { ScriptIndex } from '../../shared/domain/script-search.ts';
import type { ScriptOccasion } from '../../shared/ipc/contract/script-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { InTransaction } from '../store/connection.ts';
import type { CopyScript } from './copy-script.ts';
import type { createRecordScriptChanges } from './record-script-changes.ts';
import type { ScriptGroupService } from './script-group-service.ts';
import type { LookUpOccasion } from './script-occasion.ts';
import type { ScriptChange, ScriptService } from './script-service.ts';

type Dependencies = {
  readonly scripts: { list(): Script[] };
  readonly groups: { list(): ScriptGroup[] };
  readonly service: ScriptService;
  readonly groupService: ScriptGroupService;
  readonly index: () => ScriptIndex;
  readonly lookUp: LookUpOccasion;
  readonly copyScript: CopyScript;
  readonly recordChanges: ReturnType<typeof createRecordScriptChanges>;
  readonly agent: () => { readonly id: AgentId; readonly name: string } | null;
  /** Asynchronous on newer runtimes only. */
  readonly clipboard: { writeText(text: string): void | Promise<void> };
  readonly clock: Clock;
  readonly inTransaction: InTransaction;
  readonly palette: {
    context(): Promise<ScriptOccasion & { label: string | null }>;
    hide(): void;
  };
  /** The library is another one now: its index is built anew and every window learns of it. */
  readonly changed: () => void;
  /** Its use count has grown, and the order's timeline with it. */
  readonly used: (scriptId: ScriptId, orderId: OrderId | null) => void;
};

export function createScriptHandlers(dependencies: Dependencies) {
  const { scripts, groups, service, groupService, index, lookUp, copyScript, recordChanges } = dependencies;
  const { agent, clipboard, clock, inTransaction, palette, changed, used } = dependencies;

  function edited<R>(work: () => R extends Promise<unknown> ? never : R): R {
    const result = inTransaction(work);
    changed();
    return result;
  }

  /** Nothing is edited without its activity in the same transaction. */
  function recorded(work: () => readonly ScriptChange[]): readonly ScriptChange[] {
    return edited(() => {
      const changes = work();
      recordChanges(changes, { agentId: agent()?.id ?? null, nowMs: clock.now() });
      return changes;
    });
  }
  function recordedOne(work: () => ScriptChange): Script {
    return edited(() => {
      const change = work();
      recordChanges([change], { agentId: agent()?.id ?? null, nowMs: clock.now() });
      return change.after;
    });
  }

  return {
    'scripts.search': ({ text, occasion, limit }) => {
      const { situation, values } = lookUp(occasion, agent()?.name ?? null, clock.now());
      return index()
        .search({ text, situation, values, limit })
        .map(({ script, groupName }) => ({
          script,
          groupName,
          parts: script.parts.map((part) => {
            const filled = fillScript(part, values);
            return { text: filled.text, missing: filled.kind === 'ready' ? [] : [...filled.missing] };
          }),
        }));
    },
    'scripts.copy': async ({ scriptId, part, occasion, answers }) => {
      const nowMs = clock.now();
      const who = agent();
      const found = lookUp(occasion, who?.name ?? null, nowMs);
      const copied = copyScript(
        { scriptId, part, occasion: found, answers, agentId: who?.id ?? null },
        nowMs,
      );
      if (copied.kind === 'copied') {
        await clipboard.writeText(copied.text);
        used(scriptId, found.orderId);
      }
      return copied;
    },
    'scripts.library': () => ({ groups: groups.list(), scripts: scripts.list() }),
    'scripts.create': (draft) => recordedOne(() => service.create(draft, clock.now())),
    'scripts.edit': ({ id, draft }) => recordedOne(() => service.edit({ id, draft }, clock.now())),
    'scripts.move': (move) => void recorded(() => service.move(move, clock.now())),
    'scripts.archive': ({ ids }) => void recorded(() => service.archive(ids, clock.now())),
    'scripts.restore': ({ ids }) => void recorded(() => service.restore(ids, clock.now())),
    'scriptGroups.create': (draft) => edited(() => groupService.create(draft, clock.now())),
    'scriptGroups.rename': ({ id, name }) => edited(() => groupService.rename(id, name)),
    'scriptGroups.remove': ({ id }) => void recorded(() => groupService.remove(id, clock.now()).scripts),
    'palette.context': () => palette.context(),
    'palette.hide': () => {
      palette.hide();
    },
  } satisfies Partial<Handlers>;
}

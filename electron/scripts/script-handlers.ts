import { fillScript } from '../../shared/domain/fill-script.ts';
import type { AgentId, OrderId, ScriptId } from '../../shared/domain/ids.ts';
import type { ScriptIndex } from '../../shared/domain/script-search.ts';
import type { ScriptOccasion } from '../../shared/ipc/contract/script-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/register-handlers.ts';
import type { CopyScript } from './copy-script.ts';
import type { ScriptAccess } from './script-access.ts';
import type { LookUpOccasion } from './script-occasion.ts';

type Dependencies = {
  readonly access: ScriptAccess;
  readonly index: () => ScriptIndex;
  readonly lookUp: LookUpOccasion;
  readonly copyScript: CopyScript;
  readonly agent: () => { readonly id: AgentId; readonly name: string } | null;
  /** Asynchronous on newer runtimes only. */
  readonly clipboard: { writeText(text: string): void | Promise<void> };
  readonly clock: Clock;
  readonly palette: {
    context(): Promise<ScriptOccasion & { label: string | null }>;
    hide(): void;
  };
  /** Its use count has grown, and the order's timeline with it. */
  readonly used: (scriptId: ScriptId, orderId: OrderId | null) => void;
};

export function createScriptHandlers(dependencies: Dependencies) {
  const { access, index, lookUp, copyScript, agent, clipboard, clock, palette, used } = dependencies;

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
      access.requireVisible([scriptId]);
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
    'palette.context': () => palette.context(),
    'palette.hide': () => {
      palette.hide();
    },
  } satisfies Partial<Handlers>;
}

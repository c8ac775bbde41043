import type { AgentId, OrderId, ScriptId } from '../../../shared/domain/ids.ts';
import type { CopyReply } from '../../../shared/ipc/contract/scripts/script-contract.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import { MINUTE } from '../../../shared/time/durations.ts';

/** An agent who comes back later than that has probably begun something else. */
const WAITS_MS = 5 * MINUTE;

type Step = {
  readonly orderId: OrderId | null;
  readonly scriptId: ScriptId;
  /** The clipboard holds what was copied from here last; else the agent has gone on to another customer. */
  readonly isClipboardOurs: () => Promise<boolean>;
  /** Copies the next message as the agent would. */
  readonly copy: () => Promise<CopyReply>;
};

export type Relayed = Pick<Step, 'orderId' | 'scriptId'> & Extract<CopyReply, { kind: 'copied' }>;

type Dependencies = {
  readonly clock: Pick<Clock, 'elapsed'>;
  readonly agentId: () => AgentId | null;
  /** The window shows it, or the desktop says it: the agent is in another program. */
  readonly told: (relayed: Relayed) => void;
};

export type CopyRelay = ReturnType<typeof createCopyRelay>;

/** X3: the messages of a script follow one another into the clipboard while the agent stays in the chat. */
export function createCopyRelay({ clock, agentId, told }: Dependencies) {
  let waiting: { readonly step: Step; readonly agentId: AgentId | null; readonly sinceMs: number } | null =
    null;

  return {
    /** The step that comes next; `null`: the script is through, or another one was begun. */
    follow(step: Step | null): void {
      waiting = step && { step, agentId: agentId(), sinceMs: clock.elapsed() };
    },
    /** `false`: nothing follows, and the hotkey means what it always means. */
    async copyNext(): Promise<boolean> {
      const current = waiting;
      waiting = null;
      if (current === null || current.agentId !== agentId()) return false;
      const { orderId, scriptId, copy, isClipboardOurs } = current.step;
      if (clock.elapsed() - current.sinceMs > WAITS_MS || !(await isClipboardOurs())) return false;
      const reply = await copy();
      if (reply.kind !== 'copied') return false;
      told({ orderId, scriptId, ...reply });
      return true;
    },
  };
}

import { describe, expect, it } from 'vitest';
import { createCopyRelay } from '../../../../electron/scripts/copying/copy-relay.ts';
import type { AgentId, OrderId, ScriptId } from '../../../../shared/domain/ids.ts';
import { MINUTE } from '../../../../shared/time/durations.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

const NOW = Date.parse('2026-06-10T10:00:00+08:00');
const TOTAL = 3;

function aChat() {
  const clock = createFakeClock(NOW);
  const copied: number[] = [];
  const told: (number | null)[] = [];
  let agentId = 'agent-1' as AgentId;
  let isOurs = true;
  const relay = createCopyRelay({
    clock,
    agentId: () => agentId,
    told: ({ next }) => void told.push(next),
  });

  /** As the handler of a copy: it says what follows. */
  async function copyMessage(message: number) {
    copied.push(message);
    const next = message + 1 < TOTAL ? message + 1 : null;
    relay.follow(
      next === null
        ? null
        : {
            orderId: 'order-1' as OrderId,
            scriptId: 'script-1' as ScriptId,
            isClipboardOurs: async () => isOurs,
            copy: () => copyMessage(next),
          },
    );
    return {
      kind: 'copied' as const,
      content: { kind: 'text' as const, text: String(message) },
      next,
      total: TOTAL,
      notes: [],
    };
  }
  return {
    clock,
    relay,
    copied,
    told,
    copyMessage,
    changeAgent: () => {
      agentId = 'agent-2' as AgentId;
    },
    copyElsewhere: () => {
      isOurs = false;
    },
  };
}

describe('X3 B16: the messages of a script follow one another while the agent stays in the chat', () => {
  it('one with each press of the hotkey, then the hotkey means what it always means', async () => {
    const { relay, copied, told, copyMessage } = aChat();
    await copyMessage(0);
    expect([await relay.copyNext(), await relay.copyNext(), await relay.copyNext()]).toEqual([
      true,
      true,
      false,
    ]);
    expect(copied).toEqual([0, 1, 2]);
    expect(told).toEqual([2, null]);
  });

  it('not after five minutes: the agent writes to another customer by then', async () => {
    const { clock, relay, copyMessage } = aChat();
    await copyMessage(0);
    clock.advanceBy(6 * MINUTE);
    expect(await relay.copyNext()).toBe(false);
  });

  it('not when something else was copied in between, such as the next customer’s nick', async () => {
    const { relay, copied, copyMessage, copyElsewhere } = aChat();
    await copyMessage(0);
    copyElsewhere();
    expect(await relay.copyNext()).toBe(false);
    expect(copied).toEqual([0]);
  });

  it('not for the next agent', async () => {
    const { relay, copyMessage, changeAgent } = aChat();
    await copyMessage(0);
    changeAgent();
    expect(await relay.copyNext()).toBe(false);
  });
});

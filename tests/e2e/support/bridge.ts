import type { Page } from '@playwright/test';
import type { Bridge, CallInput, Channel, Output, Reply } from '../../../shared/ipc/contract.ts';

/** Asks main as the page would, past the page: for what a test needs but is not about. */
export async function ask<C extends Channel>(
  window: Page,
  channel: C,
  input: CallInput<C>,
): Promise<Output<C>> {
  const reply = (await askRaw(window, channel, input)) as Reply<C>;
  if (!reply.ok) throw new Error(`${channel} was refused: ${reply.failure.message}`);
  return reply.value;
}

/** The reply as it comes, whatever was sent. */
export async function askRaw(window: Page, channel: string, input: unknown): Promise<unknown> {
  const reply = await window.evaluate(
    ([name, data]) => {
      const { xiaoer } = globalThis as unknown as { xiaoer: Bridge };
      return xiaoer.invoke(name as Channel, data);
    },
    [channel, input] as const,
  );
  return JSON.parse(reply);
}

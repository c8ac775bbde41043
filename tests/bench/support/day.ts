import type { Page } from '@playwright/test';
import type { Bridge, CallInput, Channel, Output, Reply } from '../../../shared/ipc/contract.ts';
import { ask } from '../../e2e/support/bridge.ts';

type Call<C extends Channel> = { readonly channel: C; readonly inputs: readonly CallInput<C>[] };

/** How long each call takes as the page sees it: validated, sent, answered, cloned. */
export async function timeCalls<C extends Channel>(
  window: Page,
  { channel, inputs }: Call<C>,
): Promise<number[]> {
  return window.evaluate(
    async ([name, list]) => {
      const { xiaoer } = globalThis as unknown as { xiaoer: Bridge };
      const spentMs: number[] = [];
      for (const input of list) {
        const start = performance.now();
        const reply = JSON.parse(await xiaoer.invoke(name, input)) as Reply<C>;
        if (!reply.ok) throw new Error(reply.failure.message);
        spentMs.push(performance.now() - start);
      }
      return spentMs;
    },
    [channel, inputs] as const,
  );
}

type ImportState = Output<'imports.jobs'>[number]['state'];

async function stateOf(window: Page, jobId: string): Promise<ImportState> {
  const jobs = await ask(window, 'imports.jobs', undefined);
  const job = jobs.find(({ id }) => id === jobId);
  if (!job) throw new Error('The import is no longer on the list');
  return job.state;
}

async function settled(window: Page, jobId: string): Promise<ImportState> {
  for (;;) {
    const state = await stateOf(window, jobId);
    if (state.kind !== 'working') return state;
    await window.waitForTimeout(100);
  }
}

/** Previews the file; what is returned commits it and comes back when that is done. */
export async function prepareImport(window: Page, path: string): Promise<() => Promise<void>> {
  const { shops } = await ask(window, 'app.state', undefined);
  const shop = shops.find(({ isSample }) => !isSample);
  if (!shop) throw new Error('There is no shop to import for');
  const [job] = await ask(window, 'imports.preview', { paths: [path], shopId: shop.id });
  if (!job) throw new Error('The import was not started');
  await settled(window, job.id);
  return async () => {
    await ask(window, 'imports.commit', { jobId: job.id });
    const { kind } = await settled(window, job.id);
    if (kind !== 'committed') throw new Error(`The import ended as ${kind}`);
  };
}

/** Every screen once, and the search box. */
export async function visitScreens(window: Page): Promise<void> {
  for (let screen = 1; screen <= 6; screen++) {
    await window.keyboard.press(`Control+${screen}`);
    await window.waitForTimeout(700);
  }
  await window.keyboard.press('Control+1');
  for (const text of ['33000', '示例山间', '设置']) {
    await window.keyboard.press('Control+k');
    await window.keyboard.type(text, { delay: 40 });
    await window.keyboard.press('Escape');
  }
  await window.waitForTimeout(1000);
}

/** Does to the window what a shift does: opens orders one after the other, every screen, the search box. */
export async function workThroughDay(window: Page, orders: number): Promise<void> {
  await window.keyboard.press('Escape');
  for (let opened = 0; opened < orders; opened++) {
    await window.keyboard.press('Control+ArrowDown');
    if (opened % 25 === 24) await window.waitForTimeout(200);
  }
  await visitScreens(window);
}

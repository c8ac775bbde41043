import type { ElectronApplication, Page } from '@playwright/test';

const EVERY_MS = 5;

/** Names under which the timers leave what they saw; both worlds run the same function. */
type Watched = { stallWatch?: { readonly lateMs: number[]; readonly stop: () => void } };

function startWatch(everyMs: number): void {
  const lateMs: number[] = [];
  let last = performance.now();
  const timer = setInterval(() => {
    const now = performance.now();
    lateMs.push(Math.max(0, now - last - everyMs));
    last = now;
  }, everyMs);
  (globalThis as Watched).stallWatch = { lateMs, stop: () => clearInterval(timer) };
}

function stopWatch(): number[] {
  const { stallWatch } = globalThis as Watched;
  stallWatch?.stop();
  return stallWatch?.lateMs ?? [];
}

type Program = { readonly electron: ElectronApplication; readonly window: Page };
export type Stalls = { readonly main: readonly number[]; readonly page: readonly number[] };

/** How late a timer of 5 ms is in the main process and in the page while the work goes on. */
export async function watchStalls(
  { electron, window }: Program,
  work: () => Promise<unknown>,
): Promise<Stalls> {
  // As text, because each world is called with other arguments.
  const start = `(${String(startWatch)})(${EVERY_MS})`;
  const stop = `(${String(stopWatch)})()`;
  await electron.evaluate(start);
  await window.evaluate(start);
  await work();
  return { main: await electron.evaluate<number[]>(stop), page: await window.evaluate<number[]>(stop) };
}

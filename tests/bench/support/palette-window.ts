import { execFile } from 'node:child_process';
import { dirname } from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import { onPrivateDesktop } from '../../../scripts/desktop/on-desktop.ts';
import { buildAppIfStale } from '../../../scripts/lib/build-app.ts';
import { findRuntime } from '../../../scripts/runtime/find-runtime.ts';
import { APP_SCOPE } from '../../../shared/domain/settings/declaring/scope.ts';
import { ask } from '../../e2e/support/bridge.ts';
import { copyOfStore, storeWith } from '../data/make-store.ts';
import { openProgram, type Session } from './launch.ts';

const execute = promisify(execFile);
/** Enough for a queue to start with. */
const ORDERS = 2000;

/** In the page: the time from every key to the frame that shows its result. */
const WATCH = `(() => {
  const field = document.querySelector('input[role="combobox"]');
  const picker = field.closest('[aria-busy]');
  window.keyTimes = [];
  field.addEventListener('input', ({ timeStamp }) => {
    const look = () => {
      if (picker.getAttribute('aria-busy') === 'true') return requestAnimationFrame(look);
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => window.keyTimes.push(performance.now() - timeStamp);
      port2.postMessage(null);
    };
    requestAnimationFrame(look);
  });
})()`;

async function callPalette({ electron, window }: Session, desktop: NodeJS.ProcessEnv): Promise<Page> {
  await ask(window, 'settings.save', {
    scope: APP_SCOPE,
    key: 'palette',
    values: { paletteHotkey: 'CommandOrControl+Shift+Space' },
  });
  const coming = electron.waitForEvent('window');
  await execute('xdotool', ['key', 'ctrl+shift+space'], { env: desktop });
  const palette = await coming;
  await palette.getByRole('option').first().waitFor();
  return palette;
}

/** The page's policy forbids `waitForFunction`. */
async function nextKeyTime(palette: Page): Promise<number> {
  for (;;) {
    const [time] = await palette.evaluate<number[]>('window.keyTimes');
    if (time !== undefined) return time;
  }
}

async function typeAll(palette: Page, texts: readonly string[]): Promise<number[]> {
  const field = palette.getByRole('combobox', { name: '搜索话术' });
  const times: number[] = [];
  for (const text of texts) {
    await field.fill('');
    for (const letter of text) {
      await palette.evaluate('window.keyTimes = []');
      await palette.keyboard.insertText(letter);
      times.push(await nextKeyTime(palette));
    }
  }
  return times;
}

export type PaintedKeys = {
  /** From the key to the painted result. */
  readonly searched: readonly number[];
  /** The same keys once more, their results being known already. */
  readonly known: readonly number[];
};

/** Types into the palette of the real program. */
export async function paintedKeys(scripts: number, texts: readonly string[]): Promise<PaintedKeys> {
  await buildAppIfStale();
  const runtime = await findRuntime(console.error);
  const databasePath = copyOfStore(storeWith({ orders: ORDERS, scripts }), 'palette');
  return onPrivateDesktop(async (desktop) => {
    const session = await openProgram({ kind: 'app', folder: dirname(databasePath) }, { runtime, desktop });
    const palette = await callPalette(session, desktop);
    // The pinyin is read a little at a time, a while before anybody types.
    await palette.waitForTimeout(15_000);
    await palette.evaluate(WATCH);
    const searched = await typeAll(palette, texts);
    const known = await typeAll(palette, texts);
    await session.close();
    return { searched, known };
  });
}

import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import { memoryMb, type Session } from './launch.ts';

/** A running program holds these; a number that only grows is a leak. */
export type Held = {
  readonly memoryMb: number;
  readonly heapMb: number;
  readonly mainHeapMb: number;
  readonly nodes: number;
  readonly pageListeners: number;
  readonly timers: number;
  readonly mainListeners: number;
};

/** Both after a collection, so that only what is still reachable counts. */
async function heldByPage(window: Page) {
  const session = await window.context().newCDPSession(window);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  const value = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0;
  return {
    heapMb: value('JSHeapUsedSize') / 2 ** 20,
    nodes: value('Nodes'),
    pageListeners: value('JSEventListeners'),
  };
}

function heldByMain(electron: ElectronApplication) {
  return electron.evaluate(({ app, ipcMain, nativeTheme, powerMonitor, webContents }) => {
    process.getBuiltinModule('v8').setFlagsFromString('--expose-gc');
    const collect: () => void = process.getBuiltinModule('vm').runInNewContext('gc');
    collect();
    const emitters: NodeJS.EventEmitter[] = [process, app, ipcMain, nativeTheme, powerMonitor];
    const counts = [...emitters, ...webContents.getAllWebContents()].flatMap((emitter) =>
      emitter.eventNames().map((name) => emitter.listenerCount(name)),
    );
    return {
      mainHeapMb: process.memoryUsage().heapUsed / 2 ** 20,
      timers: process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length,
      mainListeners: counts.reduce((sum, count) => sum + count, 0),
    };
  });
}

export async function heldBy(session: Session): Promise<Held> {
  // First, because the program is to give its memory back by itself, and not by our collection.
  const allMb = await memoryMb(session);
  const page = await heldByPage(session.window);
  const main = await heldByMain(session.electron);
  return { ...page, ...main, memoryMb: allMb };
}

/** A file that is not there takes nothing. */
export function sizeMb(path: string): number {
  return (statSync(path, { throwIfNoEntry: false })?.size ?? 0) / 2 ** 20;
}

export function folderMb(folder: string): number {
  return readdirSync(folder).reduce((sum, name) => sum + sizeMb(join(folder, name)), 0);
}

import { readdir, readFile } from 'node:fs/promises';
import os from 'node:os';
import { join } from 'node:path';
import { app, screen } from 'electron';
import { logFolderIn } from './log.ts';

const MEGABYTE = 1024 * 1024;
const megabytes = (bytes: number): number => Math.round(bytes / MEGABYTE);

/** The versions of the program and of the system: no name of the PC, of its user, or of a folder. */
export function programFacts() {
  const { electron, chrome, node } = process.versions;
  return {
    version: app.getVersion(),
    isPackaged: app.isPackaged,
    runsForMinutes: Math.round(process.uptime() / 60),
    runtime: { electron, chrome, node },
    system: {
      type: os.type(),
      release: os.release(),
      processor: process.arch,
      processors: os.availableParallelism(),
      languages: app.getPreferredSystemLanguages(),
      timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
      memoryMb: megabytes(os.totalmem()),
      freeMemoryMb: megabytes(os.freemem()),
    },
    screens: screen
      .getAllDisplays()
      .map(({ size, scaleFactor }) => ({ width: size.width, height: size.height, scaleFactor })),
    processes: app
      .getAppMetrics()
      .map(({ type, memory }) => ({ type, memoryMb: Math.round(memory.workingSetSize / 1024) })),
  };
}

export async function readLogs(userData: string): Promise<{ name: string; text: string }[]> {
  const folder = logFolderIn(userData);
  const names = await readdir(folder).catch(() => []);
  return Promise.all(
    names
      .filter((name) => name.endsWith('.log'))
      .map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  );
}

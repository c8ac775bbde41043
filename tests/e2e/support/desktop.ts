import { execFile } from 'node:child_process';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const execute = promisify(execFile);

export type ShownNotification = {
  readonly id: number;
  readonly appName: string;
  readonly title: string;
  readonly body: string;
};

/** Every test needs the real desktop of `npm run test:e2e`; without it a test fails, it is never skipped. */
export function desktopVariable(name: string): string {
  const value = process.env[name];
  if (value === undefined) {
    throw new Error(
      `${name} is not set: start these tests with \`npm run test:e2e [-- FILE]\`, ` +
        'which finds the Electron runtime and starts the display and the notification daemon.',
    );
  }
  return value;
}

export async function dunstctl(...args: readonly string[]): Promise<string> {
  desktopVariable('XIAOER_NOTIFICATIONS');
  return (await execute('dunstctl', [...args])).stdout;
}

/** The notifications shown since the test began, oldest first, whether or not they are still on screen. */
export async function shownNotifications(): Promise<ShownNotification[]> {
  const folder = desktopVariable('XIAOER_NOTIFICATIONS');
  const files = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  const shown = await Promise.all(
    files.map(async (name) => {
      const [id, appName, title, body] = (await readFile(join(folder, name), 'utf8')).split('\0');
      return { id: Number(id), appName: appName ?? '', title: title ?? '', body: body ?? '' };
    }),
  );
  return shown.toSorted((a, b) => a.id - b.id);
}

/** Clicks the notification at `position`, counted from the top of the screen. */
export async function clickNotification(position = 0): Promise<void> {
  await dunstctl('action', String(position));
}

export async function clearNotifications(): Promise<void> {
  await dunstctl('close-all');
  await dunstctl('history-clear').catch(() => {}); // Daemons before 1.10 keep their history.
  const folder = desktopVariable('XIAOER_NOTIFICATIONS');
  for (const name of await readdir(folder)) await rm(join(folder, name), { force: true });
}

/** Presses keys as a person would, in whatever program has the focus: global shortcuts hear it too. */
export async function pressKeys(keys: string): Promise<void> {
  await execute('xdotool', ['key', keys]);
}

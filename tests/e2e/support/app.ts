import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { promisify } from 'node:util';
import {
  _electron,
  test as base,
  type ElectronApplication,
  expect,
  type Page,
  type TestInfo,
} from '@playwright/test';
import { clearNotifications, desktopVariable } from './desktop.ts';
import { hearMain } from './hear-main.ts';
import { programWindow } from './program-window.ts';

export { expect } from '@playwright/test';

const execute = promisify(execFile);
const repositoryRoot = resolve(import.meta.dirname, '../../..');
const LAUNCH_TIMEOUT_MS = 60_000;

type LaunchOptions = {
  /** The instant at which the app's clock starts, ISO with zone: `2026-06-18T09:00:00+08:00`. */
  readonly now?: string;
  readonly env?: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
  /** The app's folder; this repository unless a test brings its own. */
  readonly folder?: string;
  /** Called before the first start with the folder that will hold the data. */
  readonly prepare?: (userData: string) => void;
};

export type RunningApp = {
  readonly electron: ElectronApplication;
  /** The first window. */
  readonly window: Page;
  /** Survives `relaunch` and `kill`; a fresh one for every test. */
  readonly userData: string;
  /** The output of the app so far. */
  log(): string;
  close(): Promise<void>;
  /** Ends the process as a power cut would: nothing is saved, no handler runs. */
  kill(): Promise<void>;
  /** Closes the app if it still runs, and starts it again on the same data. */
  relaunch(options?: LaunchOptions): Promise<RunningApp>;
  /** Starts the program a second time beside the first, and waits until that one has ended. */
  startAgain(): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  useColorScheme(scheme: 'light' | 'dark'): Promise<void>;
  /** Saves what the window shows as `out/screens/<name>.png`. */
  screenshot(name: string): Promise<void>;
};

type Fixtures = { readonly launchApp: (options?: LaunchOptions) => Promise<RunningApp> };

export const test = base.extend<Fixtures>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of this pattern.
  launchApp: async ({}, use, testInfo) => {
    const userData = await mkdtemp(join(tmpdir(), 'xiaoer-e2e-'));
    const started: RunningApp[] = [];
    await clearNotifications();
    await use(({ prepare, ...options } = {}) => {
      prepare?.(userData);
      return launch({ options, userData, started });
    });
    await attachLogs(testInfo, started);
    for (const app of started) await app.close();
    await rm(userData, { recursive: true, force: true, maxRetries: 3 });
  },
});

type Launch = { readonly options: LaunchOptions; readonly userData: string; readonly started: RunningApp[] };

async function launch({ options, userData, started }: Launch): Promise<RunningApp> {
  const executablePath = desktopVariable('XIAOER_ELECTRON');
  const args = [
    ...desktopVariable('XIAOER_ELECTRON_ARGS').split(' ').filter(Boolean),
    `--user-data-dir=${join(userData, 'chromium')}`,
    options.folder ?? repositoryRoot,
    ...(options.args ?? []),
  ];
  const env = environment(options, userData);
  const electron = await _electron.launch({
    executablePath,
    args,
    env,
    cwd: repositoryRoot,
    timeout: LAUNCH_TIMEOUT_MS,
    // No emulation: what counts is what the app itself asks of Electron.
    colorScheme: null,
  });
  hearMain(electron);
  let log = '';
  const child = electron.process();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (chunk: string) => {
      log += chunk;
    });
  }
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const hasEnded = (): boolean => child.exitCode !== null || child.signalCode !== null;
  const window = await programWindow(() => electron.windows(), LAUNCH_TIMEOUT_MS);
  await window.waitForLoadState('domcontentloaded');

  const app: RunningApp = {
    electron,
    window,
    userData,
    log: () => log,
    close: async () => {
      if (!hasEnded()) await electron.close();
    },
    kill: async () => {
      child.kill('SIGKILL');
      await ended;
    },
    relaunch: async (again = {}) => {
      await app.close();
      return launch({ options: { ...options, ...again }, userData, started });
    },
    startAgain: async () => {
      await execute(executablePath, args, { env, cwd: repositoryRoot, timeout: LAUNCH_TIMEOUT_MS });
    },
    resize: async (width, height) => {
      const handle = await electron.browserWindow(window);
      const bounds = { x: 0, y: 0, width, height };
      await handle.evaluate((browserWindow, wanted) => browserWindow.setContentBounds(wanted), bounds);
      // In points of the page, which are larger where everything is drawn larger.
      const size = '[innerWidth, innerHeight].map((side) => side * devicePixelRatio)';
      const missing = async () => {
        const [wide = 0, high = 0] = await window.evaluate<number[]>(size);
        return Math.max(Math.abs(wide - width), Math.abs(high - height));
      };
      await expect.poll(missing).toBeLessThan(2);
    },
    useColorScheme: async (scheme) => {
      await electron.evaluate(({ nativeTheme }, source) => {
        nativeTheme.themeSource = source;
      }, scheme);
      const isUsed = () => window.evaluate(`matchMedia('(prefers-color-scheme: ${scheme})').matches`);
      await expect.poll(isUsed).toBe(true);
    },
    screenshot: async (name) => {
      const path = join(repositoryRoot, 'out', 'screens', `${name}.png`);
      // All of the window, also where its page is drawn larger: Playwright's own picture ends at its unscaled edges.
      const devtools = await window.context().newCDPSession(window);
      const { data } = await devtools.send('Page.captureScreenshot');
      await devtools.detach();
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, data, 'base64');
    },
  };
  started.push(app);
  return app;
}

function environment(options: LaunchOptions, userData: string): Record<string, string> {
  const inherited = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return {
    ...Object.fromEntries(inherited),
    TZ: 'Asia/Shanghai',
    XIAOER_USER_DATA: join(userData, 'data'),
    ...(options.now === undefined ? {} : { XIAOER_NOW: options.now }),
    ...options.env,
  };
}

async function attachLogs(testInfo: TestInfo, started: readonly RunningApp[]): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus) return;
  for (const [index, app] of started.entries()) {
    await testInfo.attach(`app-${index + 1}.log`, { body: app.log(), contentType: 'text/plain' });
    const picture = await app.window.screenshot().catch(() => undefined);
    if (picture)
      await testInfo.attach(`window-${index + 1}.png`, { body: picture, contentType: 'image/png' });
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { existsSync } from 'node:fs';
import { chmod, lstat, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, relative, resolve } from 'node:path';
import { test as base, chromium, type Page, type TestInfo } from '@playwright/test';
import { packageFolder } from '../../../scripts/packaging/package-folder.ts';
import { clearNotifications, desktopVariable } from '../support/desktop.ts';
import { programWindow } from '../support/program-window.ts';

export { expect } from '@playwright/test';

const repositoryRoot = resolve(import.meta.dirname, '../../..');
/** Workers may package at the same time. */
const WORKER = process.env['TEST_PARALLEL_INDEX'] ?? '0';
const PACKAGE = `package-test-${WORKER}`;
const PACKAGING_TIMEOUT_MS = 120_000;
const START_TIMEOUT_MS = 60_000;
const LISTENING = /DevTools listening on (ws:\S+)/;

export type Installation = {
  readonly folder: string;
  readonly executable: string;
  /** The private half of the key whose updates this installation accepts. */
  readonly updateKey: string;
};

export type PackagedApp = {
  readonly window: Page;
  /** Everything the app may write to lies below; a fresh folder for every test. */
  readonly home: string;
  /** The app keeps its data here. */
  readonly data: string;
  /** Downloads of the test, for `writeOrderCsv`. */
  readonly userData: string;
  log(): string;
  /** Ends it as the system does when somebody logs out; returns the exit code. */
  quit(): Promise<number | null>;
  hasEnded(): boolean;
};

type StartOptions = { readonly env?: Readonly<Record<string, string>> };
type Fixtures = { readonly home: string; readonly start: (options?: StartOptions) => Promise<PackagedApp> };

/**
 * The app as it is installed, with the fuses of a release: no inspector, so Playwright speaks to the pages over
 * Chromium's own port, on loopback and for this run only, and cannot reach into the main process.
 */
export const test = base.extend<Fixtures, { readonly installation: Installation }>({
  installation: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names out of this pattern.
    async ({}, use) => {
      const updateKey = await testKey();
      await makeWritable(join(repositoryRoot, 'out', PACKAGE));
      const folder = await packageFolder({ name: PACKAGE, updateKey });
      await use({ folder, executable: join(folder, 'xiaoer'), updateKey });
    },
    { scope: 'worker', timeout: PACKAGING_TIMEOUT_MS },
  ],
  // oxlint-disable-next-line no-empty-pattern -- see above
  home: async ({}, use) => {
    const home = await mkdtemp(join(tmpdir(), 'xiaoer-packaged-'));
    await use(home);
    await rm(home, { recursive: true, force: true, maxRetries: 3 });
  },
  start: async ({ installation, home }, use, testInfo) => {
    const started: PackagedApp[] = [];
    await clearNotifications();
    await use(async ({ env = {} } = {}) => {
      const app = await startApp(installation.executable, home, env);
      started.push(app);
      return app;
    });
    await attachLogs(testInfo, started);
    for (const app of started) await app.quit();
  },
});

async function startApp(
  executable: string,
  home: string,
  env: Readonly<Record<string, string>>,
): Promise<PackagedApp> {
  const child = spawn(executable, [...machineSwitches(), '--remote-debugging-port=0'], {
    env: { ...environmentOf(home), ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const address = await new Promise<string>((found, failed) => {
    const timeout = AbortSignal.timeout(START_TIMEOUT_MS);
    timeout.addEventListener('abort', () => failed(new Error(`The packaged app did not start:\n${log}`)));
    child.once('exit', (code) => failed(new Error(`The packaged app ended with ${code}:\n${log}`)));
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        log += chunk;
        const match = LISTENING.exec(log);
        if (match?.[1] !== undefined) found(match[1]);
      });
    }
  });
  const browser = await chromium.connectOverCDP(address);
  const [context] = browser.contexts();
  if (!context) throw new Error('The packaged app shows nothing');
  const window = await programWindow(() => context.pages(), START_TIMEOUT_MS);
  window.on('console', (message) => {
    if (message.type() === 'error') log += `${message.text()}\n`;
  });
  await window.waitForLoadState('domcontentloaded');
  return {
    window,
    home,
    data: join(home, 'config', 'xiaoer'),
    userData: home,
    log: () => log,
    quit: () => quit(child),
    hasEnded: () => child.exitCode !== null,
  };
}

/** Switches that this machine needs when root runs the app; never part of the package. */
export function machineSwitches(): string[] {
  return desktopVariable('XIAOER_ELECTRON_ARGS').split(' ').filter(Boolean);
}

/** Only what a desktop session has; the folders of the person who runs the tests stay out of sight. */
export function environmentOf(home: string): NodeJS.ProcessEnv {
  return {
    ...process.env,
    TZ: 'Asia/Shanghai',
    HOME: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_CACHE_HOME: join(home, 'cache'),
  };
}

async function quit(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return child.exitCode;
  const ended = new Promise<number | null>((done) => child.once('exit', (code) => done(code)));
  child.kill('SIGTERM');
  return ended;
}

async function testKey(): Promise<string> {
  const file = join(repositoryRoot, 'out', 'test-key', `update-key-${WORKER}.pem`);
  if (existsSync(file)) return file;
  const { privateKey } = generateKeyPairSync('ed25519');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  return file;
}

/** Takes the right to write away, as for an installation by an administrator. */
export async function makeReadOnly(folder: string): Promise<void> {
  for (const path of await everythingIn(folder)) await chmod(path, (await lstat(path)).mode & ~0o222);
}

/** Otherwise only root could package again. */
async function makeWritable(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  for (const path of await everythingIn(folder)) await chmod(path, (await lstat(path)).mode | 0o200);
}

/** A digest that any write would change; rights alone prove nothing, since root may write anywhere. */
export async function stateOfFolder(folder: string): Promise<string[]> {
  const paths = await everythingIn(folder);
  return Promise.all(
    paths.map(async (path) => {
      const { size, mtimeMs, mode } = await lstat(path);
      return [relative(folder, path), size, mtimeMs, mode.toString(8)].join(' ');
    }),
  );
}

async function everythingIn(folder: string): Promise<string[]> {
  const names = await readdir(folder, { recursive: true });
  return [folder, ...names.toSorted().map((name) => join(folder, name))];
}

async function attachLogs(testInfo: TestInfo, started: readonly PackagedApp[]): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus) return;
  for (const [index, app] of started.entries()) {
    await testInfo.attach(`app-${index + 1}.log`, { body: app.log(), contentType: 'text/plain' });
    if (app.hasEnded()) continue;
    const body = await app.window.screenshot().catch(() => undefined);
    if (body) await testInfo.attach(`window-${index + 1}.png`, { body, contentType: 'image/png' });
  }
}

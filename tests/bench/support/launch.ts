import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { repositoryRoot } from '../../../scripts/lib/paths.ts';
import type { Runtime } from '../../../scripts/runtime/find-runtime.ts';
import { hearMain } from '../../e2e/support/hear-main.ts';
import { BENCH_NOW } from '../data/invented.ts';
import { footprintMb } from './memory/memory.ts';

const starter = join(repositoryRoot, 'tests/bench/app');
const emptyFolder = join(starter, 'empty');
const START_TIMEOUT_MS = 120_000;
const SETTLED_AFTER_MS = 2000;

export type Machine = { readonly runtime: Runtime; readonly desktop: NodeJS.ProcessEnv };

/** `folder` holds the store. */
export type Program = { readonly kind: 'app'; readonly folder: string } | { readonly kind: 'empty' };

export type Started = { readonly signInMs: number | null; readonly readyMs: number };

const QUEUE_ROW = '[role="listbox"] [role="option"]';
const SIGN_IN = 'button[type="submit"]';

function environmentOf(program: Program, { desktop }: Machine, dataFolder: string): Record<string, string> {
  const isApp = program.kind === 'app';
  const entries = Object.entries({
    ...desktop,
    TZ: 'Asia/Shanghai',
    XIAOER_NOW: BENCH_NOW,
    XIAOER_USER_DATA: isApp ? program.folder : dataFolder,
    BENCH_MAIN: isApp ? join(repositoryRoot, 'out/app/main/main.js') : join(emptyFolder, 'main.mjs'),
    BENCH_APP_PATH: isApp ? repositoryRoot : emptyFolder,
    BENCH_READY: isApp ? QUEUE_ROW : 'main',
    BENCH_SIGN_IN: isApp ? SIGN_IN : '',
  });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

type Times = { readonly signInAtMs: number | null; readonly readyAtMs: number };

/** From the start of the process to a painted page, without any tool attached; an agent without a PIN signs in. */
export async function measureStart(program: Program, machine: Machine): Promise<Started> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-bench-'));
  const { executable, args } = machine.runtime;
  const startedAtMs = Date.now();
  const child = spawn(executable, [...args, `--user-data-dir=${join(folder, 'chromium')}`, starter], {
    env: environmentOf(program, machine, join(folder, 'data')),
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const timeout = setTimeout(() => child.kill('SIGKILL'), START_TIMEOUT_MS);
  try {
    for await (const line of createInterface({ input: child.stdout })) {
      if (!line.startsWith('BENCH ')) continue;
      // Written by `app/main.mjs`.
      const { signInAtMs, readyAtMs } = JSON.parse(line.slice('BENCH '.length)) as Times;
      return {
        signInMs: signInAtMs === null ? null : signInAtMs - startedAtMs,
        readyMs: readyAtMs - startedAtMs,
      };
    }
    throw new Error('The program ended before its page was ready');
  } finally {
    clearTimeout(timeout);
    const ended = new Promise((done) => child.once('close', done));
    child.kill('SIGKILL');
    await ended;
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
  }
}

export type Session = {
  readonly electron: ElectronApplication;
  readonly window: Page;
  close(): Promise<void>;
};

/** The program as it stands in the repository, to be driven. */
export async function openProgram(program: Program, machine: Machine): Promise<Session> {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-bench-'));
  const electron = await _electron.launch({
    executablePath: machine.runtime.executable,
    args: [
      ...machine.runtime.args,
      `--user-data-dir=${join(folder, 'chromium')}`,
      program.kind === 'app' ? repositoryRoot : emptyFolder,
    ],
    env: environmentOf(program, machine, join(folder, 'data')),
    cwd: repositoryRoot,
    timeout: START_TIMEOUT_MS,
    colorScheme: null,
  });
  hearMain(electron);
  const window = await electron.firstWindow({ timeout: START_TIMEOUT_MS });
  await window.waitForLoadState('domcontentloaded');
  if (program.kind === 'app') {
    await window.getByRole('button', { name: '进入' }).click();
    await window.waitForSelector(QUEUE_ROW, { timeout: START_TIMEOUT_MS });
  }
  return {
    electron,
    window,
    async close() {
      await electron.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    },
  };
}

/** Elsewhere than on Linux what the processes share counts in each. */
export async function memoryMb({ electron }: Session): Promise<number> {
  const processes = await electron.evaluate(({ app }) =>
    app.getAppMetrics().map(({ pid, memory }) => ({ pid, kib: memory.workingSetSize })),
  );
  if (process.platform === 'linux') return footprintMb(processes.map(({ pid }) => pid));
  return processes.reduce((sum, { kib }) => sum + kib, 0) / 1024;
}

async function settledMb(machine: Machine): Promise<number> {
  const empty = await openProgram({ kind: 'empty' }, machine);
  await delay(SETTLED_AFTER_MS);
  const emptyMb = await memoryMb(empty);
  await empty.close();
  return emptyMb;
}

/**
 * The memory of the runtime itself. Asked for before the program starts, it also spares the program the libraries for
 * drawing, some 50 MB, which only the first one on a desktop maps.
 */
export async function emptyWindowMb(machine: Machine): Promise<number> {
  await settledMb(machine);
  return settledMb(machine);
}

import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../../scripts/lib/paths.ts';
import { CLI_BUNDLE } from './cli-bundle.ts';

export type CliRun = { readonly exitCode: number; readonly stdout: string; readonly stderr: string };

export type CliImportRun = {
  file: string;
  format: string | null;
  rows: number;
  new: number;
  changed: number;
  unchanged: number;
  rejected: { row: number; column: string; value: string; reason: string }[];
  error?: string;
};

export type CliTask = {
  id: string;
  kind: string;
  step: string;
  state: string;
  dueAt: string;
  snoozedUntil: string | null;
  expiresAt: string | null;
  reason: string;
  advice: string | null;
  amountFen: number;
  subject: { type: string; no: string };
  customer: string | null;
  cancelReason: string | null;
};

export type CliItem = {
  title: string;
  sku: string | null;
  outerCode: string | null;
  quantity: number;
  priceFen: number | null;
};

export type CliOrder = {
  no: string;
  status: string;
  customer: string | null;
  createdAt: string | null;
  paidAt: string | null;
  payableFen: number | null;
  paidFen: number | null;
  itemCount: number | null;
  itemTitle: string | null;
  items: CliItem[];
  trackingNo: string | null;
  memo: string | null;
  closeReason: string | null;
  extra: Record<string, string>;
};

/** The command line as a process of its own, in one file: Node needs three times as long for its four hundred. */
export const runCli = (...args: readonly string[]): Promise<CliRun> =>
  runProcess(process.execPath, [CLI_BUNDLE, ...args]);

/** As everybody starts it. */
export const runSourceOfCli = (...args: readonly string[]): Promise<CliRun> =>
  runProcess('npm', ['run', '-s', 'cli', '--', ...args]);

async function runProcess(program: string, args: readonly string[]): Promise<CliRun> {
  const child = spawn(program, args, { cwd: repositoryRoot });
  const [stdout, stderr]: [Buffer[], Buffer[]] = [[], []];
  child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? -1));
  });
  const text = (chunks: readonly Buffer[]) => Buffer.concat(chunks).toString('utf8');
  return { exitCode, stdout: text(stdout), stderr: text(stderr) };
}

/** A store in a folder of its own, and the commands on it at the time that a test gives. */
export function createCliStore() {
  const folder = mkdtempSync(join(tmpdir(), 'xiaoer-cli-'));
  const db = join(folder, 'store.db');
  const run = (now: string, ...args: readonly string[]) => runCli(...args, '--db', db, '--now', now);

  /** The caller names the shape that the documents promise. */
  async function json<T>(now: string, ...args: readonly string[]): Promise<T> {
    const { exitCode, stdout, stderr } = await run(now, ...args, '--json');
    if (exitCode !== 0) throw new Error(`${args.join(' ')} ended with ${exitCode}: ${stderr}`);
    return JSON.parse(stdout) as T;
  }

  return {
    db,
    folder,
    run,
    json,
    importInto: (now: string, shop: { name: string; platform: string }, ...files: readonly string[]) =>
      json<{ runs: CliImportRun[] }>(
        now,
        'import',
        ...files,
        '--shop',
        shop.name,
        '--platform',
        shop.platform,
      ),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImportJobs } from '../../../electron/imports/import-jobs.ts';
import type { ImportJobRequest } from '../../../electron/imports/import-messages.ts';
import type { ImportProgress } from '../../../electron/imports/import-progress.ts';
import { createStoreThreads } from '../../../electron/platform/store-threads.ts';
import { openDatabase, type WritableDb } from '../../../electron/store/connection.ts';
import { migrate } from '../../../electron/store/migrate.ts';
import { describeError } from '../../../shared/describe-error.ts';
import { insertShop } from '../../support/memory-store.ts';

const WORKER_URL = new URL('../../../electron/imports/import-worker.ts', import.meta.url);

let folder: string;
let db: WritableDb;
let bugs: unknown[];

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-jobs-'));
  db = openDatabase(join(folder, 'store.db'));
  migrate(db);
  insertShop(db);
  bugs = [];
});

afterEach(() => {
  db.close();
  rmSync(folder, { recursive: true, force: true });
});

function writeExport(orders: number): string {
  const path = join(folder, 'ExportOrderList.csv');
  const rows = Array.from(
    { length: orders },
    (_, index) => `="33000${index}",小李,88.00,等待买家付款,示例水杯`,
  );
  writeFileSync(path, ['订单编号,买家会员名,总金额,订单状态,宝贝标题', ...rows].join('\r\n'));
  return path;
}

function createJobs() {
  return createImportJobs(
    createStoreThreads({
      what: 'import',
      workerUrl: WORKER_URL,
      databasePath: db.name,
      reportBug: (_what, error) => void bugs.push(error),
    }),
  );
}

const shop = { id: 'shop-1', platform: 'taobao' };

function requestOf(request: object): ImportJobRequest {
  // The brands are given by the store; here they are made up.
  return request as ImportJobRequest;
}

function countOrders(): unknown {
  return db.prepare('SELECT count(*) FROM orders').pluck().get();
}

describe('X4: an import in a thread of its own', () => {
  it('previews, commits and undoes, and says how far it is', async () => {
    const jobs = createJobs();
    const path = writeExport(3);
    const seen: ImportProgress[] = [];
    const previewed = await jobs.start(requestOf({ kind: 'preview', path, shop }), (p) => seen.push(p))
      .result;
    expect(previewed).toMatchObject({ kind: 'previewed', preview: { counts: { rows: 3, new: 3 } } });
    expect(seen.at(-1)).toMatchObject({ done: seen.at(-1)?.total });
    expect(countOrders()).toBe(0);

    const sha256 = previewed.kind === 'previewed' ? previewed.sha256 : '';
    const commit = requestOf({ kind: 'commit', path, shop, agentId: null, sha256 });
    const committed = await jobs.start(commit, () => {}).result;
    expect(committed).toMatchObject({ kind: 'committed', run: { counts: { new: 3 } } });
    expect(countOrders()).toBe(3);

    const runId = committed.kind === 'committed' ? committed.run.id : '';
    const undo = requestOf({ kind: 'undo', runId, agentId: null });
    expect(await jobs.start(undo, () => {}).result).toMatchObject({ kind: 'undone' });
    expect(countOrders()).toBe(0);
    expect(bugs).toEqual([]);
  });

  it('does not import a file that has changed since it was previewed', async () => {
    const jobs = createJobs();
    const path = writeExport(1);
    const previewed = await jobs.start(requestOf({ kind: 'preview', path, shop }), () => {}).result;
    appendFileSync(path, '\r\n="339",小王,1.00,等待买家付款,水杯');
    const sha256 = previewed.kind === 'previewed' ? previewed.sha256 : '';
    const commit = requestOf({ kind: 'commit', path, shop, agentId: null, sha256 });
    expect(await jobs.start(commit, () => {}).result).toMatchObject({
      kind: 'failed',
      failure: { code: 'conflict' },
    });
    expect(countOrders()).toBe(0);
  });

  it('ends within a second when it is cancelled, and leaves nothing behind', async () => {
    const path = writeExport(100_000);
    const job = createJobs().start(requestOf({ kind: 'preview', path, shop }), () => job.cancel());
    const startedAt = performance.now();
    expect(await job.result).toEqual({ kind: 'cancelled' });
    expect(performance.now() - startedAt).toBeLessThan(5000);
    expect(countOrders()).toBe(0);
  });

  it('leaves no log of what it wrote to the next click', async () => {
    const path = writeExport(2000);
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    const job = createJobs().start(
      requestOf({ kind: 'commit', path, shop, agentId: null, sha256 }),
      () => {},
    );
    expect(await job.result).toMatchObject({ kind: 'committed' });
    expect(countOrders()).toBe(2000);
    await job.ended;
    expect(statSync(`${db.name}-wal`).size).toBe(0);
    expect(countOrders()).toBe(2000);
  });

  it('is waited for when the program ends, also when it has answered', async () => {
    const jobs = createJobs();
    const job = jobs.start(requestOf({ kind: 'preview', path: writeExport(1), shop }), () => {});
    let hasEnded = false;
    void job.ended.then(() => (hasEnded = true));
    await job.result;
    await jobs.cancelAll();
    expect(hasEnded).toBe(true);
  });

  it('says of a file that is none why it cannot be read', async () => {
    const path = join(folder, 'notes.csv');
    writeFileSync(path, 'a,b\r\n1,2\r\n');
    expect(
      await createJobs().start(requestOf({ kind: 'preview', path, shop }), () => {}).result,
    ).toMatchObject({
      kind: 'unreadable',
    });
  });

  it('answers when something goes wrong that nobody thought of, and has it logged', async () => {
    db.exec('DROP TABLE orders');
    const job = createJobs().start(requestOf({ kind: 'preview', path: writeExport(1), shop }), () => {});
    expect(await job.result).toMatchObject({ kind: 'failed', failure: { code: 'internal' } });
    expect(bugs).toHaveLength(1);
  });

  it('X6: says in the log where it failed, and not at whose order', async () => {
    db.exec(/* sql */ `CREATE TRIGGER refuse BEFORE INSERT ON orders
      BEGIN SELECT RAISE(ABORT, NEW.customer_nick || ' ' || NEW.no); END`);
    const path = writeExport(1);
    const sha256 = createHash('sha256').update(readFileSync(path)).digest('hex');
    const request = requestOf({ kind: 'commit', path, shop, agentId: null, sha256 });
    const result = await createJobs().start(request, () => {}).result;
    expect(result).toMatchObject({ kind: 'failed', failure: { code: 'internal' } });
    const log = bugs.map((bug) => describeError(bug)).join('\n');
    expect(log).toMatch(/^SqliteError · SQLITE_CONSTRAINT_TRIGGER\n {4}at /);
    expect(log).not.toMatch(/小李|33000|示例水杯/);
  });
});

import { createHash } from 'node:crypto';
import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { importCommitJob, importPreviewJob, importUndoJob } from '../../../electron/imports/import-jobs.ts';
import { NOTHING_DONE } from '../../../electron/kernel/jobs/progress.ts';
import { type WritableDb } from '../../../electron/store/connection.ts';
import { describeError } from '../../../shared/describe-error.ts';
import { ImportRunId, type ShopId } from '../../../shared/domain/ids.ts';
import type { Platform } from '../../../shared/domain/team/shop.ts';
import type { JobProgress } from '../../../shared/ipc/contract/program/job-contract.ts';
import { createStoreFile, insertShop } from '../../support/memory-store.ts';
import { answerOf, startJobs } from '../../support/start-jobs.ts';

let folder: string;
let db: WritableDb;
let bugs: unknown[];
let shop: { id: ShopId; platform: Platform };

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'import-jobs-'));
  db = createStoreFile(join(folder, 'store.db'));
  shop = shopIn(db);
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
  return startJobs({ databasePath: db.name, reportBug: (_what, error) => void bugs.push(error) });
}

function commitOf(path: string, sha256 = sha256Of(path)) {
  return { path, shop, agentId: null, sha256 };
}

function sha256Of(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex');
}

function shopIn(store: WritableDb) {
  const { id, platform } = insertShop(store);
  return { id, platform };
}

function countOrders(): unknown {
  return db.prepare('SELECT count(*) FROM orders').pluck().get();
}

describe('X4: an import in a thread of its own', () => {
  it('previews, commits and undoes, and says how far it is', async () => {
    const jobs = createJobs();
    const path = writeExport(3);
    const seen: JobProgress[] = [];
    const preview = jobs.start(importPreviewJob, { path, shop }, { onProgress: (p) => seen.push(p) });
    const previewed = await answerOf(preview);
    expect(previewed).toMatchObject({ kind: 'previewed', preview: { counts: { rows: 3, new: 3 } } });
    expect(seen.at(-1)).toMatchObject({ done: seen.at(-1)?.total });
    expect(countOrders()).toBe(0);

    const sha256 = previewed.kind === 'previewed' ? previewed.sha256 : '';
    const committed = await answerOf(jobs.start(importCommitJob, commitOf(path, sha256)));
    expect(committed).toMatchObject({ kind: 'committed', run: { counts: { new: 3 } } });
    expect(countOrders()).toBe(3);

    const runId = committed.kind === 'committed' ? committed.run.id : ImportRunId.parse('');
    const undo = jobs.start(importUndoJob, { runId, agentId: null });
    expect(await undo.result).toMatchObject({ kind: 'done', value: { id: runId } });
    expect(countOrders()).toBe(0);
    expect(bugs).toEqual([]);
  });

  it('does not import a file that has changed since it was previewed', async () => {
    const jobs = createJobs();
    const path = writeExport(1);
    const previewed = await answerOf(jobs.start(importPreviewJob, { path, shop }));
    appendFileSync(path, '\r\n="339",小王,1.00,等待买家付款,水杯');
    const sha256 = previewed.kind === 'previewed' ? previewed.sha256 : '';
    expect(await answerOf(jobs.start(importCommitJob, commitOf(path, sha256)))).toMatchObject({
      kind: 'failed',
      failure: { code: 'conflict' },
    });
    expect(countOrders()).toBe(0);
  });

  it('ends where it is when it is cancelled, and leaves nothing behind', async () => {
    const path = writeExport(100_000);
    let seen: JobProgress = NOTHING_DONE;
    const onProgress = (progress: JobProgress) => {
      seen = progress;
      job.cancel();
    };
    const job = createJobs().start(importPreviewJob, { path, shop }, { onProgress });
    expect(await job.result).toEqual({ kind: 'cancelled' });
    expect(seen.done).toBeLessThan(seen.total ?? 0);
    expect(countOrders()).toBe(0);
  });

  it('leaves no log of what it wrote to the next click', async () => {
    const path = writeExport(2000);
    const job = createJobs().start(importCommitJob, commitOf(path));
    expect(await answerOf(job)).toMatchObject({ kind: 'committed' });
    expect(countOrders()).toBe(2000);
    await job.ended;
    expect(statSync(`${db.name}-wal`).size).toBe(0);
    expect(countOrders()).toBe(2000);
  });

  it('is waited for when the program ends, also when it has answered', async () => {
    const jobs = createJobs();
    const job = jobs.start(importPreviewJob, { path: writeExport(1), shop });
    let hasEnded = false;
    void job.ended.then(() => (hasEnded = true));
    await job.result;
    await jobs.end();
    expect(hasEnded).toBe(true);
  });

  it('says of a file that is none why it cannot be read', async () => {
    const path = join(folder, 'notes.csv');
    writeFileSync(path, 'a,b\r\n1,2\r\n');
    expect(await answerOf(createJobs().start(importPreviewJob, { path, shop }))).toMatchObject({
      kind: 'unreadable',
    });
  });

  it('answers when something goes wrong that nobody thought of, and has it logged', async () => {
    db.exec('DROP TABLE orders');
    const job = createJobs().start(importPreviewJob, { path: writeExport(1), shop });
    expect(await job.result).toMatchObject({ kind: 'failed', failure: { code: 'internal' } });
    expect(bugs).toHaveLength(1);
  });

  it('X6: says in the log where it failed, and not at whose order', async () => {
    db.exec(/* sql */ `CREATE TRIGGER refuse BEFORE INSERT ON orders
      BEGIN SELECT RAISE(ABORT, NEW.customer_nick || ' ' || NEW.no); END`);
    const path = writeExport(1);
    const result = await createJobs().start(importCommitJob, commitOf(path)).result;
    expect(result).toMatchObject({ kind: 'failed', failure: { code: 'internal' } });
    const log = bugs.map((bug) => describeError(bug)).join('\n');
    expect(log).toMatch(/^SqliteError · SQLITE_CONSTRAINT_TRIGGER\n {4}at /);
    expect(log).not.toMatch(/小李|33000|示例水杯/);
  });
});

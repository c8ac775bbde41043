import { readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { openDatabase } from '../../electron/store/connection.ts';
import type { Verification } from '../../electron/store/verify/verify-store.ts';
import { createCliStore } from '../support/cli.ts';
import { createExportFolder, exportGrid } from '../support/export-files.ts';

const MORNING = '2026-06-10T08:20:00+08:00';
const EVENING = '2026-06-10T20:00:00+08:00';
const SHOP = { name: '示例旗舰店', platform: 'taobao' };

type Made = { file: string; orders: number; bytes: number; ok: boolean };
type Listed = { file: string; at: string; orders: number };
type Restored = { ok: boolean; orders: number; kept: string | null };

const exports = createExportFolder();
const stores: ReturnType<typeof createCliStore>[] = [];
let store: ReturnType<typeof createCliStore>;
beforeEach(() => {
  store = createCliStore();
  stores.push(store);
});
afterAll(() => {
  exports.remove();
  for (const one of stores) one.remove();
});

async function importOrders(...numbers: readonly string[]): Promise<void> {
  const rows = numbers.map((no) => ({ 订单编号: no }));
  const { runs } = await store.importInto(MORNING, SHOP, exports.writeCsv(exportGrid('ERA_D', rows)));
  expect(runs).toMatchObject([{ new: numbers.length }]);
}

const NO = '3304370000000000001';
const NEXT = '3304370000000000002';

async function verify() {
  const { exitCode, stdout, stderr } = await store.run(EVENING, 'verify', '--json');
  return { exitCode, stderr, ...(JSON.parse(stdout) as Verification) };
}

describe('X6: backup, backups and restore on the command line', () => {
  it('makes a checked backup, lists it, and brings it back with the bad file kept', async () => {
    await importOrders(NO);
    const made = await store.json<Made>(EVENING, 'backup');
    expect(made).toEqual({
      file: join(store.folder, 'backups', 'store-20260610-200000.db'),
      orders: 1,
      bytes: statSync(made.file).size,
      ok: true,
    });
    await importOrders(NEXT);
    const listed = await store.json<Listed[]>(EVENING, 'backups');
    expect(listed).toEqual([{ file: made.file, at: EVENING, orders: 1 }]);

    truncateSync(store.db, 6000);
    const found = await verify();
    expect(found).toMatchObject({ exitCode: 1, ok: false });
    expect(found.problems[0]).toBe('数据文件不完整');
    const kept = join(store.folder, 'store.damaged-20260610-200000.db');
    expect(await store.json<Restored>(EVENING, 'restore', '--from', made.file)).toEqual({
      ok: true,
      orders: 1,
      kept,
    });
    expect(statSync(kept).size).toBe(6000);
    expect(await verify()).toMatchObject({ exitCode: 0, ok: true, orders: 1 });
  });

  it('writes to any folder, from which another PC goes on', async () => {
    await importOrders(NO);
    const to = join(store.folder, 'U 盘');
    const { file } = await store.json<Made>(EVENING, 'backup', '--to', to);
    expect(file).toBe(join(to, 'store-20260610-200000.db'));
    expect(await store.json<Listed[]>(EVENING, 'backups')).toEqual([]);
    const other = createCliStore();
    stores.push(other);
    const restored = await other.json<Restored>(EVENING, 'restore', '--from', file);
    expect(restored).toEqual({ ok: true, orders: 1, kept: null });
    expect(await other.json(EVENING, 'verify')).toMatchObject({ ok: true, orders: 1 });
  });

  it('refuses to back up what is not there or damaged, and to restore what is no backup', async () => {
    expect(await store.run(EVENING, 'backup')).toMatchObject({ exitCode: 1, stdout: '' });
    await importOrders(NO);
    const bad = join(store.folder, 'bad.db');
    writeFileSync(bad, readFileSync(store.db).fill(0xa5, 4096));
    const { exitCode, stderr } = await store.run(EVENING, 'restore', '--from', bad);
    expect({ exitCode, stderr }).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('没有恢复') });
    expect(await verify()).toMatchObject({ exitCode: 0, orders: 1 });
  });
});

describe('X6: a store that was used is never taken for a new one', () => {
  it.each([
    ['missing', () => rmSync(store.db), '数据文件不见了'],
    ['empty', () => truncateSync(store.db, 0), '数据文件是空的'],
  ] as const)('%s: verify names it, and no import makes a new one', async (kind, lose, title) => {
    await importOrders(NO);
    lose();
    expect(await verify()).toMatchObject({ exitCode: 1, ok: false, integrity: kind, problems: [title] });
    const file = exports.writeCsv(exportGrid('ERA_D', [{}]));
    const words = ['import', file, '--shop', SHOP.name, '--platform', SHOP.platform];
    const { exitCode, stderr } = await store.run(EVENING, ...words);
    expect(exitCode).toBe(1);
    expect(stderr).toContain(`${title}。用 backups 列出备份，用 restore 恢复`);
    expect(await verify()).toMatchObject({ integrity: kind });
  });

  it('verify names overwritten pages and lives on', async () => {
    await importOrders(NO);
    writeFileSync(store.db, readFileSync(store.db).fill(0xa5, 8192));
    const found = await verify();
    expect(found).toMatchObject({ exitCode: 1, ok: false });
    expect(found.problems[0]).toBe('数据文件已损坏');
    expect(found.stderr).not.toContain('程序内部错误');
  });
});

describe('F16: what the disk refuses is said in a sentence', () => {
  it('an import into a damaged file names the damage and the way back, without a stack', async () => {
    await importOrders(NO);
    const db = openDatabase(store.db);
    const pageBytes = Number(db.pragma('page_size', { simple: true }));
    const root = db.prepare<[], number>(`SELECT rootpage FROM sqlite_schema WHERE name = 'orders_by_no'`);
    const at = ((root.pluck().get() ?? 1) - 1) * pageBytes;
    db.close();
    writeFileSync(store.db, readFileSync(store.db).fill(0xa5, at, at + pageBytes));
    const file = exports.writeCsv(exportGrid('ERA_D', [{ 订单编号: NEXT }]));
    const words = ['import', file, '--shop', SHOP.name, '--platform', SHOP.platform];
    const { exitCode, stdout, stderr } = await store.run(EVENING, ...words);
    expect({ exitCode, stdout }).toEqual({ exitCode: 1, stdout: '' });
    expect(stderr).toMatch(/^数据文件已损坏：.*用 backups 列出备份，用 restore 恢复/);
    expect(stderr).not.toMatch(/SqliteError|程序内部错误/);
  });
});

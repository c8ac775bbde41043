import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { explainStorage, notDone } from '../../../../electron/store/state/storage-failure.ts';
import { STORAGE_TROUBLES, STORAGE_WORDS } from '../../../../shared/domain/storage/storage-trouble.ts';
import { AppError } from '../../../../shared/errors.ts';
import { createUsedStore, type UsedStore } from '../backups/a-used-store.ts';

let store: UsedStore;
beforeEach(() => {
  store = createUsedStore();
});
afterEach(() => store.remove());

const withCode = (code: string, path?: string) =>
  Object.assign(new Error('the disk refuses'), { code, ...(path === undefined ? {} : { path }) });

function sentence(error: unknown): string {
  const explained = explainStorage(error, store.path);
  expect(explained).toBeInstanceOf(AppError);
  return explained instanceof AppError ? explained.message : '';
}

describe('F5 F16: what the disk refuses is one sentence with the way out', () => {
  it('a full disk, met by SQLite itself, with how much is left', () => {
    store.db.pragma(`max_page_count = ${Number(store.db.pragma('page_count', { simple: true }))}`);
    let met: unknown;
    try {
      store.db.exec(`CREATE TABLE filler AS SELECT hex(zeroblob(1000000))`);
    } catch (error) {
      met = error;
    }
    expect(sentence(met)).toMatch(/^磁盘空间不足：.*xiaoer\.db 所在磁盘只剩 [\d.]+ [GM]B。请清空回收站/);
  });

  it('a damaged page, met by a query', () => {
    store.damage('orders_by_no');
    let met: unknown;
    try {
      store.addOrder('2');
    } catch (error) {
      met = error;
    }
    expect(sentence(met)).toMatch(/^数据文件已损坏：.*请重新启动小二工作台，按页面提示恢复备份。$/);
  });

  it('a file of the system by its own path, not by that of the store', () => {
    const target = join(store.folder, '导出', '订单.xlsx');
    expect(sentence(withCode('EROFS', target))).toBe(
      `没有写入的权限，或磁盘是只读的：${target}。请让 IT 开放该文件夹的读写权限后再试。`,
    );
  });

  it('a place that syncs, with the program that does', () => {
    expect(sentence(withCode('EBUSY', '/home/li/OneDrive/xiaoer.db'))).toMatch(
      /该文件夹由 OneDrive 同步.*。$/,
    );
  });

  it('every trouble has words of its own', () => {
    const words = STORAGE_TROUBLES.map((trouble) => STORAGE_WORDS[trouble].what);
    expect(new Set(words).size).toBe(STORAGE_TROUBLES.length);
  });

  it('leaves a refusal and a bug as they are', () => {
    for (const error of [new AppError('conflict', '该订单已关闭'), new TypeError('x is undefined')])
      expect(explainStorage(error, store.path)).toBe(error);
    expect(notDone('备份没有完成', new TypeError('x'), store.path).message).toBe('备份没有完成：原因见日志');
  });
});

import { describe, expect, it } from 'vitest';
import {
  placeWarning,
  storageErrorIn,
  storageTroubleOf,
} from '../../../../shared/domain/storage/storage-trouble.ts';
import { AppError } from '../../../../shared/errors.ts';

const withCode = (code: string) => Object.assign(new Error('the disk refuses'), { code });

describe('F5: every refusal of the disk has its name', () => {
  it.each([
    ['SQLITE_FULL', 'full'],
    ['ENOSPC', 'full'],
    ['SQLITE_CORRUPT_INDEX', 'damaged'],
    ['SQLITE_NOTADB', 'damaged'],
    ['SQLITE_BUSY_SNAPSHOT', 'locked'],
    ['EBUSY', 'locked'],
    ['SQLITE_READONLY_DIRECTORY', 'no-rights'],
    ['EROFS', 'no-rights'],
    ['EACCES', 'no-rights'],
    ['SQLITE_CANTOPEN', 'not-found'],
    ['ENOENT', 'not-found'],
    ['SQLITE_IOERR_READ', 'io'],
    ['EIO', 'io'],
    ['ESTALE', 'io'],
  ])('%s is %s', (code, trouble) => {
    expect(storageTroubleOf(withCode(code))).toBe(trouble);
  });

  it('is found behind the sentence of whoever met it, and in nothing else', () => {
    const cause = withCode('SQLITE_FULL');
    expect(storageErrorIn(new AppError('conflict', '备份没有完成', { cause }))).toBe(cause);
    expect(storageTroubleOf(new AppError('conflict', '该订单已关闭'))).toBeNull();
    expect(storageTroubleOf(withCode('SQLITE_CONSTRAINT_UNIQUE'))).toBeNull();
    expect(storageTroubleOf('SQLITE_FULL')).toBeNull();
  });
});

describe('F5: a place that gives trouble again and again is named', () => {
  it.each([
    [String.raw`C:\Users\li\OneDrive - 公司\小二\xiaoer.db`, '由 OneDrive 同步'],
    [String.raw`D:\我的坚果云\xiaoer.db`, '由 坚果云 同步'],
    ['/home/li/Nutstore Files/xiaoer.db', '由 坚果云 同步'],
    [String.raw`\\nas\shop\xiaoer.db`, '在网络共享上'],
    [String.raw`C:\Users\li\AppData\Roaming\Xiaoer\xiaoer.db`, '属于漫游配置'],
  ])('%s', (path, words) => {
    expect(placeWarning(path)).toContain(words);
  });

  it('a drive of another machine that has a letter or a name of its own', () => {
    expect(placeWarning('/mnt/shop/xiaoer.db', true)).toContain('在网络共享上');
  });

  it.each([
    String.raw`C:\Users\li\AppData\Local\Xiaoer\xiaoer.db`,
    '/home/li/.config/xiaoer/xiaoer.db',
    String.raw`\\?\C:\data\xiaoer.db`,
  ])('says nothing of %s', (path) => {
    expect(placeWarning(path)).toBeNull();
  });
});

import { tmpdir } from 'node:os';
import { describe, expect, it } from 'vitest';
import { requireRoom } from '../../../../electron/store/files/free-space.ts';
import { bytesInWords } from '../../../../shared/domain/storage/bytes-in-words.ts';

describe('F5: free space is looked at before anything is written', () => {
  it('lets through what there is room for, and refuses the rest with how much is needed and left', () => {
    requireRoom({ folder: tmpdir(), bytes: 1, what: '导入' });
    expect(() => requireRoom({ folder: tmpdir(), bytes: 2 ** 50, what: '导入' })).toThrow(
      /^磁盘空间不足：导入约需 1048576\.1 GB，.* 所在磁盘只剩 [\d.]+ [GM]B。请清理磁盘后再试。$/,
    );
  });

  it.each([
    [0, '0 MB'],
    [1, '1 MB'],
    [36.2 * 2 ** 20, '37 MB'],
    [1.45 * 2 ** 30, '1.4 GB'],
  ])('%d bytes are %s', (bytes, words) => {
    expect(bytesInWords(bytes)).toBe(words);
  });
});

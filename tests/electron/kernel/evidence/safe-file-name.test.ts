import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { safeFileName } from '../../../../electron/kernel/evidence/safe-file-name.ts';

describe('the name of a file on any system', () => {
  it.each([
    ['破损.jpg', '破损.jpg'],
    ['../../破损.jpg', '_.._破损.jpg'],
    ['C:\\图片\\1.jpg', 'C__图片_1.jpg'],
    ['a\u202Egpj.exe', 'a_gpj.exe'],
    ['nul.txt', '_nul.txt'],
    ['聊天. ', '聊天'],
    ['', '_'],
  ])('of %j is %j', (given, name) => {
    expect(safeFileName(given)).toBe(name);
  });

  it('keeps the ending of a name that is too long', () => {
    expect(safeFileName(`${'长'.repeat(200)}.jpeg`)).toBe(`${'长'.repeat(60)}.jpeg`);
  });

  it('names one file in the folder, whatever it is made of', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (given) => {
        const name = safeFileName(given);
        expect(name).not.toMatch(/[<>:"/\\|?*\p{Cc}]|^[. ]|[. ]$/u);
        expect(name.length).toBeGreaterThan(0);
        expect(safeFileName(name)).toBe(name);
      }),
    );
  });
});

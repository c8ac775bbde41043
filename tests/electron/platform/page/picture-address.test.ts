import { describe, expect, it } from 'vitest';
import { pictureAt } from '../../../../electron/platform/page/picture-address.ts';
import { toIdText } from '../../../../electron/store/id-text.ts';

const bytesOf = (byte: number) => String.fromCharCode(byte).repeat(16);

describe('R8: the address of a picture', () => {
  it.each(['pictures', 'evidence'] as const)('leads to %s by every id there can be', (place) => {
    for (let byte = 0; byte < 256; byte++) {
      const id = toIdText(bytesOf(byte));
      expect(pictureAt(`/${place}/${id}`)).toEqual({ place, id });
    }
  });

  it('leads to those that a store of the first version named', () => {
    const id = '0197a9f0-7c3e-7f00-8000-000000000001';
    expect(pictureAt(`/pictures/${id}`)).toEqual({ place: 'pictures', id });
  });

  it.each([
    '/pictures/',
    '/pictures/../xiaoer.db',
    '/pictures/a/b',
    '/pictures/a%2Fb',
    '/index.html',
    '/other/a',
  ])('is not %s', (pathname) => {
    expect(pictureAt(pathname)).toBeNull();
  });
});

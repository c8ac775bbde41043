import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromUuid, idAfter, isIdText, toUuid, withoutUuids } from '../../../electron/store/id-text.ts';

const uuid = fc.uuid();

describe('the text of an id', () => {
  it('is another spelling of a UUID and sorts as it does', () => {
    fc.assert(
      fc.property(uuid, uuid, (one, other) => {
        expect(toUuid(fromUuid(one))).toBe(one);
        expect(isIdText(fromUuid(one))).toBe(true);
        expect(fromUuid(one) < fromUuid(other)).toBe(one < other);
      }),
    );
  });

  it('leaves alone what is no id', () => {
    for (const text of ['', 'shop-1', '2031a4ef', '3f1d0e0a-5b1c-4f0f-9a3e-7d5c2b8a4e6']) {
      expect(fromUuid(text)).toBe(text);
      expect(toUuid(text)).toBe(text);
    }
  });

  it('is followed by the next one', () => {
    fc.assert(
      fc.property(uuid, (one) => {
        const id = fromUuid(one);
        expect(idAfter(id) > id).toBe(true);
      }),
    );
    expect(toUuid(idAfter(fromUuid('00000000-0000-7000-8000-00ffffffffff')))).toBe(
      '00000000-0000-7000-8000-010000000000',
    );
  });
});

describe('a text with ids in it', () => {
  const one = '3f1d0e0a-5b1c-4f0f-9a3e-7d5c2b8a4e61';

  it('gets the short ones: as a value, in JSON, in a path and behind a step', () => {
    const short = fromUuid(one);
    const before = [one, `decide:${one}`, JSON.stringify({ [`order/${one}/memo`]: [null, one], ids: [one] })];
    expect(before.map(withoutUuids)).toEqual([
      short,
      `decide:${short}`,
      JSON.stringify({ [`order/${short}/memo`]: [null, short], ids: [short] }),
    ]);
  });

  it('keeps what people wrote', () => {
    const note = JSON.stringify({ note: `单号 ${one} 已查` });
    expect(withoutUuids(note)).toBe(note);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsvRows } from '../../../../../electron/imports/reading/text/csv-rows.ts';
import { encodeText, toCsv } from '../../../../support/export-files.ts';

function cellsOf(pieces: Iterable<string>, delimiter: string): (readonly string[])[] {
  return [...readCsvRows(pieces, delimiter)].map(({ cells }) => cells);
}

const cell = fc.oneof(
  fc.string({
    unit: fc.constantFrom('a', '中', '𠮷', '"', ',', '\t', ';', '\n', '\r', ' ', '=', "'"),
    maxLength: 8,
  }),
  fc.constantFrom('', '="1"', '30012345678901234', '买家已付款，等待卖家发货'),
);
/** One width, as in any export: a change of width is a sign of damage. */
const grid = fc
  .integer({ min: 1, max: 6 })
  .chain((width) =>
    fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 8 }),
  );
const style = fc.record({
  delimiter: fc.constantFrom(',' as const, '\t' as const, ';' as const),
  eol: fc.constantFrom('\r\n' as const, '\n' as const, '\r' as const),
  quotes: fc.constantFrom('all' as const, 'needed' as const),
  hasFinalEol: fc.boolean(),
});

function cut(text: string, at: readonly number[]): string[] {
  const ends = [...new Set(at.map((place) => place % (text.length + 1)))].toSorted((a, b) => a - b);
  return [...ends, text.length].map((end, index) => text.slice(index === 0 ? 0 : ends[index - 1], end));
}

describe('Q19: records of a delimited text', () => {
  it('gives back any grid, cut anywhere', () => {
    fc.assert(
      fc.property(grid, style, fc.array(fc.nat({ max: 400 }), { maxLength: 6 }), (rows, how, places) => {
        const text = toCsv(rows, how);
        // A last line without text and without a line end is not there at all.
        fc.pre(how.hasFinalEol || how.quotes === 'all' || (rows.at(-1) ?? []).join('') !== '');
        const read = [...readCsvRows(cut(text, places), how.delimiter)];
        expect(read).toEqual(rows.map((cells, at) => ({ row: at + 1, cells })));
      }),
      { numRuns: 2000 },
    );
  });

  it('Q1: decodes the same text however the bytes are cut', () => {
    const encodings = fc.constantFrom('gb18030' as const, 'utf-8' as const, 'utf-16le' as const);
    fc.assert(
      fc.property(grid, encodings, fc.integer({ min: 1, max: 7 }), (rows, encoding, size) => {
        const bytes = encodeText(toCsv(rows, { quotes: 'all' }), encoding);
        const decoder = new TextDecoder(encoding);
        const pieces: string[] = [];
        for (let at = 0; at < bytes.length; at += size) {
          pieces.push(decoder.decode(bytes.subarray(at, at + size), { stream: true }));
        }
        expect(cellsOf(pieces, ',')).toEqual(rows);
      }),
      { numRuns: 300 },
    );
  });

  it('never loses or repeats text to broken quotes, and always ends', () => {
    const wild = fc.string({ unit: fc.constantFrom('"', ',', '\n', 'a', '=', ' ', '\r'), maxLength: 60 });
    fc.assert(
      fc.property(wild, fc.array(fc.nat({ max: 60 }), { maxLength: 5 }), (text, places) => {
        expect(cellsOf(cut(text, places), ',')).toEqual(cellsOf([text], ','));
      }),
      { numRuns: 2000 },
    );
  });

  it('Q2, Q5: closes ="…" and quotes that blanks follow', () => {
    expect(cellsOf(['="1,2","a"\t,"b" \r\n=1,="x"y",""\r\n'], ',')).toEqual([
      ['1,2', 'a', 'b'],
      ['=1', 'x"y', ''],
    ]);
  });

  it('gives up on a record that never ends instead of holding the file in memory', () => {
    function* endless() {
      yield 'a,b,c\nd,"e,f\n';
      for (let at = 0; at < 60; at++) yield 'x'.repeat(100_000);
      yield '\n1,2,3\n4,5,6\n';
    }
    const rows = [...readCsvRows(endless(), ',')];
    expect(rows.filter(({ damage }) => damage !== undefined).length).toBeGreaterThan(0);
    expect(rows.slice(-2).map(({ cells }) => cells)).toEqual([
      ['1', '2', '3'],
      ['4', '5', '6'],
    ]);
  });
});

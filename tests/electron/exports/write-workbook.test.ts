import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { saveInPieces } from '../../../electron/exports/save-file.ts';
import { saveTable } from '../../../electron/exports/save-table.ts';
import type { Cell, Table } from '../../../electron/exports/table.ts';
import { writeWorkbook } from '../../../electron/exports/xlsx/write-workbook.ts';
import { openWorkbookTables } from '../../../electron/imports/reading/xlsx/xlsx-workbook.ts';
import { StoppedError } from '../../../electron/kernel/jobs/stopped-error.ts';

const MB = 2 ** 20;
const COLUMNS: Table['columns'] = [
  { header: '订单编号', kind: 'text' },
  { header: '总金额', kind: 'money' },
  { header: '宝贝总数量', kind: 'count' },
  { header: '成功率', kind: 'rate' },
  { header: '订单创建时间', kind: 'time' },
];
const AT_MS = Date.parse('2026-06-10T08:00:00+08:00');

let folder = '';
let path = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xiaoer-workbook-'));
  path = join(folder, 'table.xlsx');
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

function sheetsOf(file: string) {
  return openWorkbookTables(file, {}).map(({ sheet, rows }) => ({
    sheet,
    rows: [...rows({})].map(({ cells }) => [...cells]),
  }));
}

function* manyRows(count: number, taken: (row: number) => void = () => {}): Generator<Cell[]> {
  for (let row = 1; row <= count; row++) {
    taken(row);
    yield [`33043700${row}`, row, row % 7, 0.5, AT_MS + row * 1000];
  }
}

describe('A workbook that is written row by row', () => {
  it('reads back as it was written, each kind of cell in its own way', () => {
    const rows: Cell[][] = [
      ['3304370000000000001', 102050, 3, 0.125, AT_MS],
      [null, null, null, null, null],
      ['=1+1', -5, 0, 1, null],
    ];
    expect(saveTable(path, { name: '订单', columns: COLUMNS, rows })).toEqual({ rows: 3 });
    expect(sheetsOf(path)).toEqual([
      {
        sheet: '订单',
        rows: [
          COLUMNS.map(({ header }) => header),
          ['3304370000000000001', '1020.5', '3', '0.125', '2026-06-10 08:00:00'],
          [],
          ['=1+1', '-0.05', '0', '1'],
        ],
      },
    ]);
  });

  it('keeps every text, whatever signs are in it', () => {
    const textOf = fc.oneof(
      fc.string({ unit: 'binary', minLength: 1 }),
      fc.string({
        unit: fc.constantFrom('_', 'x', '0', '4', '1', '<', '&', '"', '\n', ' ', '\u0001'),
        minLength: 1,
      }),
    );
    fc.assert(
      fc.property(fc.array(textOf, { minLength: 1, maxLength: 20 }), (texts) => {
        const table = {
          name: 'x',
          columns: [{ header: 'a', kind: 'text' as const }],
          rows: texts.map((one) => [one]),
        };
        saveTable(path, table);
        const [sheet] = sheetsOf(path);
        expect(sheet?.rows.slice(1)).toEqual(texts.map((one) => [one.toWellFormed()]));
      }),
      // Each run writes a file and reads it back.
      { numRuns: 30 },
    );
  });

  it('goes on on a further sheet where one is full, each with its headers', () => {
    const table = { name: '订单'.repeat(20), columns: COLUMNS, rows: manyRows(7) };
    saveInPieces(path, (append) => writeWorkbook(table, append, 4));
    const sheets = sheetsOf(path);
    expect(sheets.map(({ sheet, rows }) => [sheet, rows.length])).toEqual([
      ['订单'.repeat(20).slice(0, 31), 4],
      [`${'订单'.repeat(20).slice(0, 27)} (2)`, 4],
      [`${'订单'.repeat(20).slice(0, 27)} (3)`, 2],
    ]);
    expect(sheets.flatMap(({ rows }) => rows.slice(1).map(([no]) => no))).toEqual(
      [...manyRows(7)].map(([no]) => no),
    );
    expect(sheets.map(({ rows }) => rows[0]?.[0])).toEqual(['订单编号', '订单编号', '订单编号']);
  });

  it('is a workbook also without rows', () => {
    saveTable(path, { name: '订单', columns: COLUMNS, rows: [] });
    expect(sheetsOf(path)[0]?.rows).toEqual([COLUMNS.map(({ header }) => header)]);
  });

  it.each(['xlsx', 'csv'])('holds a few rows of a long .%s in memory, and never all', (ending) => {
    const count = 200_000;
    let [most, atStart] = [0, 0];
    const target = join(folder, `long.${ending}`);
    const held = () => {
      const { heapUsed, external } = process.memoryUsage();
      return heapUsed + external;
    };
    const rows = manyRows(count, (row) => {
      if (row === 20_000) atStart = held();
      if (row > 20_000 && row % 10_000 === 0) most = Math.max(most, held());
    });
    const progress: number[] = [];
    const watch = { shouldStop: () => false, onProgress: (done: number) => void progress.push(done) };
    const table = { name: '订单', columns: COLUMNS, rows, rowCount: count };
    expect(saveTable(target, table, watch)).toEqual({ rows: count });
    // All rows as objects and as XML take several hundred MB; what is not collected yet takes some.
    expect(most - atStart).toBeLessThan(100 * MB);
    expect(progress.length).toBeGreaterThan(300);
    expect(progress.at(-1)).toBe(count);
    expect(readdirSync(folder)).toEqual([`long.${ending}`]);
  });

  it('leaves nothing behind when it is cancelled, and the file of before as it was', () => {
    saveTable(path, { name: '订单', columns: COLUMNS, rows: manyRows(2) });
    let looks = 0;
    const watch = { shouldStop: () => ++looks > 3, onProgress: () => {} };
    const table = { name: '订单', columns: COLUMNS, rows: manyRows(10_000) };
    expect(() => saveTable(path, table, watch)).toThrow(StoppedError);
    expect(readdirSync(folder)).toEqual(['table.xlsx']);
    expect(sheetsOf(path)[0]?.rows).toHaveLength(3);
  });

  it('throws on what goes wrong in reading, and keeps no half of a file', () => {
    function* broken(): Generator<Cell[]> {
      yield* manyRows(1000);
      throw new Error('The store is damaged');
    }
    expect(() => saveTable(path, { name: '订单', columns: COLUMNS, rows: broken() })).toThrow('damaged');
    expect(existsSync(path)).toBe(false);
    expect(readdirSync(folder)).toEqual([]);
  });
});

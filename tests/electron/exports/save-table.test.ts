import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { toCsv } from '../../../electron/exports/csv.ts';
import { saveTable } from '../../../electron/exports/save-table.ts';
import type { Cell, Table } from '../../../electron/exports/table.ts';
import { listTables } from '../../../electron/imports/reading/list-tables.ts';
import { readExport } from '../imports/reading/read-one.ts';

const ORDERS: Table = {
  name: '订单',
  columns: [
    { header: '订单编号', kind: 'text' },
    { header: '买家会员名', kind: 'text' },
    { header: '总金额', kind: 'money' },
    { header: '订单创建时间', kind: 'time' },
    { header: '订单状态', kind: 'text' },
  ],
  rows: [
    ['3304370000000000001', '山间一壶茶', 102050, Date.parse('2026-06-10T08:00:00+08:00'), '等待买家付款'],
    ['3304370000000000002', '=HYPERLINK("http://x","点")', 4100, null, '交易成功'],
  ],
};

describe('P10: exports open right in Excel and run no formula', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'xiaoer-export-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  function readBack(path: string) {
    const reading = readExport(path, {});
    if (reading.kind === 'unreadable') throw new Error(reading.reason);
    return [...reading.rows()].map((row) => (row.kind === 'record' ? row.record : row));
  }

  it.each(['orders.xlsx', 'orders.csv'])(
    'writes %s so that our own import reads the same back',
    async (name) => {
      const path = join(folder, name);
      saveTable(path, ORDERS);
      expect(readBack(path)).toMatchObject([
        {
          no: '3304370000000000001',
          fields: { customerNick: '山间一壶茶', payableFen: 102050, status: 'unpaid' },
        },
        { no: '3304370000000000002', fields: { payableFen: 4100, status: 'completed' } },
      ]);
    },
  );

  it('brings back every sign that XML cannot hold, in a workbook', () => {
    const units = fc.constantFrom(
      '\0',
      '\b',
      '\r',
      '\uD83D',
      '\uDE00',
      '\uFFFE',
      '_x000D_',
      '_x',
      '中',
      '😀',
      '&',
    );
    fc.assert(
      fc.property(fc.string({ unit: units, minLength: 1, maxLength: 12 }), (text) => {
        const path = join(folder, 'signs.xlsx');
        const header = { header: '话术内容', kind: 'text' as const };
        saveTable(path, { name: '话术', columns: [header], rows: [[`a${text}b`]] });
        const listed = listTables(path, {});
        const [table] = listed.kind === 'tables' ? listed.tables : [];
        const [, row] = [...(table?.head() ?? [])];
        expect(row?.cells).toEqual([`a${text}b`]);
      }),
      { numRuns: 60 },
    );
  });

  it('F21 of the field: writes no cell that is longer than Excel takes, and says so in it', () => {
    const path = join(folder, 'long.xlsx');
    const long = '备注'.repeat(20_000);
    const order = (nick: string): Cell[] => ['3304370000000000001', nick, 4100, null, '交易成功'];
    saveTable(path, { ...ORDERS, rows: [order(long), order('山间一壶茶')] });
    const [first, second] = readBack(path);
    expect(first).toMatchObject({
      fields: { customerNick: expect.stringMatching(/^(?:备注){16000,16383}备?……（内容过长，以下未导出）$/) },
    });
    expect(second).toMatchObject({ fields: { customerNick: '山间一壶茶' } });
  });

  it('begins a CSV with the byte order mark and keeps long numbers text', () => {
    const csv = toCsv(ORDERS);
    expect(csv.startsWith('\uFEFF订单编号,')).toBe(true);
    expect(csv).toContain('3304370000000000001\t,');
    expect(csv).toContain('2026-06-10 08:00:00');
  });

  it('lets no text cell of a CSV begin as a formula', () => {
    fc.assert(
      fc.property(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝'), fc.string(), (start, rest) => {
        const csv = toCsv({ name: 'x', columns: [{ header: 'a', kind: 'text' }], rows: [[start + rest]] });
        const cell = csv.slice('\uFEFFa\r\n'.length);
        expect(cell.replace(/^"/, '').startsWith("'")).toBe(true);
      }),
    );
  });

  it('says what to do when the file cannot be written, and leaves nothing half done', async () => {
    expect(() => saveTable(join(folder, 'no', 'a.csv'), ORDERS)).toThrow('无法写入');
    expect(() => saveTable(join(folder, 'a.pdf'), ORDERS)).toThrow('.xlsx 或 .csv');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says how far it is: of a list always how many rows there are, else only where somebody knows', () => {
    const tellOf = (table: Table) => {
      const told: (number | null)[][] = [];
      const onProgress = (done: number, total: number | null) => void told.push([done, total]);
      saveTable(join(folder, 'a.csv'), table, { shouldStop: () => false, onProgress });
      return told;
    };
    expect(tellOf(ORDERS)).toEqual([
      [0, 2],
      [2, 2],
    ]);
    const { name, columns, rows } = ORDERS;
    expect(tellOf({ name, columns, rows: new Set(rows), rowCount: 2 })[0]).toEqual([0, 2]);
    expect(tellOf({ name, columns, rows: new Set(rows) })[0]).toEqual([0, null]);
  });

  it('replaces an earlier export whole', async () => {
    const path = join(folder, 'a.csv');
    saveTable(path, ORDERS);
    saveTable(path, { ...ORDERS, rows: [] });
    expect(readFileSync(path, 'utf8').trim()).toBe(
      '\uFEFF订单编号,买家会员名,总金额,订单创建时间,订单状态'.trim(),
    );
  });
});

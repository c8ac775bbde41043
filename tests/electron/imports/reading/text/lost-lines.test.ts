import * as fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { readCsvRows } from '../../../../../electron/imports/reading/text/csv-rows.ts';
import { createExportFolder, toCsv } from '../../../../support/export-files.ts';
import { ordersOf, rejectionsOf, rowsOf } from '../read-one.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const HEADER = ['订单编号', '订单状态', '总金额', '订单创建时间', '买家留言', '商家备注'];
const numberOf = (index: number) => `33043700000000000${String(index).padStart(2, '0')}`;
const aRow = (index: number, message = '尽快') => [
  numberOf(index),
  '买家已付款,等待卖家发货',
  '89.00',
  '2026-06-09 22:10:03',
  message,
  '',
];
const linesOf = (count: number, quotes: 'all' | 'needed') =>
  toCsv([HEADER, ...Array.from({ length: count }, (_, index) => aRow(index + 1))], {
    quotes,
    eol: '\n',
    hasFinalEol: false,
  }).split('\n');

/** The numbers of the orders that were taken, and of the rows that were rejected. */
function readLines(lines: readonly string[]) {
  const rows = rowsOf(folder.writeText(`${lines.join('\n')}\n`));
  return {
    taken: rows.flatMap((row) => (row.kind === 'record' ? [row.record.row] : [])),
    rejected: rows.flatMap((row) => (row.kind === 'rejected' ? [row.rejected.row] : [])),
  };
}

describe('F12 of the attack: rows are lines, whatever becomes of the quotes', () => {
  it('names the line that a stray quote has swallowed, and takes the one behind it', () => {
    const lines = linesOf(5, 'all');
    lines[2] = lines[2]?.replace('"尽快"', '""急单"请快点"') ?? '';
    const path = folder.writeText(`${lines.join('\n')}\n`);
    expect(ordersOf(folder.writeText(`${linesOf(5, 'all').join('\n')}\n`))).toHaveLength(5);
    const { taken, rejected } = readLines(lines);
    expect([...taken, ...rejected].toSorted((a, b) => a - b)).toEqual([2, 3, 4, 5, 6]);
    expect(taken).toContain(4);
    for (const { reason } of rejectionsOf(path)) expect(reason).toMatch(/引号没有成对/);
  });

  it.each(['all', 'needed'] as const)(
    'counts every line of 40 000 with a lost quote in every second (%s)',
    (quotes) => {
      const lines = linesOf(40, quotes);
      const many = Array.from({ length: 40_000 }, (_, index) => {
        const line = lines[1 + (index % 40)] ?? '';
        return index % 2 === 0 ? line.replace('尽快', '"尽快') : line;
      });
      const { taken, rejected } = readLines([lines[0] ?? '', ...many]);
      expect(taken.length + rejected.length).toBe(40_000);
      expect(taken.length).toBeGreaterThanOrEqual(20_000);
    },
  );

  it('reads as many rows as there are lines, after any three quotes were put in or taken out', () => {
    const mutation = fc.record({ at: fc.nat(), isLoss: fc.boolean() });
    const quotes = fc.constantFrom('all' as const, 'needed' as const);
    fc.assert(
      fc.property(quotes, fc.array(mutation, { minLength: 1, maxLength: 3 }), (how, mutations) => {
        const [header = '', ...lines] = linesOf(12, how);
        let text = lines.join('\n');
        for (const { at, isLoss } of mutations) {
          const places = isLoss
            ? [...text.matchAll(/"/g)].map(({ index }) => index)
            : Array.from(text, (_sign, index) => index);
          const place = places[at % Math.max(1, places.length)] ?? 0;
          text = isLoss
            ? text.slice(0, place) + text.slice(place + 1)
            : `${text.slice(0, place)}"${text.slice(place)}`;
        }
        const rows = [...readCsvRows([`${header}\n${text}\n`], ',')];
        expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 13 }, (_, index) => index + 1));
        // An order is taken with its own line, never with that of another.
        const taken = rows
          .slice(1)
          .filter(({ damage, cells }) => damage === undefined && cells[0]?.length === 19);
        expect(taken.map(({ cells }) => cells[0])).toEqual(taken.map(({ row }) => numberOf(row - 1)));
      }),
      { numRuns: 2000 },
    );
  });

  it('refuses a row whose lost quote has joined two of its own cells', () => {
    const lines = linesOf(3, 'all');
    lines[2] = lines[2]?.replace('"89.00",', '"89.00,') ?? '';
    expect(readLines(lines)).toEqual({ taken: [2, 4], rejected: [3] });
  });

  it('keeps a message of several lines, also one that holds quotes, commas and order numbers', () => {
    const messages = ['第一行\n第二行,"急"\n\n', `合并发货\n${numberOf(9)},${numberOf(8)}`, 'a,b,c,d\n1,2'];
    const grid = [HEADER, ...messages.map((message, index) => aRow(index + 1, message)), aRow(4)];
    const orders = ordersOf(folder.writeCsv(grid, { quotes: 'all' }));
    expect(orders.map(({ fields }) => fields.customerMessage)).toEqual([
      ...messages.map((message) => message.trim()),
      '尽快',
    ]);
  });

  it('keeps the lines of the first cell together, whatever the first column is', () => {
    const header = ['买家留言', ...HEADER.slice(0, 4), '甲', '乙', '丙', '丁', '戊'];
    const line = (message: string, index: number) => [
      message,
      ...aRow(index).slice(0, 4),
      'a',
      'b',
      'c',
      'd',
      'e',
    ];
    const sign = fc.constantFrom(',', '\n', '\r\n', '"', '行', '快');
    const message = fc.oneof(fc.string({ unit: sign, maxLength: 8 }), fc.constant(`\n${numberOf(9)}`));
    fc.assert(
      fc.property(fc.array(message, { minLength: 1, maxLength: 5 }), (messages) => {
        const grid = [header, ...messages.map(line)];
        const rows = [...readCsvRows([toCsv(grid, { quotes: 'needed' })], ',')];
        expect(rows).toEqual(grid.map((cells, index) => ({ row: index + 1, cells })));
      }),
    );
  });

  it('keeps a message with quotes that were not doubled, where its row is whole', () => {
    const lines = linesOf(3, 'all');
    lines[2] = lines[2]?.replace('尽快', '他说"好"的\n谢谢') ?? '';
    const rows = ordersOf(folder.writeText(`${lines.join('\n')}\n`));
    expect(rows.map(({ fields }) => fields.customerMessage)).toEqual(['尽快', '他说"好"的\n谢谢', '尽快']);
  });
});

describe('F14 of the field: bytes that say nothing', () => {
  it('drops a stray empty byte', () => {
    const lines = linesOf(2, 'needed');
    lines[1] = lines[1]?.replace('尽快', '尽\0快') ?? '';
    for (const encoding of ['gb18030', 'utf-8', 'utf-8-bom'] as const) {
      const orders = ordersOf(folder.writeText(`${lines.join('\n')}\n`, encoding));
      expect(orders.map(({ fields }) => fields.customerMessage)).toEqual(['尽快', '尽快']);
    }
  });

  it('names a part of the file that is empty bytes, as an interrupted download leaves it', () => {
    const lines = linesOf(60, 'needed');
    const whole = `${lines.join('\n')}\n`;
    const path = folder.writeText(`${whole}${'\0'.repeat(100)}`);
    expect(ordersOf(folder.writeText(whole))).toHaveLength(60);
    expect(rejectionsOf(path)).toEqual([
      expect.objectContaining({ row: 62, reason: expect.stringContaining('没有下载完整') }),
    ]);
  });
});

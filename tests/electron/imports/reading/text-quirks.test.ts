import * as fc from 'fast-check';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import {
  type CsvStyle,
  createExportFolder,
  type ExportEncoding,
  exportGrid,
  rowUnder,
  toCsv,
} from '../../../support/export-files.ts';
import { headerOf } from '../../../support/export-headers.ts';
import { ordersOf, readable, reasonOf, rejectionsOf, rowsOf } from './read-one.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const ENCODINGS: readonly ExportEncoding[] = [
  'gb18030',
  'utf-8',
  'utf-8-bom',
  'utf-16le',
  'utf-16le-bom',
  'utf-16be-bom',
];

describe('Q1: encodings, delimiters and line ends', () => {
  const grid = exportGrid('ERA_B', [{ 买家留言: '请发顺丰，急！', 买家会员名: '𠮷野家㐀' }]);
  const styles = ENCODINGS.flatMap((encoding) =>
    ([',', '\t', ';'] as const).flatMap((delimiter) =>
      (['\r\n', '\n', '\r'] as const).map((eol): [CsvStyle] => [{ encoding, delimiter, eol }]),
    ),
  );

  it.each(styles)('%o', (style) => {
    const [order] = ordersOf(folder.writeCsv(grid, style));
    expect(order?.fields).toMatchObject({
      customerNick: '𠮷野家㐀',
      customerMessage: '请发顺丰，急！',
      payableFen: 6980,
    });
  });

  it.each(ENCODINGS)(
    '%s: characters, quotes and line ends may fall anywhere between two pieces of the file',
    (encoding) => {
      const message = '请发顺丰，急！\r\n"𠮷"';
      for (const shift of [0, 1, 2, 3]) {
        const rows = Array.from({ length: 600 }, () => ({
          买家留言: message,
          买家会员名: `𠮷野家${'a'.repeat(shift)}`,
        }));
        const orders = ordersOf(folder.writeCsv(exportGrid('ERA_B', rows), { encoding, quotes: 'all' }));
        expect(orders).toHaveLength(600);
        expect(new Set(orders.map(({ fields }) => fields.customerMessage))).toEqual(new Set([message]));
        expect(new Set(orders.map(({ fields }) => fields.customerNick)).size).toBe(1);
      }
    },
  );

  it('reads UTF-8 with one broken byte as UTF-8', () => {
    const bytes = iconv.encode(toCsv(grid), 'utf8');
    bytes[bytes.indexOf(iconv.encode('请发', 'utf8'))] = 0xff;
    expect(ordersOf(folder.write(bytes))[0]?.fields.payableFen).toBe(6980);
  });

  it('reads a GB18030 file whose head is plain ASCII', () => {
    const path = folder.writeText(`${'-\n'.repeat(3)}${toCsv(grid)}`);
    expect(ordersOf(path)[0]?.fields.receiverName).toBe('林小满');
  });
});

describe('Q2–Q9, Q14, Q17–Q19: quirks of text exports', () => {
  it('Q2, Q3: unwraps ="…" written outside, inside and around nothing', () => {
    const text =
      '订单编号,订单状态,总金额,支付单号\n="30012345678901234",交易成功,1.00,=""\n"=""30012345678901235""",交易成功,1.00,="a,b"\n';
    expect(ordersOf(folder.writeText(text)).map(({ no, fields }) => [no, fields.paymentNo])).toEqual([
      ['30012345678901234', null],
      ['30012345678901235', 'a,b'],
    ]);
  });

  it('Q4–Q6, Q9: strips apostrophes, TABs and blanks, and knows what means nothing', () => {
    const header = ['订单编号', '订单状态', '总金额', '联系手机', '订单备注', '买家留言'];
    const empties = ['', 'null', 'None', '#NULL!', '--', '-', "''", '\t', "'-", '　'];
    const rows = empties.map((empty) => [
      '\t30012345678901234 ',
      '交易成功',
      '1.00',
      "'13900000001",
      "'申通",
      empty,
    ]);
    const orders = ordersOf(folder.writeCsv([header, ...rows], { quotes: 'all' }));
    expect(orders).toHaveLength(empties.length);
    for (const { no, fields } of orders) {
      expect(no).toBe('30012345678901234');
      expect(fields).toMatchObject({ receiverMobile: '13900000001', memo: '申通', customerMessage: null });
    }
  });

  it('Q8: drops empty cells beyond the header', () => {
    const [header = [], row = []] = exportGrid('ERA_B');
    expect(ordersOf(folder.writeCsv([header, [...row, '', ' ']]))).toHaveLength(1);
  });

  it('Q14: finds the header below titles and notes', () => {
    const grid = exportGrid('ERA_E_9');
    const notes = [['店铺：示例旗舰店', '导出时间：2026-06-10'], [], ['说明：订单状态见第五列'], ['']];
    const [order] = ordersOf(folder.writeCsv([...notes, ...grid]));
    expect(order).toMatchObject({ row: 6, no: '3304370000000000001' });
  });

  it('folds the width, case and blanks of headers', () => {
    const text =
      '订单编号,订单状态,商品属性ｓｋｕ,总金额（旧版）\n30012345678901234,交易成功,颜色:红,69.80\n';
    expect(ordersOf(folder.writeText(text))[0]?.fields).toMatchObject({ sku: '颜色：红', payableFen: 6980 });
    const douyin =
      '主订单编号,子订单编号,订单提交时间,建议发货时间（起）\n6900000000000000001,6900000000000000001,2026-06-09 10:00:00,-\n';
    expect(readable(folder.writeText(douyin, 'utf-8-bom')).unknownColumns).toEqual([]);
  });

  it('Q19: keeps line breaks, quotes and delimiters inside a cell', () => {
    const message = '第一行\r\n第二行 "急",\n第三行';
    const grid = exportGrid('ERA_B', [{ 买家留言: message }, { 订单编号: '3304370000000000009' }]);
    const orders = ordersOf(folder.writeCsv(grid, { quotes: 'all', hasFormulaIds: true }));
    expect(orders.map(({ row, fields }) => [row, fields.customerMessage])).toEqual([
      [2, message],
      [3, null],
    ]);
  });

  it('keeps unknown columns and both of two columns with one name', () => {
    const header = ['订单编号', '订单状态', '总金额', '备用', '备用', '', '店主自己的列'];
    const path = folder.writeCsv([header, ['30012345678901234', '交易成功', '1.00', 'a', 'b', 'c', 'd']]);
    expect(readable(path).unknownColumns).toEqual(['备用', '备用', '店主自己的列']);
    expect(ordersOf(path)[0]?.extra).toEqual({ 备用: 'a', '备用(2)': 'b', 第6列: 'c', 店主自己的列: 'd' });
  });

  it('takes the first filled of two columns with one known name', () => {
    const header = ['订单编号', '订单状态', '商家备注', '商家备注'];
    const grid = [
      header,
      ['30012345678901234', '交易成功', '', '加急'],
      ['30012345678901235', '交易成功', '甲', '甲'],
    ];
    expect(ordersOf(folder.writeCsv(grid)).map(({ fields }) => fields.memo)).toEqual(['加急', '甲']);
  });

  it('reads two columns when the agent exported nothing else', () => {
    const path = folder.writeText('订单编号,商家备注\n30012345678901234,加急\n');
    expect(ordersOf(path)[0]?.fields).toEqual({ memo: '加急' });
  });

  it('skips empty rows, sums and a repeated header without counting them', () => {
    const [header = [], row = []] = exportGrid('ERA_E_9');
    const sum = rowUnder(header, { 订单编号: '合计', 买家实付金额: '69.80', 订单状态: '' });
    const grid = [header, row, [], header.map(() => ''), header, row, sum, ['', '', '汇总：2 笔']];
    expect(rowsOf(folder.writeCsv(grid)).map((one) => one.kind)).toEqual(['record', 'record']);
  });

  it('says that a file with a header only has no rows, by giving none', () => {
    expect(rowsOf(folder.writeCsv([headerOf('ERA_B')]))).toEqual([]);
    expect(reasonOf(folder.writeText('订单编号'))).toMatch(/缺少|没有/);
  });
});

describe('Q1: UTF-16 without a mark', () => {
  it('is known also by words that hold a zero byte themselves', () => {
    const columns = ['订单状态', '退款金额', '订单编号', '买家留言', '是否是O2O交易'];
    const grid = [columns, rowUnder(columns, { 买家留言: '退一退，留言' })];
    const [order] = ordersOf(folder.writeCsv(grid, { encoding: 'utf-16le' }));
    expect(order?.fields.customerMessage).toBe('退一退，留言');
  });
});

describe('Q20: any columns in any order', () => {
  it('gives the same fields for a shuffled subset', () => {
    const header = headerOf('ERA_B').map((name) => name.trim());
    const [whole] = ordersOf(folder.writeCsv(exportGrid('ERA_B')));
    const subsets = fc.shuffledSubarray(header.slice(1), { minLength: 3 });
    fc.assert(
      fc.property(subsets, fc.constantFrom(...ENCODINGS), (names, encoding) => {
        // The number anywhere among the others.
        const columns = [...names.slice(2), '订单编号', ...names.slice(0, 2)];
        const path = folder.writeCsv([columns, rowUnder(columns)], { encoding });
        const [order] = ordersOf(path);
        expect(order?.no).toBe(whole?.no);
        for (const [field, value] of Object.entries(order?.fields ?? {})) {
          // The amount owed is added up from two other columns when 总金额 is left out.
          expect([field, value]).toEqual([field, whole?.fields[field as keyof typeof whole.fields]]);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('rows that were torn', () => {
  const header = ['订单编号', '订单状态', '总金额', '买家留言'];
  const line = (no: number) => `"3001234567890${no}","交易成功","1.00","好"\n`;

  it('refuses the last row of a file cut inside quotes', () => {
    const path = folder.writeText(
      `${header.join(',')}\n${line(1001)}"30012345678901002","交易成功","1.00","好`,
    );
    expect(rejectionsOf(path)).toEqual([
      expect.objectContaining({ row: 3, reason: expect.stringContaining('文件可能不完整') }),
    ]);
  });

  it('refuses the last row of a file cut between cells', () => {
    const path = folder.writeText(
      `${header.join(',')}\n30012345678901001,交易成功,1.00,好\n30012345678901002,交易成功,1`,
    );
    expect(rejectionsOf(path)).toEqual([
      expect.objectContaining({ row: 3, reason: expect.stringContaining('截断') }),
    ]);
  });

  it('loses one row, not the file, to a quote that is never closed', () => {
    const lines = Array.from({ length: 40 }, (_, at) => line(1100 + at));
    lines[10] = '"30012345678901110","交易成功","1.00","好\n';
    const rows = rowsOf(folder.writeText(`${header.join(',')}\n${lines.join('')}`));
    expect(rows.filter(({ kind }) => kind === 'record')).toHaveLength(39);
    expect(rows.flatMap((row) => (row.kind === 'rejected' ? [row.rejected.row] : []))).toEqual([12]);
  });

  it('loses one row to a quote opened in a file without quotes', () => {
    const lines = Array.from(
      { length: 40 },
      (_, at) => `300123456789011${at + 10},交易成功,1.00,${at === 20 ? '"急' : '好'}\n`,
    );
    const rows = rowsOf(folder.writeText(`${header.join(',')}\n${lines.join('')}`));
    expect(rows.filter(({ kind }) => kind === 'record')).toHaveLength(39);
  });

  it('refuses a row with more filled cells than the header', () => {
    const path = folder.writeText(`${header.join(',')}\n30012345678901001,交易成功,1.00,好,在吗\n`);
    expect(rejectionsOf(path)).toEqual([
      { row: 2, column: '第5列', value: '在吗', reason: expect.stringContaining('列数比表头多') },
    ]);
  });

  it('reads a short row as having empty cells at its end', () => {
    const path = folder.writeText(`${header.join(',')}\n30012345678901001,交易成功\n`);
    expect(ordersOf(path)[0]?.fields).toMatchObject({ customerMessage: null, payableFen: null });
  });

  it('hands a refused row back as it was, without identity papers', () => {
    const path = folder.writeText('订单号,订单状态,商品,身份证号码\n"1,2",待发货,水杯,330100X\n');
    const [row] = rowsOf(path);
    expect(row).toMatchObject({ kind: 'rejected', cells: ['1,2', '待发货', '水杯', ''] });
    expect(readable(path).header()).toEqual(['订单号', '订单状态', '商品', '身份证号码']);
  });
});

import { readFileSync } from 'node:fs';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, it } from 'vitest';
import type { SheetScript } from '../../../electron/script-exchange/reading/script-row.ts';
import { encodeGb18030, isInGb18030 } from '../../../electron/script-exchange/writing/gb18030.ts';
import { phraseNotes, unsaidFields } from '../../../electron/script-exchange/writing/write-phrases.ts';
import { FOR_ALL } from '../../../shared/domain/scripts/script.ts';
import { createExportFolder } from '../../support/export-files.ts';
import { aScript } from '../../support/records/a-script.ts';
import { buildXlsx } from '../../support/xlsx-files.ts';
import { openFile, rowsOf, writeScripts } from './exchange-files.ts';

const files = createExportFolder();
afterAll(() => files.remove());

const QIANNIU = [
  '快捷短语编码,快捷短语,快捷短语分组',
  '01,您好，我是客服小满，请问有什么可以帮您？,问候',
  'fh,"亲，48小时内发货哦~',
  '默认中通/圆通，不指定快递","发货物流"',
  'kp,"发票请在""订单详情-申请开票""提交，3个工作日内开出",售后',
  'zj,"\t亲，方便的话给个五星好评/:^_^",',
  ',,',
  'wl,亲，稍等我帮您查下物流',
].join('\r\n');

const V3 = [
  '最初3行的内容请勿改动(V3)！！！',
  '"\t示例旗舰店"',
  '分组,快捷编码,标题,内容,图片名,程序数据（手工新增词条时，本字段留空即可）',
  '"\t发货=>催发货","\tcf","\t催发","\t亲，今天下午统一发出~","\t",""',
  '"\t尺码","\tcm","\t","\t按平时尺码拍即可，附尺码表","\tcm01.jpg",""',
  '"\t","\t_01_","\t","\t您好","\t",""',
].join('\r\n');

const read = (path: string) => rowsOf(path).map(({ script }) => script);

function aSheetScript(overrides: Parameters<typeof aScript>[0], groupPath: string[] = []): SheetScript {
  return { script: aScript(overrides), groupPath, scope: FOR_ALL as { kind: 'all' } };
}

describe('Importing scripts: the file of 千牛', () => {
  it('is read in GB18030, with lines, quotes, a leading TAB and a missing group', () => {
    expect(read(files.writeText(QIANNIU, 'gb18030'))).toEqual([
      { row: 2, code: '01', parts: ['您好，我是客服小满，请问有什么可以帮您？'], groupPath: ['问候'] },
      {
        row: 3,
        code: 'fh',
        parts: ['亲，48小时内发货哦~\n默认中通/圆通，不指定快递'],
        groupPath: ['发货物流'],
      },
      {
        row: 4,
        code: 'kp',
        parts: ['发票请在"订单详情-申请开票"提交，3个工作日内开出'],
        groupPath: ['售后'],
      },
      { row: 5, code: 'zj', parts: ['亲，方便的话给个五星好评/:^_^'], groupPath: [] },
      { row: 7, code: 'wl', parts: ['亲，稍等我帮您查下物流'] },
    ]);
  });

  it.each(['utf-8', 'utf-8-bom', 'utf-16le-bom'] as const)('is read in %s too', (encoding) => {
    const path = files.writeText(QIANNIU, encoding);
    expect(openFile(path).layout.format).toBe('qianniu');
    expect(read(path)).toHaveLength(5);
  });

  it('is known without its group column', () => {
    const path = files.writeText('快捷短语编码,快捷短语\r\n01,您好\r\n');
    expect(openFile(path).layout.format).toBe('qianniu');
    expect(read(path)).toEqual([{ row: 2, code: '01', parts: ['您好'] }]);
  });

  it('is written in GB18030 with the exact header, and runs no formula in a spreadsheet', async () => {
    const scripts = [
      aSheetScript({ code: '01', parts: ['您好', '第二段'] }, ['发货', '催发货']),
      aSheetScript({ code: 'gs', parts: ['=1+1'] }),
    ];
    const path = await writeScripts(files.write('').replace(/[^/\\]*$/, ''), 'qianniu', scripts);
    expect(iconv.decode(readFileSync(path), 'gb18030')).toBe(
      '快捷短语编码,快捷短语,快捷短语分组\r\n01,"您好\n———— 下一条 ————\n第二段",发货=>催发货\r\ngs,"\t=1+1",\r\n',
    );
    expect(phraseNotes('qianniu', scripts)).toEqual([
      { note: '多段合为一条，段间以分隔行隔开，导回时还原', codes: ['01'] },
      { note: '多级分组写作「上级=>下级」，导回时还原', codes: ['01'] },
    ]);
    expect(unsaidFields('qianniu', scripts)).toEqual(['标题']);
  });
});

describe('Importing scripts: the V3 file', () => {
  it('has nested groups, titles, pictures, and codes that come back from what V3 allows', () => {
    const path = files.writeText(V3, 'gb18030');
    expect(openFile(path).layout.format).toBe('v3');
    expect(rowsOf(path)).toEqual([
      {
        script: {
          row: 4,
          code: 'cf',
          parts: ['亲，今天下午统一发出~'],
          title: '催发',
          groupPath: ['发货', '催发货'],
        },
        fault: null,
        notes: [],
      },
      {
        script: {
          row: 5,
          code: 'cm',
          parts: ['按平时尺码拍即可，附尺码表', '{图片:cm01.jpg}'],
          groupPath: ['尺码'],
        },
        fault: null,
        notes: [],
      },
      {
        script: { row: 6, code: '01', parts: ['您好'], groupPath: [] },
        fault: null,
        notes: ['编码 _01_ 还原为 01'],
      },
    ]);
  });

  it('is read in its older layout, which has no title', () => {
    const old =
      '最初3行的内容请勿改动！！！\r\n"\t店"\r\n分组,快捷编码,内容,图片名,程序数据\r\n"\t发货＝>催","\tcf","\t好的","\t",""\r\n';
    expect(read(files.writeText(old))).toEqual([
      { row: 4, code: 'cf', parts: ['好的'], groupPath: ['发货', '催'] },
    ]);
  });

  it('is written as the tool writes it, every code without digits at its ends', async () => {
    const scripts = [
      aSheetScript({ code: '01', title: '问好', parts: ['您好', '{图片:cm01.jpg}'] }, ['尺码']),
    ];
    const path = await writeScripts(files.write('').replace(/[^/\\]*$/, ''), 'v3', scripts);
    expect(readFileSync(path, 'utf8')).toBe(
      `\ufeff${[
        '最初3行的内容请勿改动(V3)！！！',
        '"\t示例旗舰店"',
        '分组,快捷编码,标题,内容,图片名,程序数据（手工新增词条时，本字段留空即可）',
        '"\t尺码","\t_01_","\t问好","\t您好","\tcm01.jpg",""',
        '',
      ].join('\r\n')}`,
    );
    expect(phraseNotes('v3', scripts)).toEqual([
      { note: '编码不能以数字开头或结尾，那一端加下划线，导回时还原', codes: ['01'] },
    ]);
  });
});

describe('Importing scripts: the file of 飞牛', () => {
  it('writes commas and line breaks as codes, and 未分组 for no group', () => {
    const text = '快捷编码,快捷短语,快捷短语分组\r\n1,您好&#44;请稍等&#13;马上来,未分组\r\n2,好的,售后\r\n';
    const path = files.writeText(text);
    expect(openFile(path).layout.format).toBe('feiniu');
    expect(read(path)).toEqual([
      { row: 2, code: '1', parts: ['您好,请稍等\n马上来'], groupPath: [] },
      { row: 3, code: '2', parts: ['好的'], groupPath: ['售后'] },
    ]);
  });

  it('says which scripts are beyond its limits', () => {
    const long = aSheetScript({ code: 'abcde', parts: ['字'.repeat(431)] }, ['一二三四五六七八九十一']);
    expect(phraseNotes('feiniu', [long]).map(({ note }) => note)).toEqual([
      '编码超过飞牛的 4 字',
      '内容超过飞牛的 430 字',
      '分组超过飞牛的 10 字',
    ]);
  });
});

describe('Importing scripts: a table of any columns', () => {
  it('finds the header below a title, and takes several columns for several parts', () => {
    const path = files.write(
      buildXlsx({
        sheets: [
          {
            name: 'Sheet1',
            rows: [
              ['客服部话术 2026', '', '', ''],
              ['编码', '内容1', '内容2', '一级分组'],
              ['hh', '您好', '请问有什么可以帮您', '问候'],
            ],
          },
        ],
      }),
      'a.xlsx',
    );
    expect(read(path)).toMatchObject([
      { row: 3, code: 'hh', parts: ['您好', '请问有什么可以帮您'], groupPath: ['问候'] },
    ]);
  });

  it('names the sheets of a workbook that it does not read, and why', () => {
    const header = ['编码', '内容', '分组'];
    const sheets = [
      { name: '售前', rows: [header, ['hh', '您好', '问候'], ['zj', '再见', '问候']] },
      { name: '售后', rows: [header, ['th', '退货地址', '退货']] },
      { name: '说明', rows: [['请勿修改本文件']] },
      { name: 'Sheet4', rows: [] },
    ];
    const path = files.write(buildXlsx({ sheets }), 'a.xlsx');
    expect(read(path)).toHaveLength(2);
    expect(openFile(path).leftOut).toEqual([
      { sheet: '售后', reason: '一次只读一张工作表，这次读的是「售前」；请另存为单独的文件导入' },
      { sheet: '说明', reason: '没有找到话术的列名（编码、内容、分组…）' },
    ]);
    expect(openFile(files.writeText('编码,内容\r\nhh,您好\r\n')).leftOut).toEqual([]);
  });

  it('is read as the agent says, where its columns have other names or none', () => {
    const path = files.writeText('甲,乙,丙\r\nhh,您好,问候\r\n');
    expect(openFile(path).layout.headerRow).toBe(0);
    const columns = ['code', 'content', 'group'] as const;
    expect(rowsOf(path, { columns: [...columns], hasHeader: true }).map(({ script }) => script)).toEqual([
      { row: 2, code: 'hh', parts: ['您好'], groupPath: ['问候'] },
    ]);
    expect(rowsOf(path, { columns: [...columns] })).toHaveLength(2);
  });

  it('knows its header by one name too, and leaves the others to the agent', () => {
    const { layout } = openFile(files.writeText('快捷键,应答,大类\r\nhh,您好,问候\r\n'));
    expect(layout).toMatchObject({ headerRow: 1, columns: ['code', null, null] });
  });

  it('takes off the apostrophe that Excel keeps in front of a formula', () => {
    const path = files.writeText("编码,内容\r\n'01,'=1+1\r\n");
    expect(read(path)).toMatchObject([{ code: '01', parts: ['=1+1'] }]);
  });

  it('names the row whose words a comma without quotes has cut (F18 of the field), and takes the next', () => {
    const header = '快捷短语编码,快捷短语,快捷短语分组';
    const rows = rowsOf(files.writeText(`${header}\r\n01,您好,48小时内发货,发货\r\n02,在的,问候\r\n`));
    expect(rows.map(({ script, fault }) => [script.row, fault?.reason.slice(0, 10) ?? null])).toEqual([
      [2, '这一行的列数比表头多'],
      [3, null],
    ]);
  });

  it('names the cell that it cannot take', () => {
    const path = files.writeText('编码,内容,适用场景\r\nhh,您好,乱写\r\n');
    expect(rowsOf(path)[0]?.fault).toEqual({
      column: '适用场景',
      value: '乱写',
      reason: '没有「乱写」这一项',
    });
  });
});

describe('GB18030', () => {
  it('is written as everybody else writes it', () => {
    const text = 'aZ9~ 您好，亲！￥€①ḿ㐀𠀀😀\ufffd\u0080ü';
    expect(Buffer.from(encodeGb18030(text)).toString('hex')).toBe(
      iconv.encode(text, 'gb18030').toString('hex'),
    );
    expect(isInGb18030(text)).toBe(true);
    expect(isInGb18030('\ud800')).toBe(false);
  });
});

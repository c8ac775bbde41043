import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanCell } from '../../../../../electron/imports/reading/cells/clean-cell.ts';
import { parseAmountFen } from '../../../../../electron/imports/reading/cells/parse-amount.ts';
import { parseCount } from '../../../../../electron/imports/reading/cells/parse-count.ts';
import { parseOrderNo } from '../../../../../electron/imports/reading/cells/parse-order-no.ts';
import {
  parseFlag,
  parseShippingInfo,
  tidyAddress,
  tidySku,
  tidyTrackingNo,
} from '../../../../../electron/imports/reading/cells/parse-text.ts';
import { parseDeadline, parseTime } from '../../../../../electron/imports/reading/cells/parse-time.ts';
import { Unreadable } from '../../../../../electron/imports/reading/cells/unreadable.ts';
import { formatBeijing } from '../../../../../shared/time/beijing.ts';

const SINCE_1900 = { isDate1904: false };

describe('Q10: amounts', () => {
  it.each<[string, number | null]>([
    ['88.00', 8800],
    ['0', 0],
    ['0元', 0],
    ['88.00元', 8800],
    ['￥20.00', 2000],
    ['¥ 20.5', 2050],
    ['1,089.00', 108900],
    ['１２.５０', 1250],
    ['1,234,567.8', 123456780],
    ['59.80000', 5980],
    ['59.800000000000004', 5980],
    ['59.799999999999997', 5980],
    ['12.', 1200],
    ['无退款申请', null],
  ])('%s → %s', (text, fen) => {
    expect(parseAmountFen(text)).toBe(fen);
  });

  it.each(['-1.00', '(1.00)', '1.005', 'abc', '1.2.3', '12,34', '1e3', '￥', '9'.repeat(20)])(
    'refuses %s',
    (text) => {
      expect(parseAmountFen(text)).toBeInstanceOf(Unreadable);
    },
  );

  it('gives back any amount in any writing', () => {
    const writings = fc.constantFrom<(yuan: string) => string>(
      (yuan) => yuan,
      (yuan) => `￥${yuan}`,
      (yuan) => `${yuan}元`,
      (yuan) => yuan.replace(/\B(?=(\d{3})+(?=\.))/g, ','),
      (yuan) => yuan.replace(/\.?0+$/, ''),
    );
    fc.assert(
      fc.property(fc.nat({ max: 2_000_000_000 }), writings, (fen, write) => {
        const yuan = `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
        const text = write(yuan);
        fc.pre(text !== '' && Number(text.replaceAll(/[^\d.]/g, '')) === fen / 100);
        expect(parseAmountFen(text)).toBe(fen);
      }),
    );
  });
});

describe('Q11: times', () => {
  const at = (iso: string) => Date.parse(`${iso}+08:00`);
  it.each([
    ['2017-07-08 00:42:32', at('2017-07-08T00:42:32')],
    ['2018/5/3 9:30', at('2018-05-03T09:30:00')],
    ['2018/5/3 9:30:05', at('2018-05-03T09:30:05')],
    ['2018-05-03 09:30', at('2018-05-03T09:30:00')],
    ['2026-06-09T22:10:03', at('2026-06-09T22:10:03')],
    ['2026-06-09T14:10:03Z', at('2026-06-09T22:10:03')],
    ['2026-06-09 22:10:03.0', at('2026-06-09T22:10:03')],
    ['2026-06-09', at('2026-06-09T00:00:00')],
    ['2026年6月9日 22:10', at('2026-06-09T22:10:00')],
    ['２０２６-０６-０９　２２：１０', at('2026-06-09T22:10:00')],
    // F19 of the field: as long as a plain time is.
    ['２０２６－０６－０９　２２：１０：０３', at('2026-06-09T22:10:03')],
    ['2026-06-09　22：10:03', at('2026-06-09T22:10:03')],
    ['2026/06/09 22:10:03', at('2026-06-09T22:10:03')],
    ['43223', at('2018-05-03T00:00:00')],
    ['43223.395833333336', at('2018-05-03T09:30:00')],
  ])('%s', (text, atMs) => {
    expect(parseTime(text, SINCE_1900)).toBe(atMs);
  });

  it('counts serial days from 1904 where the workbook says so', () => {
    expect(parseTime('41761.5', { isDate1904: true })).toBe(at('2018-05-03T12:00:00'));
  });

  it.each([
    '2026-02-30 10:00:00',
    '2026-13-01 10:00:00',
    '2026-06-09 24:00:00',
    '2026-06-09 10:60:00',
    '2026/2/30',
    '0000-00-00 00:00:00',
    '1026-06-09 10:00:00',
    '昨天',
    '12',
    '99999',
    '20:30',
  ])('refuses %s', (text) => {
    expect(parseTime(text, SINCE_1900)).toBeInstanceOf(Unreadable);
  });

  it('gives back any second of the century in each writing', () => {
    const seconds = fc.integer({
      min: at('2001-01-01T00:00:00') / 1000,
      max: at('2099-12-31T23:59:59') / 1000,
    });
    const unpadded = (text: string) => text.replaceAll('-', '/').replaceAll(/\b0(\d)(?=[/ ])/g, '$1');
    fc.assert(
      fc.property(seconds, (second) => {
        const text = formatBeijing(second * 1000);
        expect(parseTime(text, SINCE_1900)).toBe(second * 1000);
        expect(parseTime(text.replace(' ', 'T'), SINCE_1900)).toBe(second * 1000);
        expect(parseTime(unpadded(text), SINCE_1900)).toBe(second * 1000);
        const serial = (second * 1000 + 8 * 3_600_000) / 86_400_000 + 25_569;
        expect(parseTime(String(serial), SINCE_1900)).toBe(second * 1000);
      }),
    );
  });

  it('takes the earliest deadline of several sub-orders', () => {
    const text =
      '子订单3304370000000000003： 2026-06-11 09:32前 ; 子订单3304370000000000004： 2026-06-10 22:17前 ; ';
    expect(parseDeadline(text, SINCE_1900)).toBe(at('2026-06-10T22:17:00'));
    expect(parseDeadline('2026-06-10 22:17:00', SINCE_1900)).toBe(at('2026-06-10T22:17:00'));
    expect(parseDeadline('子订单1： 2026-02-30 22:17前', SINCE_1900)).toBeInstanceOf(Unreadable);
    expect(parseDeadline('尽快', SINCE_1900)).toBeInstanceOf(Unreadable);
  });
});

describe('Q16: numbers of orders', () => {
  it.each(['30012345678901234', '260517-600000000000001', '300000000001', 'JD123456'])('takes %s', (no) => {
    expect(parseOrderNo(no, '订单编号')).toBe(no);
  });

  it.each([
    ['3.30438E+18', /科学计数法.*重新导出/],
    ['3.30437E18', /科学计数法/],
    ['3.30437e+018', /科学计数法/],
    ['', /为空/],
    ['12345', /至少 6 位/],
    ['合同订单', /至少 6 位/],
    ['3304370000000000001,2', /至少 6 位/],
  ])('refuses %s', (no, reason) => {
    const parsed = parseOrderNo(no, '订单编号');
    expect(parsed instanceof Unreadable && parsed.reason).toMatch(reason);
  });
});

describe('the other cells', () => {
  it('counts in whole pieces', () => {
    expect(['0', '3', '12', '1,200', '2.0'].map(parseCount)).toEqual([0, 3, 12, 1200, 2]);
    for (const text of ['-1', '1.5', 'x', '']) expect(parseCount(text)).toBeInstanceOf(Unreadable);
  });

  it('Q18: tidies addresses and parcel numbers', () => {
    expect(tidyAddress('浙江省  杭州市\t余杭区 示例镇(000000)')).toBe('浙江省 杭州市 余杭区 示例镇');
    expect(tidyAddress('广东省 广州市(510180)')).toBe('广东省 广州市(510180)');
    expect(tidyTrackingNo('No:3830000000001')).toBe('3830000000001');
  });

  it('Q17: writes properties one way', () => {
    expect(tidySku('颜色分类：白色;尺码：大号')).toBe('颜色分类：白色;尺码：大号');
    expect(tidySku('颜色:红色;尺寸:M;')).toBe('颜色：红色;尺寸：M');
  });

  it('knows flags by colour and by 京东 level', () => {
    expect(['红', '黄色', '绿', '蓝旗', '紫', '灰', '1', '5'].map(parseFlag)).toEqual([
      'red',
      'yellow',
      'green',
      'blue',
      'purple',
      'grey',
      'red',
      'purple',
    ]);
    expect(parseFlag('彩虹')).toBeUndefined();
  });

  it('reads the first parcel of 快递信息', () => {
    expect(parseShippingInfo('SF0000000000001-顺丰速运,示例水杯')).toEqual({
      trackingNo: 'SF0000000000001',
      carrier: '顺丰速运',
    });
    expect(parseShippingInfo('无')).toBeUndefined();
  });

  it('Q9: leaves real text alone', () => {
    expect(['5-6', 'A', '0', '=5', 'nullable'].map(cleanCell)).toEqual(['5-6', 'A', '0', '=5', 'nullable']);
  });
});

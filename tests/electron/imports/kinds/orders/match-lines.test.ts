import { describe, expect, it } from 'vitest';
import {
  type KnownLine,
  type LineRow,
  matchLines,
} from '../../../../../electron/imports/kinds/orders/merging/match-lines.ts';

type Goods = { readonly quantity?: number; readonly sku?: string };

const line = (lineNo: string, title: string | null, { quantity = 1, sku }: Goods = {}): KnownLine => ({
  lineNo,
  title,
  quantity,
  sku: sku ?? null,
});
const row = (subNo: string | null, title: string, { quantity = 1, sku }: Goods = {}): LineRow => ({
  subNo,
  item: { title, quantity, sku: sku ?? null },
});

const isSettled = ({ title }: KnownLine, { item }: LineRow) => title === item.title;
const AT_THE_START = { firstPlace: 1, shown: new Set<string>() };

function matched(known: readonly KnownLine[], rows: readonly LineRow[], places = AT_THE_START) {
  return matchLines(known, rows, { ...places, isSettled }).map((match) => [
    match.lineNo,
    match.known?.lineNo ?? null,
  ]);
}

describe('X4: which known line a row of an item file is about', () => {
  it('numbers the lines of a classic file by place', () => {
    expect(matched([], [row(null, '积木'), row(null, '拼图')])).toEqual([
      ['#1', null],
      ['#2', null],
    ]);
  });

  it('puts sub-order numbers in the place of lines that had none, by what they are', () => {
    const known = [line('#1', '积木', { sku: '混色' }), line('#2', '拼图')];
    expect(matched(known, [row('902', '拼图'), row('901', '积木', { sku: '混色' })])).toEqual([
      ['902', '#2'],
      ['901', '#1'],
    ]);
  });

  it('goes by place where nothing else tells', () => {
    expect(
      matched([line('#1', '旧标题'), line('#2', null)], [row('901', '新标题'), row('902', '拼图')]),
    ).toEqual([
      ['901', '#1'],
      ['902', '#2'],
    ]);
  });

  it('does not double numbered lines by a classic file', () => {
    const known = [line('901', '积木'), line('902', '拼图')];
    expect(matched(known, [row(null, '改名的积木'), row(null, '拼图')])).toEqual([
      ['901', '901'],
      ['902', '902'],
    ]);
  });

  it('keeps twins apart', () => {
    expect(
      matched([line('#1', '水杯'), line('#2', '水杯')], [row('901', '水杯'), row('902', '水杯')]),
    ).toEqual([
      ['901', '#1'],
      ['902', '#2'],
    ]);
  });

  it('adds a sub-order that is new beside known ones', () => {
    expect(matched([line('901', '积木')], [row('902', '拼图')])).toEqual([['902', null]]);
  });

  it('never gives one number to two lines', () => {
    const known = [line('#2', '拼图')];
    expect(matched(known, [row(null, '拼图'), row(null, '积木')])).toEqual([
      ['#2', '#2'],
      ['#3', null],
    ]);
  });

  it('counts on where an order comes up again further down in the file', () => {
    expect(matched([], [row(null, '水杯')], { ...AT_THE_START, firstPlace: 3 })).toEqual([['#3', null]]);
  });

  it('knows a number that it has seen before', () => {
    const twice = [row('902', '水杯'), row('902', '水杯')];
    expect(matched([line('#1', '水杯'), line('#2', '水杯')], twice)).toEqual([
      ['902', '#1'],
      ['902', null],
    ]);
    expect(
      matched([line('#2', '水杯')], [row('902', '水杯')], { firstPlace: 2, shown: new Set(['902']) }),
    ).toEqual([['902', null]]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AgentId } from '../../../../shared/domain/ids.ts';
import { type ReadingRoster, readRosterSheet } from '../../../../shared/domain/roster/read-sheet.ts';
import { DEFAULT_SHIFTS } from '../../../../shared/domain/roster/shift-template.ts';
import '../../../support/property-seed.ts';

const reading: ReadingRoster = {
  month: '2026-06',
  agents: ['小满', '阿乔'].map((name) => ({ id: name as AgentId, name })),
  templates: DEFAULT_SHIFTS,
};
const read = (text: string, more: Partial<ReadingRoster> = {}) =>
  readRosterSheet(
    text
      .trim()
      .split('\n')
      .map((line, at) => ({ row: at + 1, cells: line.split(',') })),
    { ...reading, ...more },
  );
const day = (agentId: string, date: string, code: string) => ({ agentId, date, code });

describe('H1: a roster file', () => {
  it('may be a matrix, whose days are written in any way', () => {
    const { cells, faults } = read(
      '员工,2026-06-01,6/2,6月3日,4日,5\n小满,A,a,休,假,\n阿乔,通宵班,Ｄ,休息,A,B',
    );
    expect(faults).toEqual([]);
    expect(cells).toEqual([
      day('小满', '2026-06-01', 'A'),
      day('小满', '2026-06-02', 'A'),
      day('小满', '2026-06-03', '休'),
      day('小满', '2026-06-04', '假'),
      day('小满', '2026-06-05', '休'),
      day('阿乔', '2026-06-01', 'F'),
      day('阿乔', '2026-06-02', 'D'),
      day('阿乔', '2026-06-03', '休'),
      day('阿乔', '2026-06-04', 'A'),
      day('阿乔', '2026-06-05', 'B'),
    ]);
  });

  it('may be a list, in any order of its columns', () => {
    expect(read('员工,班次,日期\n小满,A,2026/6/1\n阿乔,休,6月2日')).toMatchObject({
      layout: 'list',
      cells: [day('小满', '2026-06-01', 'A'), day('阿乔', '2026-06-02', '休')],
      faults: [],
    });
  });

  it('takes the year that is nearest to the month where a day names none', () => {
    const { cells } = read('员工,12月31日,1月1日\n小满,A,B', { month: '2027-01' });
    expect(cells.map(({ date }) => date)).toEqual(['2026-12-31', '2027-01-01']);
  });

  it('says which names the team has not, and reads the rest', () => {
    const { cells, faults } = read('员工,1日\n小满,A\n路人,A');
    expect(cells).toEqual([day('小满', '2026-06-01', 'A')]);
    expect(faults).toEqual([{ row: 3, column: '员工', value: '路人', reason: '团队里没有「路人」' }]);
  });

  it('leaves out a day that is there twice with two shifts', () => {
    const { cells, faults } = read('日期,员工,班次\n6/1,小满,A\n6/1,小满,B\n6/2,小满,A\n6/2,小满,A');
    expect(cells).toEqual([day('小满', '2026-06-02', 'A')]);
    expect(faults.map(({ row, reason }) => [row, reason])).toEqual([
      [2, '2026-06-01 有两个不同的班次'],
      [3, '2026-06-01 有两个不同的班次'],
    ]);
  });

  it('says which column is a day that the month has not, or has already', () => {
    const { cells, faults } = read('员工,30日,31日,6/30\n小满,A,B,C');
    expect(cells).toEqual([day('小满', '2026-06-30', 'A')]);
    expect(faults.map(({ column, reason }) => [column, reason])).toEqual([
      ['31日', '2026-06 没有这一天'],
      ['6/30', '这一天有两列，只导入第一列'],
    ]);
  });

  it('does not take a cell for empty that a person sees filled in', () => {
    const blind = [{ row: 2, column: 2, reason: '合并的单元格' }];
    const { cells, faults } = read('员工,1日,2日\n小满,A,', { blind });
    expect(cells).toEqual([day('小满', '2026-06-01', 'A')]);
    expect(faults).toMatchObject([{ row: 2, column: '2日', reason: '合并的单元格' }]);
  });

  it('passes over titles above, and sums and notes below', () => {
    const { cells, faults } = read('六月排班\n员工,1日,备注\n小满,A,新人\n出勤人数,1,\n,,请大家互相提醒');
    expect(cells).toEqual([day('小满', '2026-06-01', 'A')]);
    expect(faults).toEqual([]);
  });

  it('loses nothing: each cell of a day is a day of an agent or a fault', () => {
    const name = fc.constantFrom('小满', '阿乔', '路人');
    const word = fc.constantFrom('A', 'd', '休', '', '假', '9', '早1班', '=A1');
    fc.assert(
      fc.property(fc.uniqueArray(fc.tuple(name, word, word), { selector: ([one]) => one }), (rows) => {
        const { cells, faults } = read(['员工,1日,2日', ...rows.map((row) => row.join(','))].join('\n'));
        const unknown = faults.filter(({ column }) => column === '员工').length;
        expect(cells.length + faults.length - unknown).toBe((rows.length - unknown) * 2);
      }),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { blockOf, codeOfText } from '../../../renderer/features/roster/cell-codes.ts';
import { DEFAULT_SHIFTS } from '../../../shared/domain/roster/shift-template.ts';

describe('H1: a block that was copied from a sheet', () => {
  it('keeps its rows and cells, whichever system it comes from', () => {
    const cells = [
      ['A', '', '休'],
      ['B', 'C', ''],
    ];
    expect(blockOf('A\t\t休\r\nB\tC\t\r\n')).toEqual(cells);
    expect(blockOf('A\t\t休\nB\tC\t')).toEqual(cells);
  });

  it.each([
    ['a', 'A'],
    ['Ａ', 'A'],
    ['早1班', 'A'],
    [' 休息 ', '休'],
    ['r', '休'],
    ['请假', '假'],
    ['', null],
    ['G', undefined],
  ])('reads %j as %j', (text, code) => {
    expect(codeOfText(text, DEFAULT_SHIFTS)).toBe(code);
  });

  it('knows only the shifts that the team has', () => {
    expect(codeOfText('A', [])).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { columnsWithin } from '../../../renderer/ui/lists/columns/list-columns.tsx';

const COLUMNS = [
  { key: 'no', width: 'minmax(72px, 168px)' },
  { key: 'item', width: 'minmax(120px, 2fr)', fromWidth: 720 },
  { key: 'amount', width: '92px' },
  { key: 'state', width: 'minmax(176px, 1fr)' },
];
const shownIn = (width: number) => columnsWithin(COLUMNS, width).map(({ key }) => key);

describe('X1: the columns of a list', () => {
  it('are all there where the list has room for them', () => {
    expect(shownIn(900)).toEqual(['no', 'item', 'amount', 'state']);
  });

  it('leave out those that a list of this width is too narrow for', () => {
    expect(shownIn(719)).toEqual(['no', 'amount', 'state']);
  });

  it('are as many of the first ones as are seen whole beside the chat', () => {
    // 72 + 92 and 176, a gap behind and before each, and the scroll bar.
    expect(shownIn(398)).toEqual(['no', 'amount', 'state']);
    expect(shownIn(397)).toEqual(['no', 'amount']);
  });

  it('are never none', () => {
    expect(shownIn(40)).toEqual(['no']);
  });
});

import { describe, expect, it } from 'vitest';
import { badgeText, drawCountBadge } from '../../../../electron/platform/windows/count-badge.ts';

const SIZE = 32;

function inkOf(count: number): string {
  const bitmap = new Uint8Array(SIZE * SIZE * 4);
  drawCountBadge(bitmap, SIZE, count);
  const rows = [];
  for (let y = 11; y < SIZE; y++) {
    let row = '';
    for (let x = 0; x < SIZE; x++) row += bitmap[(y * SIZE + x) * 4] === 0xff ? '#' : '.';
    rows.push(row);
  }
  return rows.join('\n');
}

describe('X2: the tray icon shows how many tasks are due', () => {
  it('leaves the icon alone when nothing is due', () => {
    expect(inkOf(0)).not.toContain('#');
  });

  it('draws another picture for every number up to 99, and one for more', () => {
    const pictures = new Set(Array.from({ length: 99 }, (_, index) => inkOf(index + 1)));
    expect(pictures.size).toBe(99);
    expect(inkOf(100)).toBe(inkOf(5000));
  });

  it('says 99+ from a hundred on', () => {
    expect([badgeText(7), badgeText(99), badgeText(100)]).toEqual(['7', '99', '99+']);
  });
});

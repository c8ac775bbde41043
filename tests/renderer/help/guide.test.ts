import { describe, expect, it } from 'vitest';
import { findSections, GUIDE, sectionsOf } from '../../../renderer/features/help/guide.ts';

describe('X1: the guide inside the program', () => {
  it('is the whole of what is shipped beside it', () => {
    expect(GUIDE.length).toBeGreaterThan(10);
    expect(GUIDE.map(({ title }) => title)).toContain('客户还价');
    expect(GUIDE.some(({ html }) => html.includes('<table>'))).toBe(true);
  });

  it('finds the sections that say all of the words', () => {
    const titles = findSections(GUIDE, '勿扰 托盘').map(({ title }) => title);
    expect(titles).toEqual(['提醒']);
    expect(findSections(GUIDE, '  ')).toBe(GUIDE);
    expect(findSections(GUIDE, '泡茶')).toEqual([]);
  });

  it('keeps each text below its own heading', () => {
    const [one, other] = sectionsOf('# 一\n\n甲\n\n## 二\n\n乙 `F1`');
    expect(one).toMatchObject({ title: '一', level: 1 });
    expect(one?.html).toContain('甲');
    expect(other?.html).toContain('<code>F1</code>');
  });
});

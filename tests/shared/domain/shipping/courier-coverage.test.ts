import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  coverageRuleOf,
  coverageText,
  isOutOfReach,
} from '../../../../shared/domain/shipping/courier-coverage.ts';

const LINES = [
  '中通 西藏 不到',
  '中通 西藏 拉萨 多2天',
  '顺丰 西藏 可到',
  '顺丰 新疆 喀什 多3天 只到网点自提',
  '圆通 内蒙古 阿拉善 不到',
];

describe('O8: which couriers reach an address', () => {
  it.each([
    ['西藏自治区 那曲市 色尼区 辽宁路 1 号', '顺丰可到，中通不到'],
    ['西藏自治区拉萨市城关区北京路 2 号', '中通（多 2 天）、顺丰可到'],
    ['新疆维吾尔自治区 喀什地区 疏附县', '顺丰（多 3 天，只到网点自提）可到'],
    ['内蒙古自治区 阿拉善盟 阿拉善左旗', '圆通不到'],
    ['中国 西藏自治区 林芝市', '顺丰可到，中通不到'],
  ])('is told by the smallest region that the shop has written down: %s', (address, said) => {
    expect(coverageText(address, LINES)).toBe(said);
  });

  it.each([
    ['上海市 黄浦区 西藏中路 100 号'],
    ['新疆维吾尔自治区 乌鲁木齐市 喀什东路 3 号'],
    ['浙江省 杭州市'],
    [null],
  ])('is not told where the shop has written nothing, or where only a street is called so: %s', (address) => {
    expect(coverageText(address, LINES)).toBeNull();
  });

  it('knows a courier by the longer name of a file as well', () => {
    expect(isOutOfReach('中通快递', '西藏自治区 那曲市', LINES)).toBe(true);
    expect(isOutOfReach('中通快递', '西藏自治区 拉萨市', LINES)).toBe(false);
    expect(isOutOfReach('韵达', '西藏自治区 那曲市', LINES)).toBe(false);
  });
});

describe('O8: a line of the shop', () => {
  it.each([['中通'], ['中通 西藏'], ['中通 西藏 也许'], ['西藏不到'], ['']])('is refused: %s', (line) => {
    expect(coverageRuleOf(line)).toBeNull();
  });

  it('is read the same however it is spaced', () => {
    const carriers = fc.constantFrom('中通', '顺丰', 'EMS');
    const regions = fc.constantFrom('西藏', '新疆 喀什', '四川省 甘孜州 理塘县');
    const answers = fc.constantFrom('可到', '不到', '多3天', '+3天', '加3天');
    const blanks = fc.constantFrom(' ', '  ', '\u3000');
    fc.assert(
      fc.property(fc.tuple(carriers, regions, answers), blanks, ([carrier, region, answer], blank) => {
        const once = coverageRuleOf(`${carrier} ${region} ${answer}`);
        const again = coverageRuleOf(` ${[carrier, ...region.split(' '), answer].join(blank)} `);
        expect(again).toEqual(once);
        expect(once).toMatchObject({ carrier, isReached: answer !== '不到' });
      }),
      { seed: 8 },
    );
  });
});

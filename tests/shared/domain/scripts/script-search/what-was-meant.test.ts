import { describe, expect, it } from 'vitest';
import { NO_SITUATION } from '../../../../../shared/domain/scripts/rank-scripts.ts';
import { aScript } from '../../../../support/records/a-script.ts';
import { codesOf, indexOf } from './search-codes.ts';

describe('X3 what was meant', () => {
  const titles = [
    '申请退款',
    '支付异常',
    '挽留客户',
    '更新物流',
    '重新下单',
    '银行卡',
    '7 天无理由',
    '核对收货地址',
  ];
  const scripts = titles.map((title, index) => aScript({ code: `x${index}`, title, sortKey: index }));
  const titlesFor = (text: string) =>
    indexOf(scripts)
      .search({ text, situation: NO_SITUATION, values: null, limit: 9 })
      .map(({ script }) => script.title);

  it.each([
    ['zh for z', 'zifuyichang', '支付异常'],
    ['sh for s', 'senqing', '申请退款'],
    ['ch for c', 'yican', '支付异常'],
    ['n for l', 'wanniu', '挽留客户'],
    ['n for ng', 'genxinwuliu', '更新物流'],
    ['ng for n', 'shengqing', '申请退款'],
    ['another reading', 'zhongxin', '重新下单'],
    ['another reading', 'yinxingka', '银行卡'],
    ['a digit read aloud', 'qitian', '7 天无理由'],
    ['a letter missing', 'tuikan', '申请退款'],
    ['a letter too many', 'tuikuaan', '申请退款'],
    ['a wrong letter', 'tuokuan', '申请退款'],
    ['two letters swapped', 'tuikaun', '申请退款'],
    ['two letters swapped over two syllables', 'tukiuan', '申请退款'],
    ['the first letter missing', 'uikuan', '申请退款'],
    ['two slips in a long word', 'zhofuyichanf', '支付异常'],
    ['characters that sound alike', '更新五流', '更新物流'],
    ['traditional characters', '銀行卡', '银行卡'],
    ['words between left out', 'hddz', '核对收货地址'],
    ['words between left out', '核对地址', '核对收货地址'],
  ])('%s: %s finds %s', (_, text, title) => {
    expect(titlesFor(text)[0]).toBe(title);
  });

  it('guesses nothing for a short word', () => {
    expect(titlesFor('tu')).toEqual(['申请退款']);
    expect(titlesFor('tok')).toEqual([]);
  });

  it('puts what stands there as it was typed before all that was only meant', () => {
    const library = [
      aScript({ code: 'x1', title: '自付', useCount: 0, sortKey: 9 }),
      aScript({ code: 'x2', title: '支付', useCount: 99, lastUsedAtMs: 1, sortKey: 1 }),
      aScript({ code: 'x3', title: '说到', parts: ['自付'], sortKey: 10 }),
    ];
    expect(codesOf(library, { text: 'zifu' })).toEqual(['x1', 'x3', 'x2']);
  });

  it('does not guess where enough was found', () => {
    const exact = Array.from({ length: 8 }, (_, index) => aScript({ code: `a${index}`, title: '自付' }));
    const found = codesOf([...exact, aScript({ code: 'x2', title: '支付' })], { text: 'zifu' });
    expect(found).not.toContain('x2');
  });
});

import { describe, expect, it } from 'vitest';
import { checkWording } from '../../../../../shared/domain/scripts/wording/check-wording.ts';
import { sourceLabel } from '../../../../../shared/domain/scripts/wording/wording-rule.ts';
import { WORDING_RULES } from '../../../../../shared/domain/scripts/wording/wording-rules.ts';

const idsIn = (text: string) => checkWording(text).map(({ ruleId }) => ruleId);
const examples = WORDING_RULES.flatMap(({ id, hits, misses }) => [
  ...hits.map((text) => ({ id, text, isHit: true })),
  ...misses.map((text) => ({ id, text, isHit: false })),
]);

describe('R13 wording rules', () => {
  it('have ids of their own, and examples of both kinds', () => {
    expect(new Set(WORDING_RULES.map(({ id }) => id)).size).toBe(WORDING_RULES.length);
    expect(WORDING_RULES.filter(({ hits, misses }) => hits.length < 2 || misses.length < 2)).toEqual([]);
  });

  it('say in a few words what is wrong and on whose authority', () => {
    for (const { name, explanation, source } of WORDING_RULES) {
      expect(name).toMatch(/^\p{Script=Han}{2,8}$/u);
      expect(explanation.length).toBeLessThanOrEqual(30);
      expect(sourceLabel(source)).toMatch(/^(法律：《?\p{Script=Han}|平台规则：\p{Script=Han}|服务规范$)/u);
    }
  });

  it.each(examples.filter(({ isHit }) => isHit))('$id finds something in $text', ({ id, text }) => {
    expect(idsIn(text)).toContain(id);
  });

  it.each(examples.filter(({ isHit }) => !isHit))('$id lets $text pass', ({ id, text }) => {
    expect(idsIn(text)).not.toContain(id);
  });
});

describe('R13 better words', () => {
  it.each([
    ['帮亲查一下', '帮您查一下'],
    ['亲，您好', '您好'],
    ['亲亲在吗', '您在吗'],
    ['亲，在的', '您好，在的'],
    ['好的亲。', '好的。'],
    ['嗯', '好的'],
    ['呵呵，没事', '哈哈，没事'],
    ['请问你要哪款', '请问您要哪款'],
    ['马上为您处理', '尽快为您处理'],
    ['有货！！', '有货！'],
  ])('%s → %s', (text, better) => {
    const [finding] = checkWording(text);
    expect(finding?.replacement).toBeDefined();
    expect(text.slice(0, finding?.start) + finding?.replacement + text.slice(finding?.end)).toBe(better);
  });

  it('says nothing better about a claim: only the shop knows the fact', () => {
    expect(checkWording('全网最低价')).toMatchObject([
      { found: '全网最低价', source: { kind: 'law', name: '广告法 第九条' } },
    ]);
    expect(checkWording('全网最低价')[0]?.replacement).toBeUndefined();
  });
});

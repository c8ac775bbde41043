import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type RenderContext,
  renderScript,
} from '../../../../../shared/domain/scripts/script-template/render-script.ts';
import { rewordMessages } from '../../../../../shared/domain/scripts/script-template/reword-message.ts';
import { rewordScript } from '../../../../../shared/domain/scripts/script-template/reword-script.ts';
import { NOTHING_KNOWN } from '../../../../support/records/nothing-known.ts';

const context = (overrides: Partial<RenderContext> = {}): RenderContext => ({
  values: { 客户: '小李', 商品: '水杯', 金额: '41.00' },
  answers: {},
  circumstances: NOTHING_KNOWN,
  fragment: (code) => (code === 'qm' ? ['小满为您服务'] : undefined),
  picture: () => null,
  remembered: () => [],
  ...overrides,
});

function textsOf(parts: readonly string[], overrides: Partial<RenderContext> = {}): string[] {
  const { messages } = renderScript(parts, context(overrides));
  return messages.map((message) => (message.kind === 'text' ? message.text : message.name));
}

/** Writes over what stands in a message, as an agent does. */
function reworded(
  part: string,
  [was, is]: readonly [string, string],
  overrides: Partial<RenderContext> = {},
) {
  const [text = ''] = textsOf([part], overrides);
  expect(text).toContain(was);
  const { parts, ...told } = rewordScript([part], context(overrides), { 0: text.replace(was, is) });
  return { part: parts.join('\n'), ...told };
}

const NOTHING_TOLD = { kept: [], isElsewhere: false };

describe('X3 words that are changed where they are shown, from now on', () => {
  it.each([
    ['{客户}，您好，{商品}还在吗？', ['还在吗', '给您留着了'], '{客户}，您好，{商品}给您留着了？'],
    ['{客户}，您好', ['您好', '您好，在吗'], '{客户}，您好，在吗'],
    ['{客户}，您好', ['小李', '小李哥'], '{客户}哥，您好'],
    ['应付{金额}元，请核对', ['元，请核对', '元'], '应付{金额}元'],
    ['{商品}', ['水杯', '这款水杯有货'], '这款{商品}有货'],
    ['您好{金额}{商品}', ['41.00水杯', '41.00的水杯'], '您好{金额}的{商品}'],
    ['{如果 夜间}晚安{否则}您好{结束}，在吗', ['您好', '上午好'], '{如果 夜间}晚安{否则}上午好{结束}，在吗'],
    ['您好，{商品}还在', ['，水杯还在', '，{数量}件还在'], '您好，{数量}件还在'],
  ] as const)('%s: the tags stay where they are', (part, edit, after) => {
    expect(reworded(part, edit)).toEqual({ part: after, ...NOTHING_TOLD });
  });

  it.each([
    ['应付{金额}元', ['41.00', '39.00'], '金额'],
    ['应付{金额}元', ['41', '39'], '金额'],
    ['{客户}，您好', ['小李', '老张'], '客户'],
  ] as const)('%s: a value that is written over is meant for this customer', (part, edit, name) => {
    expect(reworded(part, edit)).toMatchObject({ kept: [name] });
  });

  it('takes a tag out together with the words around it, or alone', () => {
    expect(reworded('您好，应付{金额}元，{商品}有货', ['应付41.00元，', ''])).toEqual({
      part: '您好，{商品}有货',
      ...NOTHING_TOLD,
    });
    expect(reworded('您好，{商品}有货', ['水杯', ''])).toEqual({ part: '您好，有货', ...NOTHING_TOLD });
  });

  it('keeps an address that this customer has no name for', () => {
    const nameless = { values: { 商品: '水杯' } };
    expect(reworded('{客户}，您好，{商品}有货', ['您好', '在吗'], nameless).part).toBe(
      '{客户}，在吗，{商品}有货',
    );
    expect(reworded('您好，{客户}！有货', ['！有货', '！现货'], nameless).part).toBe('您好，{客户}！现货');
  });

  it('changes the message that was meant, and leaves the others', () => {
    const parts = ['一', '看{图片:a.png}二', '{客户}三'];
    const { parts: after } = rewordScript(parts, context(), { 3: '二号', 4: '小李四' });
    expect(after).toEqual(['一', '看{图片:a.png}二号', '{客户}四']);
  });

  it('says so where the words are those of a fragment, which stays as it is', () => {
    const part = '您好{片段:qm}，再见';
    expect(reworded(part, ['小满为您服务', '为您服务'])).toEqual({ part, kept: [], isElsewhere: true });
    expect(reworded(part, ['，再见', '，回见'])).toEqual({ part: '您好{片段:qm}，回见', ...NOTHING_TOLD });
  });

  it('says again what was typed, wherever words were put in or taken out between the tags', () => {
    const words = fc.stringMatching(/^[一二三四，。]{0,6}$/u);
    const names = fc.constantFrom('客户', '商品', '金额');
    const values = { 客户: 'aab', 商品: 'ccd', 金额: 'eef' };
    fc.assert(
      fc.property(
        fc.array(fc.record({ words, next: words, name: names }), { minLength: 1, maxLength: 4 }),
        (stretches) => {
          const part = `好${stretches.map((one) => `${one.words}{${one.name}}`).join('')}好`;
          const wanted = `好${stretches.map((one) => one.next + values[one.name]).join('')}好`;
          const { parts, kept } = rewordScript([part], context({ values }), { 0: wanted });
          expect(kept).toEqual([]);
          expect(textsOf(parts, { values })).toEqual([wanted]);
        },
      ),
    );
  });
});

describe('X3 words that are changed for one customer', () => {
  it('are the agent’s own, and what was left is still the order’s', () => {
    const { messages } = renderScript(['{客户}，{商品}有货'], context());
    const [message] = rewordMessages(messages, { 0: '小李，水杯最后一件' });
    expect(message).toMatchObject({ text: '小李，水杯最后一件', words: '￼￼，￼￼最后一件' });
  });

  it('ask only for what is still open in them', () => {
    const { messages } = renderScript(['给您{优惠}，{赠品}一份'], context());
    const said = { 0: '给您减5元，【赠品】一份' };
    expect(rewordMessages(messages, said)).toMatchObject([{ missing: [{ name: '赠品' }] }]);
    expect(rewordMessages(messages, said, { 赠品: '杯刷' })).toMatchObject([
      { text: '给您减5元，杯刷一份', missing: [] },
    ]);
  });
});

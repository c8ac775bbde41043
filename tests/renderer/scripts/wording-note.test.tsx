import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wordingNote } from '../../../renderer/features/scripts/wording-note.ts';
import { aScript } from '../../support/fake-data.ts';
import { openWorkbench } from '../app/render-page.tsx';

const hitOf = (...parts: string[]) => ({
  script: aScript({ code: 'a1', parts }),
  groupName: null,
  parts: [],
});

describe('R13 wording at copying', () => {
  it('is silent about good wording and about mere advice', () => {
    expect(wordingNote(hitOf('{客户}，您好'), 0, {})).toBeNull();
    expect(wordingNote(hitOf('马上为您安排'), 0, {})).toBeNull();
  });

  it('names the kind and the word, two of them at most', () => {
    expect(wordingNote(hitOf('您好', '这款最好'), 1, {})).toBe('含绝对化用语“最好”');
    expect(wordingNote(hitOf('亲，绝对正品，加我微信'), 0, {})).toBe('含称呼“亲”、绝对化用语“绝对”等 3 处');
  });

  it('reads what the agent answered, and no value of the order', () => {
    expect(wordingNote(hitOf('今天{优惠}'), 0, { 优惠: '全网最低' })).toBe('含绝对化用语“全网最低”');
    expect(wordingNote(hitOf('{亲}您好，寄到{地址}'), 0, {})).toBeNull();
  });

  it('stands on the card and beside 已复制, and copies all the same', async () => {
    const { fake, user } = await openWorkbench();
    await user.keyboard('{Control>}e{/Control}');
    await user.type(screen.getByRole('combobox', { name: '搜索话术' }), 'yh01');
    await waitFor(() => expect(screen.getByRole('listbox', { name: '话术' }).childElementCount).toBe(1));
    await user.keyboard('{Enter}');
    await user.type(await screen.findByRole('textbox', { name: '优惠' }), '全网最低{Enter}');
    await waitFor(() => expect(fake.world.clipboard).toContain('全网最低'));
    expect(await screen.findByText(/^已复制.*，含绝对化用语“全网最低”$/)).toBeDefined();
    expect(screen.getByRole('option', { name: /含绝对化用语“全网最低”/ })).toBeDefined();
  });
});

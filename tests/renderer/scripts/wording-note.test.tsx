import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wordingNote } from '../../../renderer/features/scripts/wording-note.ts';
import { NOTHING_KNOWN } from '../../../shared/domain/script-template/conditions.ts';
import { renderScript } from '../../../shared/domain/script-template/render-script.ts';
import { openWorkbench } from '../app/render-page.tsx';

/** The only message of such a script, for an order that says 山间一壶茶 and an address. */
const messageOf = (part: string) =>
  renderScript([part], {
    values: { 亲: '山间一壶茶', 地址: '绝对路最好小区' },
    answers: {},
    circumstances: NOTHING_KNOWN,
    fragment: () => undefined,
    picture: () => null,
    remembered: () => [],
  }).messages[0];

describe('R13 wording at copying', () => {
  it('is silent about good wording, about mere advice and about pictures', () => {
    expect(wordingNote(messageOf('{客户}，您好'), {})).toBeNull();
    expect(wordingNote(messageOf('马上为您安排'), {})).toBeNull();
    expect(wordingNote({ kind: 'picture', name: '最好.png', pictureId: null }, {})).toBeNull();
  });

  it('names the kind and the word, two of them at most', () => {
    expect(wordingNote(messageOf('这款最好'), {})).toBe('含绝对化用语“最好”');
    expect(wordingNote(messageOf('亲，绝对正品，加我微信'), {})).toBe('含称呼“亲”、绝对化用语“绝对”等 3 处');
  });

  it('reads what the agent answered, and no value of the order', () => {
    expect(wordingNote(messageOf('今天{优惠}'), { 优惠: '全网最低' })).toBe('含绝对化用语“全网最低”');
    expect(wordingNote(messageOf('{亲}您好，寄到{地址}'), {})).toBeNull();
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

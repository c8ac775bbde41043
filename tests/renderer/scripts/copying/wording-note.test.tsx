import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { wordingNote } from '../../../../renderer/features/scripts/copying/wording-note.ts';
import { renderScript } from '../../../../shared/domain/scripts/script-template/render-script.ts';
import { DEFAULT_WORDING_SETTINGS } from '../../../../shared/domain/scripts/wording/wording-settings.ts';
import { saveSettings, signInAs } from '../../../support/main-side/a-shop-floor.ts';
import { NOTHING_KNOWN } from '../../../support/records/nothing-known.ts';
import { openWorkbench } from '../../app/render-page.tsx';

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
    expect(
      wordingNote({ message: messageOf('{客户}，您好'), answers: {} }, DEFAULT_WORDING_SETTINGS),
    ).toBeNull();
    expect(
      wordingNote({ message: messageOf('马上为您安排'), answers: {} }, DEFAULT_WORDING_SETTINGS),
    ).toBeNull();
    expect(
      wordingNote(
        { message: { kind: 'picture', name: '最好.png', pictureId: null }, answers: {} },
        DEFAULT_WORDING_SETTINGS,
      ),
    ).toBeNull();
  });

  it('names the kind and the word, two of them at most', () => {
    expect(wordingNote({ message: messageOf('这款最好'), answers: {} }, DEFAULT_WORDING_SETTINGS)).toBe(
      '含绝对化用语“最好”',
    );
    expect(
      wordingNote({ message: messageOf('亲，绝对正品，加我微信'), answers: {} }, DEFAULT_WORDING_SETTINGS),
    ).toBe('含称呼“亲”、绝对化用语“绝对”等 3 处');
  });

  it('reads what the agent answered, and no value of the order', () => {
    expect(
      wordingNote(
        { message: messageOf('今天{优惠}'), answers: { 优惠: '全网最低' } },
        DEFAULT_WORDING_SETTINGS,
      ),
    ).toBe('含绝对化用语“全网最低”');
    expect(
      wordingNote({ message: messageOf('{亲}您好，寄到{地址}'), answers: {} }, DEFAULT_WORDING_SETTINGS),
    ).toBeNull();
  });

  it('stands on the card and beside 已复制, and copies all the same', async () => {
    const { main, user } = await openWorkbench();
    await user.keyboard('{Control>}e{/Control}');
    await user.type(screen.getByRole('combobox', { name: '搜索话术' }), 'yh01');
    await waitFor(() => expect(screen.getByRole('listbox', { name: '话术' }).childElementCount).toBe(1));
    await user.keyboard('{Enter}');
    await user.type(await screen.findByRole('textbox', { name: '优惠' }), '全网最低{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toContain('全网最低'));
    expect(await screen.findByText(/^已复制.*，含绝对化用语“全网最低”$/)).toBeDefined();
    expect(screen.getByRole('option', { name: /含绝对化用语“全网最低”/ })).toBeDefined();
  });
});

describe('R13 a shop that blocks', () => {
  it('says why nothing was copied, and a lead may send it all the same', async () => {
    const { main, user } = await openWorkbench();
    for (const { id } of main.core.shops.list())
      saveSettings(main, { scope: id, key: 'wording', values: { onCopy: 'block' } });
    const copyBad = async () => {
      await user.keyboard('{Control>}e{/Control}');
      await user.clear(screen.getByRole('combobox', { name: '搜索话术' }));
      await user.type(screen.getByRole('combobox', { name: '搜索话术' }), 'yh01');
      await waitFor(() => expect(screen.getByRole('listbox', { name: '话术' }).childElementCount).toBe(1));
      await user.keyboard('{Enter}');
    };
    await copyBad();
    await user.type(await screen.findByRole('textbox', { name: '优惠' }), '全网最低{Enter}');
    const blocked = await screen.findByRole('group', { name: '话术被拦截' });
    expect(blocked.textContent).toContain('全网最低');
    expect(within(blocked).queryByRole('button', { name: '仍要复制' })).toBeNull();
    expect(main.computer.clipboard.text()).toBeNull();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('group', { name: '话术被拦截' })).toBeNull());

    signInAs(main, '亦安');
    await copyBad();
    await user.click(await screen.findByRole('button', { name: '仍要复制' }));
    await waitFor(() => expect(main.computer.clipboard.text()).toContain('全网最低'));
    expect(screen.queryByRole('group', { name: '话术被拦截' })).toBeNull();
  });
});

import { act, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { APP_SCOPE } from '../../../shared/domain/settings/declaring/scope.ts';
import { addScript, scriptCoded } from '../../support/main-side/a-script-library.ts';
import { saveSettings } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { openWorkbench } from '../app/render-page.tsx';

const search = () => screen.getByRole('combobox', { name: '搜索话术' });
const form = () => screen.findByRole('form', { name: '改文字：自己的' });
const PARTS = ['{客户}，您好，{如果 夜间}晚安{否则}请付{金额}元{结束}'];
const SAID = '山间一壶茶，您好，请付238.00元';

const requireApproval = (main: MainSide) =>
  saveSettings(main, { scope: APP_SCOPE, key: 'scripts', values: { scriptApprovalRequired: true } });

async function openScript(parts = PARTS, prepare: (main: MainSide) => void = () => {}) {
  const page = await openWorkbench({
    prepare(main) {
      addScript(main, { code: 'own7', title: '自己的', parts });
      prepare(main);
    },
  });
  await page.user.keyboard('{Control>}e{/Control}');
  await page.user.type(search(), 'own7');
  await waitFor(() => expect(screen.getByRole('listbox', { name: '话术' }).childElementCount).toBe(1));
  const partsNow = () => scriptCoded(page.main, 'own7').parts;
  return { ...page, partsNow };
}

describe('X3 a text is changed where it is shown', () => {
  it('this time: the words go out, counted as a use of the script, which stays as it is', async () => {
    const { main, user, partsNow } = await openScript();
    await user.keyboard('{Control>}u{/Control}');
    const field = within(await form()).getByRole('textbox');
    expect(document.activeElement).toBe(field);
    expect(field).toHaveProperty('value', SAID);
    await user.keyboard('，今天发货{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toBe(`${SAID}，今天发货`));
    expect(partsNow()).toEqual(PARTS);
    expect(scriptCoded(main, 'own7').useCount).toBe(1);
    await waitFor(() => expect(document.activeElement).toBe(search()));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toBe(SAID));
  });

  it('from now on: the script keeps its tags and the branch that was not said; one undo brings it back', async () => {
    const { main, user, partsNow } = await openScript();
    await user.keyboard('{Control>}u{/Control}');
    await form();
    await user.keyboard('，今天发货');
    await screen.findByText('以后');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const after = ['{客户}，您好，{如果 夜间}晚安{否则}请付{金额}元，今天发货{结束}'];
    await waitFor(() => expect(partsNow()).toEqual(after));
    await waitFor(() => expect(document.activeElement).toBe(search()));
    await screen.findByText(/「自己的」以后都这样说/);
    expect(main.inputsOf('scripts.copy')).toEqual([]);
    await user.clear(search());
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(partsNow()).toEqual(PARTS));
  });

  it('says that a value was changed for this customer only', async () => {
    const { user, partsNow } = await openScript();
    await user.keyboard('{Control>}u{/Control}');
    await form();
    await user.keyboard('{Backspace>7/}39.00元');
    expect(await screen.findByText(/「金额」只改这次，以后仍按订单填写/)).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/改动的都是这位客户的内容/)).toBeDefined();
    expect(partsNow()).toEqual(PARTS);
  });

  it('keeps the agent’s words for the messages that follow', async () => {
    const { main, user } = await openScript(['一', '二']);
    await user.keyboard('{Control>}u{/Control}');
    await user.type(within(await form()).getByRole('textbox', { name: '第 2 条' }), '号{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toBe('一'));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toBe('二号'));
  });

  it('has the script’s own words again once the hotkey has said it to the end', async () => {
    const { main, user } = await openScript(['一', '二']);
    await user.keyboard('{Control>}u{/Control}');
    await user.type(within(await form()).getByRole('textbox', { name: '第 2 条' }), '号{Enter}');
    await screen.findAllByText(/已复制 1\/2/);
    await act(() => main.relay.copyNext());
    expect(main.computer.clipboard.text()).toBe('二号');
    await user.keyboard('{Control>}{Shift>}{Enter}{/Shift}{/Control}');
    await waitFor(() => expect(main.computer.clipboard.text()).toBe('一\n二'));
  });

  it('asks for what is still open in it', async () => {
    const { main, user } = await openScript(['给您{优惠}']);
    await user.keyboard('{Control>}u{/Control}');
    await form();
    await user.keyboard('，到今晚{Enter}');
    await user.type(await screen.findByRole('textbox', { name: '优惠' }), '减5元{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toBe('给您减5元，到今晚'));
  });

  it('is left with Esc, and nothing has changed', async () => {
    const { main, user } = await openScript();
    await user.keyboard('{Control>}u{/Control}');
    await form();
    await user.keyboard('写错了{Escape}');
    await waitFor(() => expect(document.activeElement).toBe(search()));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toBe(SAID));
  });

  it('becomes a proposal where the library is a lead’s to change (K9)', async () => {
    const { main, user, partsNow } = await openScript(PARTS, requireApproval);
    await user.keyboard('{Control>}u{/Control}');
    const { getByRole } = within(await form());
    await user.keyboard('，今天发货');
    expect(getByRole('button', { name: /建议以后都这样说/ })).toBeDefined();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(/已提交建议，等待主管审批/);
    expect(partsNow()).toEqual(PARTS);
    const [proposal] = main.core.stores.scriptProposals.listOpen();
    expect(proposal?.draft?.parts[0]).toContain('元，今天发货{结束}');
  });
});

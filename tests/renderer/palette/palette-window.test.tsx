import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { orderNo, orderOf } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import {
  callAgain,
  field,
  hidden,
  holdOrder,
  openInWorkbench,
  openPalette,
  search,
} from './open-palette.tsx';

const stack = () => screen.getByRole('listbox', { name: '叠加的话术' });
const stacked = () =>
  within(stack())
    .getAllByRole('option')
    .map(({ title }) => title);

describe('X3 the palette over any program', () => {
  it('is ready for typing, copies with Enter and goes away', async () => {
    const page = await openPalette();
    expect(document.activeElement).toBe(field());
    await page.user.keyboard('{Enter}');
    await hidden(page);
    expect(page.main.computer.clipboard.text()).toMatch(/^山间一壶茶，您好/);
  });

  it('says for whom it fills the scripts, and lets go of them', async () => {
    const { user } = await openPalette();
    const strip = screen.getByRole('group', { name: '剪贴板中的订单' });
    expect(strip.textContent).toMatch(/山间一壶茶.*…\d{6}.*¥/);
    await user.keyboard('{Control>}{Backspace}{/Control}');
    expect(await screen.findByText('未识别到订单，变量需手动填写')).toBeDefined();
  });

  it('goes away after one message of several, and comes back ready for the next', async () => {
    const page = await openPalette();
    await search(page, 'cf02');
    await page.user.keyboard('{Enter}');
    await hidden(page);
    await callAgain(page);
    expect(await screen.findByText('已复制 1/3')).toBeDefined();
    expect(field().value).toBe('');
    await page.user.keyboard('{Enter}');
    await hidden(page);
    expect(page.main.inputsOf('scripts.copy')).toMatchObject([{ message: 0 }, { message: 1 }]);
  });

  it('stays with Shift+Enter and shows how far it is', async () => {
    const page = await openPalette();
    await search(page, 'cf02');
    await page.user.keyboard('{Shift>}{Enter}{/Shift}');
    await screen.findByText('已复制 1/3');
    await page.user.keyboard('{Shift>}{Enter}{/Shift}');
    await screen.findByText('已复制 2/3');
    expect(page.main.computer.isPaletteHidden).toBe(false);
  });

  it('leaves the keys of an input method alone', async () => {
    const { main } = await openPalette();
    fireEvent.keyDown(field(), { key: 'Enter', keyCode: 229 });
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true, isComposing: true });
    fireEvent.keyDown(field(), { key: 'Escape', isComposing: true });
    expect(main.inputsOf('scripts.copy')).toEqual([]);
    expect(screen.queryByRole('listbox', { name: '叠加的话术' })).toBeNull();
    expect(main.computer.isPaletteHidden).toBe(false);
  });

  it('hides with Esc and comes up empty', async () => {
    const page = await openPalette();
    await page.user.type(field(), '茶');
    await page.user.keyboard('{Escape}{Escape}');
    await hidden(page);
    await callAgain(page);
    expect(field().value).toBe('');
  });

  it('puts back with Ctrl+Z what the clipboard held before', async () => {
    const page = await openPalette();
    page.main.computer.clipboard.hold('快递单号');
    await page.user.keyboard('{Enter}');
    await hidden(page);
    await callAgain(page);
    expect(await screen.findByText('恢复剪贴板')).toBeDefined();
    await page.user.keyboard('{Control>}z{/Control}');
    await hidden(page);
    expect(page.main.computer.clipboard.text()).toBe('快递单号');
  });
});

describe('X3 the messages of one script', () => {
  /** In the window itself; what was just done is also said beside it. */
  const progress = () => within(screen.getByRole('main')).queryByText(/^已复制 \d\/3$/)?.textContent ?? null;
  const strip = () => screen.getByRole('group', { name: /中的订单$/ }).textContent;

  async function copyFirstMessage(prepare?: (main: MainSide) => void) {
    const page = await openPalette(prepare);
    await search(page, 'cf02');
    await page.user.keyboard('{Enter}');
    await hidden(page);
    return page;
  }

  it('are for the order that was copied, though the first has taken its place on the clipboard', async () => {
    const page = await copyFirstMessage();
    for (const done of ['已复制 1/3', '已复制 2/3']) {
      await callAgain(page);
      await waitFor(() => expect(progress()).toBe(done));
      expect(strip()).toContain('剪贴板山间一壶茶');
      await page.user.keyboard('{Enter}');
      await hidden(page);
    }
    const { id: orderId } = orderOf(page.main, '山间一壶茶');
    expect(page.main.inputsOf('scripts.copy')).toMatchObject(
      [0, 1, 2].map((message) => ({ message, occasion: { orderId } })),
    );
  });

  it('stay with it whatever the workbench shows', async () => {
    const page = await copyFirstMessage((main) => {
      holdOrder(main);
      openInWorkbench(main, '夏天的风呀');
    });
    await callAgain(page);
    await waitFor(() => expect(progress()).toBe('已复制 1/3'));
    expect(strip()).toContain('山间一壶茶');
  });

  it('wait while the agent has copied the number of another order', async () => {
    const page = await copyFirstMessage();
    page.main.computer.clipboard.hold(orderNo(1));
    await callAgain(page);
    await waitFor(() => expect(strip()).toContain('剪贴板夏天的风呀'));
    expect(progress()).toBeNull();
    page.main.computer.clipboard.hold(orderNo(0));
    await callAgain(page);
    await waitFor(() => expect(progress()).toBe('已复制 1/3'));
  });

  it('go on for nobody after the agent has let go of the order', async () => {
    const page = await openPalette((main) => {
      holdOrder(main);
      openInWorkbench(main, '山间一壶茶');
    });
    await page.user.keyboard('{Control>}{Backspace}{/Control}');
    await screen.findByText('未识别到订单，变量需手动填写');
    await search(page, 'cf02');
    await page.user.keyboard('{Enter}');
    for (const [name, answer] of [
      ['商品', '保温杯'],
      ['收货人', '王先生'],
      ['剩余时间', '2 小时{Enter}'],
    ] as const)
      await page.user.type(await screen.findByRole('textbox', { name }), answer);
    await hidden(page);
    await callAgain(page);
    await waitFor(() => expect(progress()).toBe('已复制 1/3'));
    expect(screen.getByText('未识别到订单，变量需手动填写')).toBeDefined();
  });

  it('are over with the last, after which the clipboard or the workbench name the order again', async () => {
    const page = await copyFirstMessage((main) => {
      holdOrder(main);
      openInWorkbench(main, '夏天的风呀');
    });
    for (let message = 1; message < 3; message++) {
      await callAgain(page);
      await waitFor(() => expect(progress()).toBe(`已复制 ${message}/3`));
      await page.user.keyboard('{Enter}');
      await hidden(page);
    }
    await callAgain(page);
    await waitFor(() => expect(strip()).toContain('工作台夏天的风呀'));
  });
});

describe('X3 stacking scripts in the palette', () => {
  async function stackTwo() {
    const page = await openPalette();
    for (const code of ['cf02', 'cf01']) {
      await search(page, code);
      await page.user.keyboard('{Alt>}{Enter}{/Alt}');
      await waitFor(() => expect(field().value).toBe(''));
    }
    await waitFor(() => expect(stacked()).toHaveLength(2));
    return page;
  }

  it('collects them with Alt+Enter and copies them as one text with Enter', async () => {
    const page = await stackTwo();
    expect(page.main.inputsOf('scripts.copyStack')).toEqual([]);
    await page.user.keyboard('{Enter}');
    await hidden(page);
    expect(page.main.inputsOf('scripts.copyStack')).toHaveLength(1);
    expect(page.main.computer.clipboard.text()).toContain('\n\n');
    expect(screen.queryByRole('listbox', { name: '叠加的话术' })).toBeNull();
  });

  it('takes out the last with Backspace in the empty field', async () => {
    const page = await stackTwo();
    const [first] = stacked();
    await page.user.keyboard('{Backspace}');
    expect(stacked()).toEqual([first]);
    await page.user.keyboard('{Backspace}');
    expect(screen.queryByRole('listbox', { name: '叠加的话术' })).toBeNull();
  });

  it('is put in order and thinned out by keyboard alone', async () => {
    const page = await stackTwo();
    const before = stacked();
    stack().focus();
    await page.user.keyboard('{ArrowRight}{Shift>}{ArrowLeft}{/Shift}');
    expect(stacked()).toEqual(before.toReversed());
    await page.user.keyboard('{Delete}');
    expect(stacked()).toEqual([before[0]]);
    await page.user.keyboard('{Escape}');
    expect(document.activeElement).toBe(field());
  });

  it('takes a script once, and is still there when the window comes back', async () => {
    const page = await stackTwo();
    await search(page, 'cf02');
    await page.user.keyboard('{Alt>}{Enter}{/Alt}');
    expect(stacked()).toHaveLength(2);
    await callAgain(page);
    await waitFor(() => expect(stacked()).toHaveLength(2));
  });

  it('asks once for what is missing', async () => {
    const page = await openPalette();
    await search(page, 'yh01');
    await page.user.keyboard('{Alt>}{Enter}{/Alt}');
    await waitFor(() => expect(stacked()).toHaveLength(1));
    await page.user.keyboard('{Enter}');
    await page.user.type(await screen.findByRole('textbox', { name: '优惠' }), '减 5 元{Enter}');
    await hidden(page);
    expect(page.main.computer.clipboard.text()).toContain('减 5 元');
  });
});

import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PaletteApp } from '../../../renderer/app/palette-app.tsx';
import { orderNo, orderOf, tasksOf } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { renderPage } from '../app/render-page.tsx';
import { callAgain, field, hidden, holdOrder, openInWorkbench, openPalette } from './open-palette.tsx';

describe('A3 of the shift: never another customer', () => {
  const followed = (main: MainSide) => openInWorkbench(main, '夏天的风呀');

  async function openOn(text: string) {
    return renderPage(
      {
        settings: { palette: { readsClipboard: true } },
        prepare(main) {
          main.computer.clipboard.hold(text);
          followed(main);
        },
      },
      <PaletteApp />,
    );
  }

  it('fills nothing for the workbench’s customer where the clipboard names nobody, and says so', async () => {
    const { user } = await openOn('没有这个人');
    expect(await screen.findByText('剪贴板「没有这个人」没有识别到订单，不代填')).toBeDefined();
    expect(screen.queryByRole('group', { name: '工作台中的订单' })).toBeNull();
    // One key takes the order that is open in the workbench.
    await user.keyboard('{Control>}1{/Control}');
    expect((await screen.findByRole('group', { name: '工作台中的订单' })).textContent).toContain(
      '夏天的风呀',
    );
  });

  it.each([
    ['the last digits of a number', `订单号后六位${orderNo(0).slice(-6)}`],
    ['part of a nick', '一壶茶'],
  ])('finds %s', async (_, text) => {
    await openOn(text);
    const strip = await screen.findByRole('group', { name: '剪贴板中的订单' });
    expect(strip.textContent).toContain('山间一壶茶');
  });
});

describe('A4 of the shift: what was done from the palette is recorded there, for its order', () => {
  it('records the chase of the order on the clipboard, and tells the workbench', async () => {
    const page = await openPalette((main) => {
      holdOrder(main);
      openInWorkbench(main, '夏天的风呀');
    });
    const led: unknown[] = [];
    page.main.bridge.subscribe('palette.used', (payload) => led.push(payload));
    const { id: orderId } = orderOf(page.main, '山间一壶茶');
    await page.user.keyboard('{Enter}');
    await hidden(page);
    await waitFor(() => expect(led).toMatchObject([{ orderId, recorded: null }]));
    page.main.computer.clipboard.hold(orderNo(0));
    await callAgain(page);
    await screen.findByText('已催付');
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await hidden(page);
    await waitFor(() =>
      expect(led.at(-1)).toMatchObject({ orderId, recorded: { message: '已记录：首次催付' } }),
    );
    expect(tasksOf(page.main, '山间一壶茶').map(({ state }) => state)).toContain('done');
    expect(tasksOf(page.main, '夏天的风呀').map(({ state }) => state)).not.toContain('done');
  });

  it('asks before it records what nobody has copied', async () => {
    const page = await openPalette();
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText(/还没有为该订单复制话术/);
    expect(tasksOf(page.main, '山间一壶茶').map(({ state }) => state)).not.toContain('done');
    fireEvent.keyDown(field(), { key: 'Enter', ctrlKey: true, repeat: true });
    expect(page.main.inputsOf('tasks.complete')).toHaveLength(1);
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    await hidden(page);
    expect(tasksOf(page.main, '山间一壶茶').map(({ state }) => state)).toContain('done');
  });
});

import { screen, waitFor } from '@testing-library/react';
import { expect } from 'vitest';
import { PaletteApp } from '../../../renderer/app/palette-app.tsx';
import { orderNo, orderOf } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { renderPage } from '../app/render-page.tsx';

/** The number of an order is on the clipboard. */
export const holdOrder = (main: MainSide) => main.computer.clipboard.hold(orderNo(0));

/** The workbench shows the order of that customer. */
export const openInWorkbench = (main: MainSide, customer: string) =>
  void main.handlers['palette.follow']({
    orderId: orderOf(main, customer).id,
    taskId: null,
    reason: null,
  });

export async function openPalette(prepare: (main: MainSide) => void = holdOrder) {
  const page = renderPage({ settings: { palette: { readsClipboard: true } }, prepare }, <PaletteApp />);
  await screen.findByRole('group', { name: '剪贴板中的订单' });
  await screen.findByRole('option', { name: /推荐/ });
  return page;
}
type Opened = Awaited<ReturnType<typeof openPalette>>;

export const field = () => screen.getByRole<HTMLInputElement>('combobox', { name: '搜索话术' });
export async function search({ user }: Opened, text: string): Promise<void> {
  await user.clear(field());
  await user.type(field(), text);
  await waitFor(() => expect(screen.getByRole('listbox', { name: '话术' }).childElementCount).toBe(1));
}

export async function callAgain({ main }: Opened): Promise<void> {
  main.computer.isPaletteHidden = false;
  const before = field();
  main.emit('palette.shown', undefined);
  await waitFor(() => expect(field()).not.toBe(before));
  await waitFor(() => expect(document.activeElement).toBe(field()));
}

export const hidden = ({ main }: Opened) => waitFor(() => expect(main.computer.isPaletteHidden).toBe(true));

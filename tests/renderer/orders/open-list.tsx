import { screen, within } from '@testing-library/react';
import { type OrderSheet, OrdersScreen } from '../../../renderer/features/orders/orders-screen.tsx';
import { renderScreen } from '../session/render-screen.tsx';

const AsSheet: OrderSheet = ({ orderId, onAdvance }) => (
  <aside aria-label="订单详情">
    {orderId}
    <button type="button" onClick={onAdvance}>
      下一单
    </button>
  </aside>
);
export const theScreen = <OrdersScreen Sheet={AsSheet} />;

export async function openList(options: Parameters<typeof renderScreen>[1] = {}) {
  const page = renderScreen(theScreen, options);
  const list = await screen.findByRole('listbox', { name: '订单' });
  await within(list).findAllByRole('option');
  return { ...page, list };
}

export const customers = (list: HTMLElement) =>
  within(list)
    .getAllByRole('option')
    .map((row) => row.querySelectorAll('.list-row > span')[1]?.textContent);

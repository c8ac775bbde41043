import { fireEvent, screen, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { OrdersScreen } from '../../../renderer/features/orders/orders-screen.tsx';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { anUnpaidOrder, shopNamed } from '../../support/main-side/a-shop-floor.ts';
import { importOrders } from '../../support/main-side/import-orders.ts';
import { NOW, renderScreen } from '../session/render-screen.tsx';

describe('O4 finding an order', () => {
  it('goes from the search field to the list and opens the order by keyboard alone', async () => {
    const open = vi.fn<(id: OrderId) => void>();
    const { user, main } = renderScreen(<OrdersScreen onOpenOrder={open} />);
    const list = within(await screen.findByRole('listbox', { name: '订单' }));
    expect((await list.findAllByRole('option')).length).toBeGreaterThan(5);
    await user.click(screen.getByLabelText('查找订单'));
    await user.keyboard('{Enter}');
    await user.keyboard('{ArrowDown}{Enter}');
    const newest = { shopId: null, status: null, text: '', sort: 'newest', offset: 0, limit: 2 } as const;
    const second = main.core.stores.orderList.page(newest).orders[1];
    expect(open).toHaveBeenCalledWith(second?.id);
  });

  it('stays in the search field while an input method composes', async () => {
    const { user } = renderScreen(<OrdersScreen onOpenOrder={() => undefined} />);
    const field = await screen.findByLabelText('查找订单');
    await user.click(field);
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(document.activeElement).toBe(field);
  });

  it('narrows by status and says so when nothing is left', async () => {
    const { user, main } = renderScreen(<OrdersScreen onOpenOrder={() => undefined} />);
    await user.click(await screen.findByText('已关闭'));
    await user.type(screen.getByLabelText('查找订单'), '没有这个人');
    expect(await screen.findByText('没有符合条件的订单')).toBeDefined();
    expect(main.inputsOf('orders.page').at(-1)).toMatchObject({ status: 'closed', text: '没有这个人' });
    await user.click(screen.getByRole('button', { name: '清除条件' }));
    expect(await screen.findByRole('listbox', { name: '订单' })).toBeDefined();
  });

  it('shows what is owed where the export says that 0 was paid', async () => {
    renderScreen(<OrdersScreen onOpenOrder={() => undefined} />, {
      orderCount: 0,
      prepare: (main) =>
        importOrders(main, shopNamed(main, '示例旗舰店'), [{ ...anUnpaidOrder(0, NOW), amount: '41.00' }]),
    });
    expect(await screen.findByText('¥41.00')).toBeDefined();
  });

  it('does not count beyond ten thousand', async () => {
    renderScreen(<OrdersScreen onOpenOrder={() => undefined} />, {
      prepare: ({ handlers }) => {
        const page = handlers['orders.page'];
        handlers['orders.page'] = async (input) => ({ ...(await page(input)), total: 10_001 });
      },
    });
    expect(await screen.findByText('10,000+ 单')).toBeDefined();
  });

  it('leads to the import while there is no order at all', async () => {
    renderScreen(<OrdersScreen onOpenOrder={() => undefined} />, { orderCount: 0 });
    expect(await screen.findByText('还没有订单')).toBeDefined();
    expect(screen.getByRole('button', { name: '去导入' })).toBeDefined();
  });
});

import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { NothingOpen } from '../../../renderer/app/workbench/nothing-open.tsx';
import { anUnpaidOrder, shopNamed } from '../../support/main-side/a-shop-floor.ts';
import { importOrders } from '../../support/main-side/import-orders.ts';
import { NOW, renderScreen } from '../session/render-screen.tsx';

describe('using-it.md D: an empty workbench is worth reading', () => {
  it('says where to begin while there is no order', async () => {
    renderScreen(<NothingOpen />, { orderCount: 0 });
    expect(await screen.findByText('第一天从这里开始')).toBeDefined();
    expect(screen.getByRole('button', { name: '导入报表' }).textContent).toContain('Ctrl+3');
  });

  it('says where to look while nothing is due', async () => {
    renderScreen(<NothingOpen />, {
      orderCount: 0,
      prepare: (main) =>
        importOrders(main, shopNamed(main, '示例旗舰店'), [{ ...anUnpaidOrder(0, NOW), placedAtMs: NOW }]),
    });
    expect(await screen.findByText('没有要马上处理的')).toBeDefined();
    expect(screen.getByRole('button', { name: '看订单' })).toBeDefined();
  });

  it('says how a task is chosen while there is one', async () => {
    renderScreen(<NothingOpen />);
    expect(await screen.findByText('选择一项待办')).toBeDefined();
  });
});

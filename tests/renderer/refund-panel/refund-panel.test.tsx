import { screen, waitFor, within } from '@testing-library/react';
import { afterAll, describe, expect, it } from 'vitest';
import { APPLIED, RETURNED } from '../../electron/refunds/a-refund-desk.ts';
import { createExportFolder, exportGrid } from '../../support/export-files.ts';
import { shopNamed } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { openWorkbench } from '../app/render-page.tsx';

const folder = createExportFolder();
afterAll(() => folder.remove());

type Cells = Readonly<Record<string, string>>;

function importRefunds(main: MainSide, cells: Cells): void {
  const path = folder.writeCsv(exportGrid('REFUNDS_2026', [cells]));
  main.core.importFile({ path, shop: shopNamed(main, '示例旗舰店'), agentId: null, isDryRun: false });
}

/** An order that was paid and shipped; its number. */
function importPaidOrder(main: MainSide): string {
  const no = '3304370000000000555';
  const cells = {
    订单编号: no,
    买家会员名: '山间一壶茶',
    订单状态: '卖家已发货，等待买家确认',
    总金额: '39.00',
    买家实际支付金额: '39.00',
  };
  const path = folder.writeCsv(exportGrid('ERA_B', [cells]));
  main.core.importFile({ path, shop: shopNamed(main, '示例旗舰店'), agentId: null, isDryRun: false });
  return no;
}

async function openRefund(cells: Cells, card: RegExp) {
  const page = await openWorkbench();
  importRefunds(page.main, cells);
  page.main.ordersChanged();
  page.main.emit('subjects.changed', { subjects: 'many' });
  await page.user.click(await within(page.list).findByText(card));
  const panel = await screen.findByRole('region', { name: '退款' });
  return { ...page, panel };
}

describe('A4: the refunds of a customer', () => {
  it('are counted, the last five shown, and all of them when asked for', async () => {
    const page = await openWorkbench();
    const orderNo = importPaidOrder(page.main);
    const rows = Array.from({ length: 7 }, (_, index) => ({
      ...APPLIED,
      订单编号: orderNo,
      退款编号: `25000000000000070${index}`,
    }));
    const path = folder.writeCsv(exportGrid('REFUNDS_2026', rows));
    page.main.core.importFile({
      path,
      shop: shopNamed(page.main, '示例旗舰店'),
      agentId: null,
      isDryRun: false,
    });
    page.main.emit('subjects.changed', { subjects: 'many' });
    await page.user.keyboard('{Control>}k{/Control}');
    await page.user.type(await screen.findByRole('combobox', { name: /查找/ }), orderNo);
    const [found] = await screen.findAllByRole('option', { name: new RegExp(orderNo) });
    if (!found) throw new Error('The order is not found');
    await page.user.click(found);
    const list = await screen.findByRole('list', { name: '客户的退款' });
    expect(list.childElementCount).toBe(5);
    expect(screen.getByRole('heading', { name: '退款 7 笔，最近 5 笔' })).toBeDefined();
    await page.user.click(screen.getByRole('button', { name: '显示全部' }));
    expect(await screen.findByRole('heading', { name: '退款 7 笔' })).toBeDefined();
    expect(screen.getByRole('list', { name: '客户的退款' }).childElementCount).toBe(7);
    expect(screen.queryByRole('button', { name: '显示全部' })).toBeNull();
  });
});

describe('A4: a refund on the workbench', () => {
  it('shows clock and source, money, parcel and what is allowed', async () => {
    const { panel } = await openRefund(
      { ...RETURNED, 超时时间: '2026-06-11 09:00:00' },
      /未收到退货|货未到仓/,
    );
    expect(await within(panel).findByText('导入文件')).toBeDefined();
    expect(panel.textContent).toContain('¥39.00');
    expect(panel.textContent).toContain('待商家收货，超时自动退款');
    expect(panel.textContent).toContain('圆通速递 YT0000000000001');
    expect(panel.textContent).toContain('须选择平台的拒绝原因');
    expect(panel.textContent).toContain('订单尚未导入');
  });

  it('says that an end by the rules is an estimate, and of which rule', async () => {
    const { panel } = await openRefund({ ...APPLIED, 超时时间: '' }, /新的退货退款/);
    expect(
      await within(panel).findByText('按规则估算：退货申请（平台规则：各平台 36–48 小时，未核实）'),
    ).toBeDefined();
  });

  it('takes down an answer with a key and a press, and rests the refund until the next file', async () => {
    const { main, panel, user } = await openRefund(APPLIED, /新的退货退款/);
    await within(panel).findByText('导入文件');
    await user.keyboard('{F2}');
    const form = await screen.findByRole('group', { name: '处理退款' });
    await user.click(within(form).getByRole('button', { name: /^同\s?意$/ }));
    await waitFor(() => {
      const [refund] = main.core.stores.refunds.load(
        main.core.stores.refunds.listLive(shopNamed(main, '示例旗舰店').id),
      );
      expect(refund?.decision).toBe('agree');
    });
  });

  it('does not offer a refusal that the platform does not allow', async () => {
    const { panel, user } = await openRefund(
      { ...APPLIED, 买家退款原因: '七天无理由退换货' },
      /新的退货退款/,
    );
    await within(panel).findByText('导入文件');
    await user.keyboard('{F2}');
    const form = await screen.findByRole('group', { name: '处理退款' });
    expect(within(form).getByRole('button', { name: /^拒\s?绝$/ })).toHaveProperty('disabled', true);
    expect(form.textContent).toContain('七天无理由退货不能拒绝');
  });
});

describe('A2, A4: a refund that is written down on its order', () => {
  it('stands on the order with its amount, opens from there, and is taken back', async () => {
    const { user, main } = await openWorkbench();
    const order = importPaidOrder(main);
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: /查找/ }), order);
    await user.click(await screen.findByRole('option', { name: new RegExp(order) }));
    const panel = await screen.findByRole('region', { name: '订单' });
    await user.keyboard('{Control>}d{/Control}');
    const form = within(await within(panel).findByRole('form', { name: '登记退款' }));
    await user.click(form.getByRole('checkbox', { name: '客户已在平台申请' }));
    await user.click(form.getByRole('button', { name: '登记退款' }));
    const lines = within(await within(panel).findByRole('list', { name: '退款' }));
    await user.click(lines.getByRole('button', { name: '手工登记' }));
    const refund = await screen.findByRole('region', { name: '退款' });
    expect(await within(refund).findByText('手工登记，平台单号待导入')).toBeDefined();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(main.core.refundView.all()).toEqual([]));
  });
});

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { EVERY_ORDER } from '../../../shared/domain/orders/order-list.ts';
import { isToDo } from '../../../shared/domain/tasks/task.ts';
import { DAY } from '../../../shared/time/durations.ts';
import {
  agentNamed,
  anUnpaidOrder,
  orderOf,
  shopNamed,
  tasksOf,
} from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { importOrders } from '../../support/main-side/import-orders.ts';
import { NOW, renderScreen } from '../session/render-screen.tsx';
import { openList, theScreen } from './open-list.tsx';

beforeEach(() => localStorage.clear());

const nthNewest = ({ core }: MainSide, index: number) =>
  core.stores.orderList.page({ ...EVERY_ORDER, sort: 'newest', offset: index, limit: 1 }).orders[0];

const textOnClipboard = (): string | undefined => copied.at(-1);
const copied: string[] = [];
beforeEach(() => {
  copied.length = 0;
  document.execCommand = () => {
    // The last: antd measures in another one, which stays on the page.
    const areas = [...document.querySelectorAll<HTMLTextAreaElement>('body > textarea')];
    copied.push(areas.at(-1)?.value ?? '');
    return true;
  };
});

describe('X1 finding an order', () => {
  it('goes from the search field to the list and opens the order beside it by keyboard alone', async () => {
    const { user, main, list } = await openList();
    await user.click(screen.getByLabelText('查找订单'));
    await user.keyboard('{Enter}{ArrowDown}{Enter}');
    const sheet = await screen.findByRole('complementary', { name: '订单详情' });
    expect(sheet.textContent).toContain(nthNewest(main, 1)?.id);
    expect(document.activeElement).toBe(list);
  });

  it('shows the next order in the sheet as the agent goes on, and Esc comes back to the row', async () => {
    const { user, main, list } = await openList();
    await user.click(screen.getByLabelText('查找订单'));
    await user.keyboard('{Enter}{Enter}{ArrowDown}');
    const sheet = await screen.findByRole('complementary', { name: '订单详情' });
    expect(sheet.textContent).toContain(nthNewest(main, 1)?.id);
    await user.click(screen.getByRole('button', { name: '下一单' }));
    expect(sheet.textContent).toContain(nthNewest(main, 2)?.id);
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('complementary')).toBeNull();
    expect(document.activeElement).toBe(list);
    expect(list.querySelector('[aria-current="true"]')?.getAttribute('aria-posinset')).toBe('3');
  });

  it('stays in the search field while an input method composes', async () => {
    const { user } = await openList();
    const field = screen.getByLabelText('查找订单');
    await user.click(field);
    fireEvent.keyDown(field, { key: 'Enter', isComposing: true });
    expect(document.activeElement).toBe(field);
  });

  it('says so when nothing is left, and gives everything back', async () => {
    const { user, main } = await openList();
    await user.click(screen.getByRole('button', { name: /^待付款/ }));
    await user.type(screen.getByLabelText('查找订单'), '没有这个人');
    expect(await screen.findByText('没有符合条件的订单')).toBeDefined();
    expect(main.inputsOf('orders.page').at(-1)).toMatchObject({ status: 'unpaid', text: '没有这个人' });
    await user.click(screen.getByRole('button', { name: '清除条件' }));
    expect(await screen.findByRole('listbox', { name: '订单' })).toBeDefined();
  });

  it('finds the agent’s search and row again after another screen', async () => {
    const { user, main, unmount } = await openList();
    await user.type(screen.getByLabelText('查找订单'), '夏天');
    await user.keyboard('{Enter}');
    await waitFor(() => expect(main.inputsOf('orders.page').at(-1)).toMatchObject({ text: '夏天' }));
    unmount();
    renderScreen(theScreen, { main });
    expect(await screen.findByLabelText('查找订单')).toHaveProperty('value', '夏天');
    const list = await screen.findByRole('listbox', { name: '订单' });
    await waitFor(() => expect(list.querySelector('[aria-current="true"]')).not.toBeNull());
    await user.clear(screen.getByLabelText('查找订单'));
  });

  it('leads to the import while there is no order at all', async () => {
    renderScreen(theScreen, { orderCount: 0 });
    expect(await screen.findByText('还没有订单')).toBeDefined();
    expect(screen.getByRole('button', { name: '去导入' })).toBeDefined();
  });
});

describe('B11 the list of orders', () => {
  it('counts the views that everybody has', async () => {
    await openList({
      prepare: (main) =>
        importOrders(main, shopNamed(main, '示例旗舰店'), [
          { ...anUnpaidOrder(300, NOW), customer: '快关了', placedAtMs: NOW - DAY + 60_000 },
        ]),
    });
    const views = within(screen.getByRole('navigation', { name: '视图' }));
    await waitFor(() =>
      expect(views.getAllByRole('button').map(({ textContent }) => textContent)).toEqual([
        '全部订单26',
        '待付款25',
        '今天要发0',
        '超时未发货0',
        '即将超时1',
        '我备注过的0',
      ]),
    );
  });

  it('says how many orders there are and what they come to, and what was chosen', async () => {
    const { user } = await openList({ orderCount: 2 });
    expect(await screen.findByText(/^3 单/)).toHaveProperty('textContent', '3 单 · ¥566.00');
    await user.click(screen.getByLabelText('查找订单'));
    await user.keyboard('{Enter}{Shift>}{ArrowDown}{/Shift}');
    expect(await screen.findByText(/^已选 2 单/)).toHaveProperty('textContent', '已选 2 单 · ¥477.00');
  });

  it('does not count beyond ten thousand', async () => {
    renderScreen(theScreen, {
      prepare: ({ handlers }) => {
        const page = handlers['orders.page'];
        handlers['orders.page'] = async (input) => ({
          ...(await page(input)),
          total: 10_001,
          amountFen: null,
        });
      },
    });
    expect(await screen.findByText('10,000+ 单')).toBeDefined();
  });

  it('shows what is owed where the export says that 0 was paid', async () => {
    const { list } = await openList({
      orderCount: 0,
      prepare: (main) =>
        importOrders(main, shopNamed(main, '示例旗舰店'), [{ ...anUnpaidOrder(0, NOW), amount: '41.00' }]),
    });
    expect(list.textContent).toContain('¥41.00');
  });
});

describe('B11 many orders at once', () => {
  async function chooseTwo() {
    const page = await openList({ orderCount: 2 });
    await page.user.click(screen.getByLabelText('查找订单'));
    await page.user.keyboard('{Enter}{Shift>}{ArrowDown}{/Shift}');
    await screen.findByText(/^已选 2 单/);
    return page;
  }

  it('copies their numbers and nicks, a line each', async () => {
    const { user, main } = await chooseTwo();
    await user.click(screen.getByRole('button', { name: '复制单号' }));
    const numbers = ['夏天的风呀', '山间一壶茶'].map((customer) => orderOf(main, customer).no);
    expect(textOnClipboard()).toBe(numbers.join('\n'));
    await user.click(screen.getByRole('button', { name: '复制昵称' }));
    expect(textOnClipboard()).toBe('夏天的风呀\n山间一壶茶');
  });

  it('promises the same about each, and one undo takes all of it back', async () => {
    const { user, main } = await chooseTwo();
    await user.click(screen.getByRole('button', { name: '加跟进' }));
    await user.type(await screen.findByLabelText('要做的事'), '回复尺码');
    await user.type(screen.getByLabelText('提醒时间，指定时间'), '20:30');
    await user.click(screen.getByRole('button', { name: '加跟进 2 单' }));
    const promised = () =>
      ['夏天的风呀', '山间一壶茶'].map(
        (customer) => tasksOf(main, customer).filter(({ kind }) => kind === 'follow-up').length,
      );
    await waitFor(() => expect(promised()).toEqual([1, 1]));
    await user.click(await screen.findByRole('button', { name: /^撤\s?销/ }));
    await waitFor(() => expect(promised()).toEqual([0, 0]));
  });

  it('hands over what is to do about them', async () => {
    const { user, main } = await chooseTwo();
    await user.click(screen.getByRole('button', { name: '转交' }));
    await user.click(await screen.findByRole('button', { name: /^转交 \d+ 项/ }));
    const owners = () =>
      tasksOf(main, '夏天的风呀')
        .filter(isToDo)
        .map(({ ownerId }) => ownerId);
    await waitFor(() => expect(new Set(owners())).toEqual(new Set([agentNamed(main, '亦安').id])));
  });

  it('exports what was chosen, what is shown, or all', async () => {
    const { user, main } = await chooseTwo();
    await user.click(screen.getByRole('button', { name: '导出所选' }));
    await user.click(await screen.findByRole('button', { name: '导出 2 单' }));
    await waitFor(() => expect(main.inputsOf('orders.export')).toMatchObject([{ filter: null }]));
    await user.click(screen.getByRole('button', { name: /^待付款/ }));
    await user.click(await screen.findByRole('button', { name: '导出订单' }));
    const form = within(await screen.findByRole('form', { name: '导出订单' }));
    expect(form.getByRole('radio', { name: '所列 2 单（当前条件）' })).toHaveProperty('checked', true);
    await user.click(form.getByRole('button', { name: /^导\s?出$/ }));
    await waitFor(() =>
      expect(main.inputsOf('orders.export').at(-1)).toMatchObject({ filter: { status: 'unpaid' } }),
    );
  });

  it('exports the columns that are ticked: at first those that the list shows', async () => {
    const { user, main } = await openList();
    await user.click(screen.getByRole('button', { name: '选择列' }));
    await user.click(await screen.findByRole('checkbox', { name: '商品' }));
    await user.click(screen.getByRole('button', { name: '导出订单' }));
    const form = within(await screen.findByRole('form', { name: '导出订单' }));
    expect(form.getByRole('checkbox', { name: '商品标题' })).toHaveProperty('checked', false);
    await user.click(form.getByRole('checkbox', { name: '买家留言' }));
    await user.click(form.getByRole('radio', { name: 'CSV（.csv）' }));
    await user.click(form.getByRole('radio', { name: '全部订单' }));
    await user.click(form.getByRole('button', { name: /^导\s?出$/ }));
    await waitFor(() =>
      expect(main.inputsOf('orders.export')).toMatchObject([{ filter: null, format: 'csv' }]),
    );
    const [asked] = main.inputsOf('orders.export');
    const shown = ['no', 'customer', 'payable', 'status', 'message'];
    expect(asked).toMatchObject({ columns: expect.arrayContaining(shown) });
    expect(asked).not.toMatchObject({ columns: expect.arrayContaining(['item']) });
  });

  it('has the same under the right button, for the row that it is pressed on', async () => {
    const { user, list, main } = await openList();
    const row = within(list).getAllByRole('option')[2];
    if (!row) throw new Error('No such row');
    fireEvent.contextMenu(row);
    await user.click(await screen.findByRole('menuitem', { name: '复制单号' }));
    expect(textOnClipboard()).toBe(nthNewest(main, 2)?.no);
  });
});

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it } from 'vitest';
import { signInAs } from '../../support/main-side/a-shop-floor.ts';
import { renderScreen } from '../session/render-screen.tsx';
import { customers, openList, theScreen } from './open-list.tsx';

beforeEach(() => localStorage.clear());

describe('B11 the list of orders as an agent arranges it', () => {
  it('keeps a view of the agent’s own, for this agent', async () => {
    const { user, main, unmount } = await openList();
    await user.click(screen.getByRole('button', { name: /^待付款/ }));
    expect(screen.queryByRole('button', { name: '存为视图' })).toBeNull();
    await user.click(screen.getByRole('combobox', { name: '下单日期' }));
    await user.click(await screen.findByText('昨天下单'));
    await user.click(await screen.findByRole('button', { name: '存为视图' }));
    await user.keyboard('昨天没付{Enter}');
    expect(await screen.findByRole('button', { name: /^昨天没付/ })).toBeDefined();
    unmount();
    signInAs(main, '亦安');
    await openList({ main });
    expect(screen.queryByRole('button', { name: /^昨天没付/ })).toBeNull();
  });

  it('sorts by the head that was clicked, and the other way by a second click', async () => {
    const { user, main, list } = await openList();
    await user.click(screen.getByRole('button', { name: /^金额/ }));
    await waitFor(() => expect(main.inputsOf('orders.page').at(-1)).toMatchObject({ sort: 'amount' }));
    await user.click(screen.getByRole('button', { name: /^金额/ }));
    await waitFor(() => expect(main.inputsOf('orders.page').at(-1)).toMatchObject({ sort: 'amount-up' }));
    await waitFor(() => expect(customers(list)[0]).toBe('江南烟雨客'));
  });

  it('shows the columns that are ticked, and the shop only where there are several', async () => {
    const { user } = await openList();
    const head = () => document.querySelector('.list-columns-head')?.textContent;
    expect(head()).not.toContain('电话');
    await user.click(screen.getByRole('button', { name: '选择列' }));
    // In the place of others: a list shows as many columns as it has room for.
    await user.click(await screen.findByRole('checkbox', { name: '商品' }));
    await user.click(await screen.findByRole('checkbox', { name: '物流' }));
    await user.click(await screen.findByRole('checkbox', { name: '电话' }));
    expect(head()).toBe('订单号客户金额状态和时限下单电话店铺');
  });

  it('names the ticked columns that the list has no room for, where they are ticked', async () => {
    const { user } = await openList();
    await user.click(screen.getByRole('button', { name: '选择列' }));
    await user.click(await screen.findByRole('checkbox', { name: '电话' }));
    expect(document.querySelector('.list-columns-head')?.textContent).not.toContain('电话');
    const said = () => document.querySelector('.list-columns [role="status"]')?.textContent;
    expect(said()).toMatch(/^放不下：.*电话.*。窗口拉宽后显示$/);
    for (const name of ['商品', '物流', '店铺', '旗/备注'])
      await user.click(screen.getByRole('checkbox', { name }));
    expect(document.querySelector('.list-columns-head')?.textContent).toContain('电话');
    expect(said()).toBe('');
  });

  it('brings orders of one customer together, and what ends first to the top', async () => {
    const { user, main } = await openList();
    await user.click(screen.getByRole('button', { name: /^客户/ }));
    await waitFor(() => expect(main.inputsOf('orders.page').at(-1)).toMatchObject({ sort: 'customer' }));
    await user.click(screen.getByRole('button', { name: /^客户/ }));
    await waitFor(() => expect(main.inputsOf('orders.page').at(-1)).toMatchObject({ sort: 'customer-down' }));
    await user.click(screen.getByRole('button', { name: /^状态和时限/ }));
    await waitFor(() => expect(main.inputsOf('orders.page').at(-1)).toMatchObject({ sort: 'end' }));
  });

  it('says why a list that is too long is not sorted by a customer', async () => {
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
    expect(await screen.findAllByTitle(/^超过 1 万单不能按此列排序/)).not.toEqual([]);
    expect(screen.queryByRole('button', { name: /^客户/ })).toBeNull();
    expect(screen.getByRole('button', { name: /^金额/ })).toBeDefined();
  });

  it('keeps the order of the columns and their widths, for this agent, and gives the first back', async () => {
    const { user, main, unmount } = await openList();
    const titles = () =>
      [...document.querySelectorAll('.list-column-head')].map(({ textContent }) => textContent);
    const tracks = () =>
      document.querySelector<HTMLElement>('.list-columns-head')?.style.gridTemplateColumns ?? '';
    expect(titles().slice(0, 3)).toEqual(['订单号', '客户', '商品']);
    await user.click(screen.getByRole('button', { name: '选择列' }));
    screen.getByRole('checkbox', { name: '客户' }).focus();
    await user.keyboard('{Alt>}{ArrowDown}{ArrowRight}{/Alt}');
    expect(titles().slice(0, 3)).toEqual(['订单号', '商品', '客户']);
    expect(tracks()).toMatch(/minmax\(48px, \d+px\)/);
    unmount();
    const again = await openList({ main });
    expect(titles().slice(0, 3)).toEqual(['订单号', '商品', '客户']);
    await again.user.click(screen.getByRole('button', { name: '选择列' }));
    await again.user.click(await screen.findByRole('button', { name: '恢复默认' }));
    expect(titles().slice(0, 3)).toEqual(['订单号', '客户', '商品']);
    expect(tracks()).not.toContain('minmax(48px');
  });

  it('moves a column by dragging its head', async () => {
    await openList();
    const heads = () => [...document.querySelectorAll('.list-column-head')];
    const [no, customer] = heads();
    if (!no || !customer) throw new Error('No heads');
    const dataTransfer = { setData: () => undefined };
    fireEvent.dragStart(customer, { dataTransfer });
    fireEvent.dragOver(no, { dataTransfer });
    fireEvent.drop(no, { dataTransfer });
    expect(
      heads()
        .map(({ textContent }) => textContent)
        .slice(0, 2),
    ).toEqual(['客户', '订单号']);
  });

  it('names every condition of the list, and takes them off one by one or all at once', async () => {
    const { user } = await openList();
    await user.click(screen.getByRole('button', { name: /^待付款/ }));
    await user.type(screen.getByLabelText('查找订单'), '夏天');
    const chips = () =>
      within(screen.getByRole('list', { name: '当前条件' }))
        .getAllByRole('button')
        .map(({ textContent }) => textContent);
    await waitFor(() => expect(chips()).toEqual(['查找「夏天」昵称', '待付款', '全部清除']));
    await user.click(screen.getByRole('button', { name: /^查找「夏天」/ }));
    expect(screen.getByLabelText('查找订单')).toHaveProperty('value', '');
    expect(chips()).toEqual(['待付款', '全部清除']);
    await user.click(screen.getByRole('button', { name: '全部清除' }));
    expect(screen.queryByRole('list', { name: '当前条件' })).toBeNull();
  });

  it('lets an agent rename, move and remove their views, and a removed one comes back', async () => {
    const { user } = await openList();
    async function save(status: string, name: string): Promise<void> {
      await user.click(screen.getByRole('combobox', { name: '状态' }));
      await user.click(await screen.findByText(status, { selector: '.ant-select-item-option-content' }));
      await user.click(await screen.findByRole('button', { name: '存为视图' }));
      await user.keyboard(`${name}{Enter}`);
    }
    const own = () =>
      within(screen.getByRole('navigation', { name: '视图' }))
        .getAllByRole('button', { name: /^[甲乙丙]/ })
        .map(({ textContent }) => textContent?.[0]);
    await save('已完成', '甲');
    await save('已关闭', '乙');
    expect(own()).toEqual(['甲', '乙']);
    screen.getByRole('button', { name: /^乙/ }).focus();
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(own()).toEqual(['乙', '甲']);
    await user.keyboard('{F2}丙{Enter}');
    expect(own()).toEqual(['丙', '甲']);
    screen.getByRole('button', { name: /^丙/ }).focus();
    await user.keyboard('{Delete}');
    expect(own()).toEqual(['甲']);
    await user.click(await screen.findByRole('button', { name: /^撤\s?销/ }));
    await waitFor(() => expect(own()).toEqual(['丙', '甲']));
  });
});

import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { isToDo } from '../../../shared/domain/tasks/task.ts';
import { DAY, MINUTE } from '../../../shared/time/durations.ts';
import { anUnpaidOrder, shopNamed, tasksOf } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { importOrders } from '../../support/main-side/import-orders.ts';
import { NOW, openWorkbench, selectedRow } from '../app/render-page.tsx';

const selectedPlace = (list: HTMLElement) =>
  list.querySelector('[role="option"][aria-current="true"]')?.getAttribute('aria-posinset');

function goOn(times: number): void {
  for (let pressed = 0; pressed < times; pressed++) {
    fireEvent.keyDown(document.body, { key: 'ArrowDown', code: 'ArrowDown', ctrlKey: true });
  }
}

describe('X1 the queue by keyboard', () => {
  it('walks with the arrows, to the end and back', async () => {
    const { user, list } = await openWorkbench();
    list.focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(selectedRow()).toContain('夏天的风呀'));
    await user.keyboard('{End}');
    await waitFor(() => expect(selectedRow()).toContain('tb2026_晴天'));
    await user.keyboard('{Home}');
    await waitFor(() => expect(selectedRow()).toContain('山间一壶茶'));
  });

  it('goes on to the next order from anywhere, past the rows that are loaded, and keeps it in view', async () => {
    const { user, list } = await openWorkbench({ orderCount: 300 });
    await user.click(screen.getByRole('button', { name: /^稍后/ }));
    const scrolled = vi.spyOn(list, 'scrollTo');
    // One of them is the paid order, which is to be shipped.
    await screen.findByText('稍后 293 项');
    goOn(100);
    // The first of the next page.
    await waitFor(() => expect(selectedPlace(list)).toBe('101'));
    goOn(5);
    await waitFor(() => expect(selectedPlace(list)).toBe('106'));
    expect(scrolled).toHaveBeenCalled();
  });

  it('keeps the selected task when an earlier one comes in above it', async () => {
    const { main, user, list } = await openWorkbench();
    list.focus();
    await user.keyboard('{ArrowDown}');
    await waitFor(() => expect(selectedRow()).toContain('夏天的风呀'));
    const earlier = { customer: '新来的客户', placedAtMs: NOW - 90 * MINUTE };
    importOrders(main, shopNamed(main, '示例旗舰店'), [{ ...anUnpaidOrder(99, NOW), ...earlier }]);
    main.ordersChanged();
    await within(list).findByText('新来的客户');
    expect(selectedRow()).toContain('夏天的风呀');
  });

  it('stays on the order when an import takes its task away', async () => {
    const { main, list } = await openWorkbench();
    importOrders(main, shopNamed(main, '示例旗舰店'), [{ ...anUnpaidOrder(0, NOW), paidAtMs: NOW - MINUTE }]);
    main.ordersChanged();
    await waitFor(() => expect(within(list).queryByText('山间一壶茶')).toBeNull());
    expect(screen.getByRole('heading', { level: 2, name: '山间一壶茶' })).toBeDefined();
  });

  it('does not open anything with the Enter of an input method', async () => {
    const { list } = await openWorkbench();
    list.focus();
    fireEvent.keyDown(list, { key: 'Enter', keyCode: 229 });
    expect(document.activeElement).toBe(list);
  });

  it('B7: folds what is better left at the end, and says why', async () => {
    const { user, list } = await openWorkbench();
    expect(within(list).queryByText('江南烟雨客')).toBeNull();
    await user.click(screen.getByRole('button', { name: /^不建议 1/ }));
    expect(within(list).getByText(/^不建议：客户 06-09 14:31 已付款订单 \d{19}$/)).toBeDefined();
  });

  it('filters by what is typed after Ctrl+F', async () => {
    const { user, list } = await openWorkbench();
    await user.keyboard('{Control>}f{/Control}');
    await user.type(screen.getByRole('textbox', { name: '筛选队列' }), '小鹿');
    await waitFor(() => expect(within(list).queryByText('山间一壶茶')).toBeNull());
    expect(within(list).getByText('小鹿乱撞88')).toBeDefined();
  });

  it('asks main for the rows in view only, with 10 000 orders', async () => {
    const { main } = await openWorkbench({ orderCount: 10_000 });
    const limits = main.inputsOf('tasks.queue').map((input) => (input as { limit: number }).limit);
    expect(Math.max(...limits)).toBe(100);
    expect(document.querySelectorAll('.queue [role="option"]').length).toBeLessThan(40);
  });
});

/** An answer is owed to somebody in the shop: no sale is to be rescued. */
function oweAnAnswer({ core, clock }: MainSide, atMs: number): void {
  const shop = shopNamed({ core }, '示例旗舰店');
  const actor = { agentId: core.session.currentAgentId(), nowMs: clock.now() };
  const subject = asSubject('shop', shop.id);
  core.duties.deadlines.set('manual', { subject, kind: 'reply', atMs, reason: null }, actor);
}

describe('X1 the words of the queue come from the kinds that are in it', () => {
  const footer = () => document.querySelector('.queue-footer')?.textContent;

  it('money is to be rescued where all of it is that of sales, and is called by a neutral word otherwise', async () => {
    const { main, user, list } = await openWorkbench();
    expect(footer()).toContain('待挽回');
    oweAnAnswer(main, NOW + 40 * MINUTE);
    main.ordersChanged();
    await within(list).findByText('答复客户');
    await waitFor(() => expect(footer()).toContain('涉及金额'));

    await user.click(screen.getByRole('button', { name: '筛选与排序' }));
    await user.click(await screen.findByRole('combobox', { name: '类型' }));
    await user.click(await screen.findByTitle(/^催付/));
    await waitFor(() => expect(footer()).toContain('待挽回'));
  });

  it('D: every row says how long it can wait, and only the last hour is red', async () => {
    const { main, list } = await openWorkbench();
    oweAnAnswer(main, NOW + 40 * MINUTE);
    main.ordersChanged();
    const card = (await within(list).findByText('答复客户')).closest('[role="option"]');
    // Agents are warned an hour before, twenty minutes ago.
    expect(card?.querySelector('time')?.textContent).toMatch(/^\d+ 分$/);
    expect(card?.querySelector('[data-last-hour]')).not.toBeNull();
    const ofChase = within(list).getByText('山间一壶茶').closest('[role="option"]');
    expect(ofChase?.querySelector('time')?.textContent).toMatch(/^\d+ 时$/);
    expect(ofChase?.querySelector('[data-last-hour]')).toBeNull();
  });
});

describe('H6 hand-over of many', () => {
  it('marks with Shift and hands over in one step', async () => {
    const { main, user, list } = await openWorkbench();
    list.focus();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    const bar = await screen.findByRole('region', { name: '所选待办' });
    expect(bar.textContent).toContain('已选 3 项 ¥717.00');
    await user.click(within(bar).getByRole('button', { name: '转交' }));
    const taskCount = ['山间一壶茶', '夏天的风呀', '小鹿乱撞88'].flatMap((customer) =>
      tasksOf(main, customer).filter(isToDo),
    ).length;
    await user.click(await screen.findByRole('button', { name: `转交 ${taskCount} 项` }));
    expect(await screen.findByText(`已转交 ${taskCount} 条待办`)).toBeDefined();
    expect(main.inputsOf('tasks.handOver')).toHaveLength(1);
  });
});

describe('using-it.md B7, B12: cards that are marked', () => {
  const bar = () => screen.findByRole('region', { name: '所选待办' });

  it('are put off together with F3, whichever is open, and come back with one undo', async () => {
    const { main, user, list } = await openWorkbench();
    list.focus();
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}{F3}');
    await user.type(await screen.findByRole('textbox', { name: '延后到，指定时间' }), '1543{Enter}');
    await screen.findByText(/^已延后 2 条到 /);
    await waitFor(() => expect(within(list).queryByText('山间一壶茶')).toBeNull());
    expect(within(list).queryByText('夏天的风呀')).toBeNull();
    await user.keyboard('{Control>}z{/Control}');
    expect(await within(list).findByText('山间一壶茶')).toBeDefined();
    expect(main.inputsOf('activities.undo')).toHaveLength(1);
  });

  it('are left with Delete, without a reason; with none marked, the one that is open is', async () => {
    const { main, user, list } = await openWorkbench();
    list.focus();
    await user.keyboard('{Delete}');
    await screen.findByText('已设为不催');
    await waitFor(() => expect(within(list).queryByText('山间一壶茶')).toBeNull());
    await screen.findByRole('heading', { level: 2, name: '夏天的风呀' });
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Delete}');
    await screen.findByText('已设为不催：2 单');
    expect(main.inputsOf('tasks.skip')).toHaveLength(2);
  });

  it('keeps Delete to the text while one is typed', async () => {
    const { main, user } = await openWorkbench();
    await user.keyboard('{Control>}f{/Control}');
    await user.type(screen.getByRole('textbox', { name: '筛选队列' }), '山{Delete}');
    expect(main.inputsOf('tasks.skip')).toEqual([]);
  });

  it('can be marked by the box of their row, and offer what makes sense for them alone', async () => {
    const { user, list } = await openWorkbench();
    const box = list.querySelector('[data-mark]');
    if (box) await user.click(box);
    const words = within(await bar())
      .getAllByRole('button')
      .map(({ textContent }) => textContent?.trim());
    // A chase is a message of its own: many are not sent with one key.
    expect(words).toEqual(['延后 F3', '不催 Delete', '转交 F4', '复制昵称', '']);
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByRole('region', { name: '所选待办' })).toBeNull());
  });

  it('have the same in the menu of the right button', async () => {
    const { user, list } = await openWorkbench();
    fireEvent.contextMenu(within(list).getByText('夏天的风呀'));
    const items = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
    expect(items).toEqual(['延后… F3', '不催 Delete', '转交… F4', '复制昵称 ']);
    await user.click(screen.getByRole('menuitem', { name: /^不催/ }));
    await waitFor(() => expect(within(list).queryByText('夏天的风呀')).toBeNull());
    expect(within(list).getByText('山间一壶茶')).toBeDefined();
  });

  it('B7: all that is better left is left with one press', async () => {
    const { main, user } = await openWorkbench();
    await user.click(screen.getByRole('button', { name: '全部不催' }));
    await waitFor(() => expect(screen.queryByRole('button', { name: '全部不催' })).toBeNull());
    expect(main.inputsOf('tasks.skip')).toHaveLength(1);
  });
});

describe('using-it.md B3: what was missed', () => {
  it('is said with the number and the money of its list, cleared with one press and brought back with one undo', async () => {
    const { main, user } = await openWorkbench();
    main.clock.jumpTo(NOW + 3 * DAY);
    main.emit('subjects.changed', { subjects: 'many' });
    const note = await screen.findByText(/^已错过 24 项，/);
    await user.click(screen.getByRole('button', { name: '查看' }));
    const footer = await screen.findByText('已错过 24 项', { selector: '.queue-footer *' });
    const money = /¥[\d,.]+/.exec(footer.parentElement?.textContent ?? '')?.[0];
    expect(note.textContent).toContain(money);
    await user.click(screen.getByRole('button', { name: '全部清除' }));
    await screen.findByText('没有错过的待办');
    await user.click(await screen.findByRole('button', { name: '撤销' }));
    await screen.findByText('已错过 24 项', { selector: '.queue-footer *' });
  });
});

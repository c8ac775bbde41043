import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { isToDo } from '../../../shared/domain/tasks/task.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
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
    await user.click(screen.getByRole('button', { name: /^全部/ }));
    const scrolled = vi.spyOn(list, 'scrollTo');
    await screen.findByText('共 300 项');
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

  it('shows advice against chasing in words', async () => {
    const { list } = await openWorkbench();
    expect(within(list).getByText(/^不建议：客户 06-09 14:31 已付款订单 \d{19}$/)).toBeDefined();
  });

  it('filters by what is typed after Ctrl+F', async () => {
    const { user, list } = await openWorkbench();
    await user.keyboard('{Control>}f{/Control}');
    await user.type(screen.getByRole('textbox', { name: '筛选队列' }), '江南');
    await waitFor(() => expect(within(list).queryByText('山间一壶茶')).toBeNull());
    expect(within(list).getByText('江南烟雨客')).toBeDefined();
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
    await within(list).findByText('答复客户即将截止');
    await waitFor(() => expect(footer()).toContain('涉及金额'));

    await user.click(screen.getByRole('combobox', { name: '类型' }));
    await user.click(await screen.findByTitle(/^催付/));
    await waitFor(() => expect(footer()).toContain('待挽回'));
  });

  it('a task whose end counts says how long it is until then, once it is due', async () => {
    const { main, list } = await openWorkbench({
      prepare: (opened) => oweAnAnswer(opened, NOW + 40 * MINUTE),
    });
    main.ordersChanged();
    const card = (await within(list).findByText('答复客户即将截止')).closest('[role="option"]');
    // Agents are warned an hour before, twenty minutes ago.
    expect(card?.textContent).toMatch(/\d+ 分钟后截止/);
    const ofChase = within(list).getByText('山间一壶茶').closest('[role="option"]');
    expect(ofChase?.textContent).toMatch(/逾期/);
  });
});

describe('H6 hand-over of many', () => {
  it('marks with Shift and hands over in one step', async () => {
    const { main, user, list } = await openWorkbench();
    list.focus();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}');
    expect(await screen.findByText('已选 3 项')).toBeDefined();
    const bar = screen.getByText('已选 3 项').parentElement ?? document.body;
    await user.click(within(bar).getByRole('button', { name: '转交' }));
    const taskCount = ['山间一壶茶', '夏天的风呀', '小鹿乱撞88'].flatMap((customer) =>
      tasksOf(main, customer).filter(isToDo),
    ).length;
    await user.click(await screen.findByRole('button', { name: `转交 ${taskCount} 项` }));
    expect(await screen.findByText(`已转交 ${taskCount} 条待办`)).toBeDefined();
    expect(main.inputsOf('tasks.handOver')).toHaveLength(1);
  });
});

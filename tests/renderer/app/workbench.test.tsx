import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { isToDo } from '../../../shared/domain/tasks/task.ts';
import { agentNamed, tasksOf } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { chaseByHand, openWorkbench, renderPage, selectedRow } from './render-page.tsx';

const statesOf = (main: MainSide, customer: string) => tasksOf(main, customer).map(({ state }) => state);

describe('X3 two keystrokes from a due task to its script', () => {
  it('copies the recommended script with Enter, Enter', async () => {
    const { main, user, list } = await openWorkbench();
    list.focus();
    await user.keyboard('{Enter}{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toMatch(/^山间一壶茶，您好/));
    expect(main.computer.clipboard.text()).not.toMatch(/[{}【】]/);
    expect(await screen.findByText('已复制')).toBeDefined();
  });

  it('needs one key only after a reminder was clicked', async () => {
    const { main, user } = await openWorkbench();
    const [task] = tasksOf(main, '夏天的风呀');
    if (!task) throw new Error('The second order has no task');
    main.emit('task.opened', { taskId: task.id, subject: task.subject });
    await screen.findByRole('heading', { level: 2, name: '夏天的风呀' });
    await user.keyboard('{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toContain('夏天的风呀'));
  });

  it('takes a held-down Enter for one wish', async () => {
    const { main, list } = await openWorkbench();
    list.focus();
    fireEvent.keyDown(list, { key: 'Enter' });
    fireEvent.keyDown(document.activeElement ?? list, { key: 'Enter', repeat: true });
    await Promise.resolve();
    expect(main.inputsOf('scripts.copy')).toEqual([]);
  });

  it('records the chase with Ctrl+Enter and goes on to the next row, the focus where it was', async () => {
    const { main, user, list } = await openWorkbench();
    list.focus();
    await user.keyboard('{Enter}{Enter}');
    await screen.findByText('已复制');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('已记录：首次催付');
    expect(main.inputsOf('tasks.complete')).toHaveLength(1);
    await screen.findByRole('heading', { level: 2, name: '夏天的风呀' });
    await waitFor(() => expect(selectedRow()).toContain('夏天的风呀'));
    expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '搜索话术' }));
  });

  it('A5 of the shift: records one chase while Ctrl+Enter is held down, and the next press counts again', async () => {
    const { main, user, list } = await openWorkbench();
    const press = (repeat: boolean) =>
      fireEvent.keyDown(document.activeElement ?? list, {
        key: 'Enter',
        code: 'Enter',
        ctrlKey: true,
        repeat,
      });
    list.focus();
    await user.keyboard('{Enter}{Enter}');
    await screen.findByText('已复制');
    press(false);
    await screen.findByRole('heading', { level: 2, name: '夏天的风呀' });
    for (let held = 0; held < 20; held += 1) press(true);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toContain('夏天的风呀'));
    expect(main.inputsOf('tasks.complete')).toHaveLength(1);
    press(false);
    await waitFor(() => expect(main.inputsOf('tasks.complete')).toHaveLength(2));
  });

  it('A5 P10 of the shift: records no message that was not copied before the agent says that it was typed', async () => {
    const { main, user, list } = await openWorkbench();
    list.focus();
    await user.keyboard('{Control>}{Enter}{/Control}');
    await screen.findByText('还没有为该订单复制话术');
    expect(statesOf(main, '山间一壶茶')).not.toContain('done');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(screen.queryByText('还没有为该订单复制话术')).toBeNull());
    expect(document.activeElement).toBe(list);
    await chaseByHand(user);
    await screen.findByText('已记录：首次催付');
    expect(statesOf(main, '山间一壶茶')).toContain('done');
  });

  it('leaves the Enter of an input method alone', async () => {
    const { main, user, list } = await openWorkbench();
    list.focus();
    await user.keyboard('{Enter}');
    fireEvent.keyDown(screen.getByRole('combobox', { name: '搜索话术' }), { key: 'Enter', keyCode: 229 });
    fireEvent.keyDown(screen.getByRole('combobox', { name: '搜索话术' }), {
      key: 'Enter',
      isComposing: true,
    });
    await Promise.resolve();
    expect(main.inputsOf('scripts.copy')).toEqual([]);
  });
});

describe('X1 the queue', () => {
  it('says why it is empty before the first import', async () => {
    renderPage({ orderCount: 0 });
    expect(await screen.findByText('还没有订单')).toBeDefined();
    expect(screen.getByRole('button', { name: '导入订单' })).toBeDefined();
  });

  it('takes an action back with Ctrl+Z', async () => {
    const { main, user, list } = await openWorkbench();
    list.focus();
    await chaseByHand(user);
    await screen.findByRole('button', { name: '撤销' });
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('已撤销：已催付')).toBeDefined();
    expect(statesOf(main, '山间一壶茶')).not.toContain('done');
  });

  it('takes back action after action, however long ago, and shows the order again', async () => {
    const { main, user, list } = await openWorkbench();
    list.focus();
    await chaseByHand(user);
    await screen.findByRole('heading', { level: 2, name: '夏天的风呀' });
    // A copy in between says its own word and takes nothing away.
    await user.keyboard('{Enter}{Enter}');
    await screen.findByText('已复制');
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByText('已撤销：已催付')).toBeDefined();
    expect(statesOf(main, '山间一壶茶')).not.toContain('done');
    expect(await screen.findByRole('heading', { level: 2, name: '山间一壶茶' })).toBeDefined();
  });

  it('keeps the focus where it was before a form, so that the next Enter works', async () => {
    const { user, list } = await openWorkbench();
    list.focus();
    await user.keyboard('{F7}');
    await screen.findByRole('form', { name: '标记已付款' });
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { level: 2, name: '夏天的风呀' });
    expect(document.activeElement).toBe(list);
  });

  it('H6: hands over all marked rows with F4, not the open one alone', async () => {
    const { main, user, list } = await openWorkbench();
    list.focus();
    await user.keyboard('{Shift>}{ArrowDown}{ArrowDown}{/Shift}{F4}');
    // All tasks of a marked order go along, due or not.
    const ids = ['山间一壶茶', '夏天的风呀', '小鹿乱撞88'].flatMap((customer) =>
      tasksOf(main, customer)
        .filter(isToDo)
        .map(({ id }) => id),
    );
    await user.click(await screen.findByRole('button', { name: `转交 ${ids.length} 项` }));
    await waitFor(() => expect(main.inputsOf('tasks.handOver')).toHaveLength(1));
    expect(main.inputsOf('tasks.handOver')).toMatchObject([
      { ids: expect.toSatisfy((handed: string[]) => handed.toSorted().join() === ids.toSorted().join()) },
    ]);
    expect(screen.queryByText('已选 3 项')).toBeNull();
  });

  it('opens everything that is due when the digest was clicked', async () => {
    const { main, user } = await openWorkbench();
    await user.click(screen.getByRole('button', { name: /^稍后/ }));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^稍后/ }).getAttribute('aria-pressed')).toBe('true'),
    );
    main.emit('task.opened', null);
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /^待办/ }).getAttribute('aria-pressed')).toBe('true'),
    );
  });
});

describe('keyboard', () => {
  it('reaches every screen and comes back', async () => {
    const { user } = await openWorkbench();
    await user.keyboard('{Control>}2{/Control}');
    expect(screen.getByRole('button', { name: '订单' }).getAttribute('aria-current')).toBe('page');
    await user.keyboard('{Control>}1{/Control}');
    expect(await screen.findByRole('listbox', { name: '待办' })).toBeDefined();
  });

  it('lists every shortcut under F1', async () => {
    const { user } = await openWorkbench();
    await user.keyboard('{F1}');
    const dialog = await screen.findByRole('dialog');
    expect(dialog.textContent).toContain('完成当前待办，转到下一条');
  });

  it.each([
    [2, '订单', '查找订单'],
    [6, '设置', '查找设置'],
  ])(
    'names under F1 what the keys do on screen %i before what they do elsewhere',
    async (place, name, effect) => {
      const { user } = await openWorkbench();
      await user.keyboard(`{Control>}${place}{/Control}`);
      await waitFor(() =>
        expect(screen.getByRole('button', { name }).getAttribute('aria-current')).toBe('page'),
      );
      await screen.findByRole('textbox', { name: effect });
      await user.keyboard('{F1}');
      const dialog = await screen.findByRole('dialog');
      await within(dialog).findByText(effect);
      const [here = '', elsewhere = ''] = dialog.textContent.split('在其他页面');
      expect(here).toContain(effect);
      expect(here).not.toContain('筛选队列');
      expect(elsewhere).toContain('筛选队列');
    },
  );

  it('finds an order by its customer with Ctrl+K', async () => {
    const { user } = await openWorkbench();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox', { name: '查找' }), '青柠');
    await screen.findAllByRole('option', { name: /青柠不加冰/ });
    await user.keyboard('{Enter}');
    expect(await screen.findByRole('heading', { level: 2, name: '青柠不加冰' })).toBeDefined();
  });

  it('locks with Ctrl+L', async () => {
    const { main, user } = await openWorkbench();
    await user.keyboard('{Control>}l{/Control}');
    await waitFor(() => expect(main.core.session.currentAgentId()).toBeNull());
  });

  it('shows what one agent had begun to nobody else', async () => {
    const { main, user, list } = await openWorkbench();
    list.focus();
    await user.keyboard('{Enter}');
    await user.type(screen.getByRole('combobox', { name: '搜索话术' }), '约定{Enter}');
    await screen.findByRole('group', { name: '填写变量' });
    await user.keyboard('{Control>}l{/Control}');
    await waitFor(() => expect(main.core.session.currentAgentId()).toBeNull());
    await user.click(await screen.findByRole('radio', { name: /亦安/ }));
    await user.click(screen.getByRole('button', { name: '进入' }));
    await waitFor(() => expect(main.core.session.currentAgentId()).toBe(agentNamed(main, '亦安').id));
    (await screen.findByRole('listbox', { name: '待办' })).focus();
    await user.keyboard('{Enter}');
    await screen.findByRole('heading', { level: 2, name: '山间一壶茶' });
    await screen.findByRole('combobox', { name: '搜索话术' });
    expect(screen.queryByRole('group', { name: '填写变量' })).toBeNull();
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { asSubject, type SubjectRef } from '../../../shared/domain/subjects/subject.ts';
import { HOUR } from '../../../shared/time/durations.ts';
import { orderOf, shopNamed } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { NOW, openWorkbench } from '../app/render-page.tsx';

/** A promise that was made hours ago, and so stands first. */
function promise(main: MainSide, subject: SubjectRef, reason: string) {
  const wanted = {
    kind: 'follow-up',
    subject,
    step: 'by-hand',
    dueAtMs: NOW - 2 * HOUR,
    expiresAtMs: null,
    amountAtRiskFen: 0,
    reason,
    advice: null,
  } as const;
  const task = main.core.stores.tasks.insert(wanted, main.core.subjects.placeOf(subject), NOW);
  main.ordersChanged();
  return task;
}

function customerOf(main: MainSide, nick: string): SubjectRef {
  const { customerId } = orderOf(main, nick);
  if (customerId === null) throw new Error(`${nick} is no customer`);
  return asSubject('customer', customerId);
}

describe('a subject whose kind has no panel of its own', () => {
  it('opens from its card, with its task, and can be noted on, put off and done', async () => {
    const { main, user, list } = await openWorkbench();
    promise(main, customerOf(main, '夏天的风呀'), '回访尺码是否合适');
    await user.click(await within(list).findByText('回访尺码是否合适'));
    const panel = await screen.findByRole('region', { name: '客户' });
    expect(await within(panel).findByRole('heading', { level: 2, name: '夏天的风呀' })).toBeDefined();
    expect(panel.querySelector('.task-sentence')?.textContent).toContain('跟进回访尺码是否合适');
    await user.keyboard('{F6}');
    await user.type(await screen.findByLabelText('备注内容'), '已微信联系{Enter}');
    await within(panel).findByText('已微信联系');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() => expect(within(list).queryByText('回访尺码是否合适')).toBeNull());
  });

  it('opens when its reminder is clicked', async () => {
    const { main } = await openWorkbench();
    const shop = asSubject('shop', shopNamed(main, '示例旗舰店').id);
    const task = promise(main, shop, '大促前核对库存');
    main.emit('task.opened', { taskId: task.id, subject: shop });
    const panel = await screen.findByRole('region', { name: '店铺' });
    expect(await within(panel).findByRole('heading', { level: 2, name: '示例旗舰店' })).toBeDefined();
    expect(within(panel).getByText('大促前核对库存')).toBeDefined();
  });

  it('shows no amount where nothing is at risk', async () => {
    const { main, list } = await openWorkbench();
    promise(main, customerOf(main, '夏天的风呀'), '回访');
    const card = (await within(list).findByText('回访')).closest('[role="option"]');
    expect(card?.textContent).not.toContain('¥');
  });

  it('leads back to what was open before with Ctrl+[', async () => {
    const { main, user, list } = await openWorkbench();
    promise(main, customerOf(main, '夏天的风呀'), '回访');
    await user.click(await within(list).findByText('回访'));
    await screen.findByRole('region', { name: '客户' });
    await user.keyboard('{Control>}[[{/Control}');
    expect(await screen.findByRole('heading', { level: 2, name: '山间一壶茶' })).toBeDefined();
  });

  it('lets an agent write down a promise of their own', async () => {
    const { main, user } = await openWorkbench();
    await user.keyboard('{Control>}n{/Control}');
    await user.type(await screen.findByLabelText('待办内容'), '到货后通知客户');
    await user.type(screen.getByLabelText('提醒时间，指定时间'), '20:30');
    await user.click(screen.getByRole('button', { name: /20:30 提醒/ }));
    await waitFor(() =>
      expect(main.inputsOf('tasks.create')).toMatchObject([
        { text: '到货后通知客户', dueAtMs: NOW + 6 * HOUR },
      ]),
    );
    expect(await screen.findByText('到货后通知客户')).toBeDefined();
  });

  it('H6 takes the time from the words, so that a promise is typed as it was said', async () => {
    const { main, user } = await openWorkbench();
    await user.keyboard('{Control>}n{/Control}');
    await user.type(await screen.findByLabelText('待办内容'), '明天下午三点前回复尺码');
    expect(screen.getByRole('button', { name: /15:00 提醒：回复尺码/ })).toBeDefined();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(main.inputsOf('tasks.create')).toMatchObject([{ text: '回复尺码' }]));
    expect(await screen.findByText('回复尺码')).toBeDefined();
  });
});

import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MINUTE } from '../../../shared/time/durations.ts';
import { anUnpaidOrder, orderOf, shopNamed, tasksOf } from '../../support/main-side/a-shop-floor.ts';
import { importOrders } from '../../support/main-side/import-orders.ts';
import { NOW, openWorkbench } from '../app/render-page.tsx';

const panel = () => within(screen.getByRole('region', { name: '订单' }));
const actions = () => within(screen.getByRole('region', { name: '处理' }));
const drawn = () =>
  actions()
    .getAllByRole('button')
    .map(({ textContent }) => textContent);

describe('using-it.md B10: the step that is being done is in sight', () => {
  it('says what, why and how long it can wait in one sentence', async () => {
    await openWorkbench();
    expect(document.querySelector('.task-sentence')?.textContent).toMatch(
      /^首次催付下单 15 分钟未付款还剩 \d+ 小时/,
    );
  });

  it('marks it among the steps of the order, and another one once the agent has gone there', async () => {
    const { main, user } = await openWorkbench();
    const count = tasksOf(main, '山间一壶茶').filter(({ state }) => state === 'open').length;
    const steps = within(panel().getByRole('list', { name: '该订单的待办' })).getAllByRole('button');
    expect(steps).toHaveLength(count);
    const current = () => document.querySelector('.task-step[aria-current="step"]');
    expect(current()).not.toBeNull();
    const other = steps.find((step) => step !== current());
    if (other) await user.click(other);
    expect(current()?.textContent).toBe(other?.textContent);
  });
});

describe('using-it.md D: three large actions, the rest under one', () => {
  it('shows the three with their keys, and the rest with theirs in a menu', async () => {
    const { user } = await openWorkbench();
    expect(drawn()).toEqual(['已催付 Ctrl+Enter', '未付原因 F2', '延后 F3', '更多']);
    await user.click(actions().getByRole('button', { name: '更多' }));
    const menu = (await screen.findAllByRole('menuitem')).map(({ textContent }) => textContent);
    expect(menu).toContain('转交 F4');
    expect(menu).toContain('放弃催付 F8');
    await user.click(screen.getByRole('menuitem', { name: /^标记已付款/ }));
    expect(await screen.findByRole('form', { name: '标记已付款' })).toBeDefined();
  });

  it('draws nothing that cannot be done: of a paid order nobody is asked why it is unpaid', async () => {
    const { main } = await openWorkbench();
    importOrders(main, shopNamed(main, '示例旗舰店'), [{ ...anUnpaidOrder(0, NOW), paidAtMs: NOW - MINUTE }]);
    main.ordersChanged();
    // O4: it is to be shipped now.
    expect(await panel().findByText(/还剩 24 小时未发货/)).toBeDefined();
    expect(drawn()).toEqual(['平台备注 Ctrl+M', '联系客户 Ctrl+T', '登记已发货 Ctrl+Shift+T', '更多']);
  });
});

describe('using-it.md D: copied where it stands', () => {
  it('each is a button by its own words: nick, number, phone though it is covered, address', async () => {
    const { main } = await openWorkbench();
    const { customerNick, no } = orderOf(main, '山间一壶茶');
    const wordsOf = (what: string) => panel().getByTitle(`点击复制${what}`).textContent;
    expect([wordsOf('客户昵称'), wordsOf('订单号')]).toEqual([customerNick, no]);
    expect(wordsOf('手机号')).toMatch(/^138\*\*\*\*\d{4}$/);
    expect(wordsOf('收货信息')).not.toBe('');
  });
});

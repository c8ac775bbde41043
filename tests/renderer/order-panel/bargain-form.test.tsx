import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { AgentId, OrderId } from '../../../shared/domain/ids.ts';
import { aConcession } from '../../support/a-concession.ts';
import { openWorkbench } from '../app/render-page.tsx';

const form = () => within(screen.getByRole('group', { name: '议价' }));
const button = (name: string | RegExp) => form().findByRole('button', { name });

async function openBargain(refusedYuan: readonly number[] = []) {
  const page = await openWorkbench();
  page.fake.world.concessions = refusedYuan.map((yuan) =>
    aConcession({
      id: `refused-${yuan}`,
      orderId: OrderId.parse('order-0'),
      offer: { kind: 'money', amountFen: yuan * 100 },
      state: 'refused',
    }),
  );
  // Dear enough for every step.
  for (const order of page.fake.world.orders) order.payableFen = 23_800;
  page.fake.emit('orders.changed', { orderId: null });
  await page.user.keyboard('{Control>}b{/Control}');
  await screen.findByRole('group', { name: '议价' });
  return page;
}

describe('R10 bargaining on the order panel', () => {
  it('offers the smallest step by keyboard, and the focus goes on to its words', async () => {
    const { fake, user } = await openBargain();
    await waitFor(async () => expect(document.activeElement).toBe(await button('提出减 ¥3.00')));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(fake.world.concessions.map(({ state }) => state)).toEqual(['offered']));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '搜索话术' })),
    );
  });

  it('shows the next step and the extras only after a refusal', async () => {
    const { user } = await openBargain();
    await user.click(await button('提出减 ¥3.00'));
    await user.click(await button('未接受'));
    await button('提出减 ¥5.00');
    expect(form().getByRole('button', { name: '免运费' })).toBeDefined();
    expect(form().getByRole('list', { name: '已提出的优惠' }).textContent).toBe('减 ¥3.00 客户未接受');
  });

  it('asks the lead with amount and reason once the steps are used up, and only a lead sees the answer’s form', async () => {
    const { fake, user } = await openBargain([3, 5, 10, 20]);
    const ask = await button('请示主管');
    expect(ask).toHaveProperty('disabled', true);
    await user.type(form().getByRole('spinbutton', { name: '申请优惠金额' }), '30');
    await user.type(form().getByRole('textbox', { name: '申请原因' }), '老客');
    await user.click(ask);
    await form().findByText(/前答复，答复会弹窗提醒$/);
    expect(screen.queryByRole('form', { name: '答复优惠申请' })).toBeNull();

    fake.world.currentAgentId = AgentId.parse('agent-3');
    fake.emit('orders.changed', { orderId: null });
    await user.click(await button('不同意'));
    await waitFor(() => expect(fake.world.concessions.at(-1)?.state).toBe('denied'));
  });

  it('tells what to do when the customer accepts', async () => {
    const { user } = await openBargain();
    await user.click(await button('提出减 ¥3.00'));
    await user.click(await button('接受'));
    await form().findByText(/请在平台改价，下次导入核实/);
    await user.click(await button('客户再次还价'));
    expect(await button('提出减 ¥5.00')).toHaveProperty('disabled', false);
  });
});

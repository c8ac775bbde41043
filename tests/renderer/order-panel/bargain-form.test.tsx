import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { agentNamed, orderOf, signInAs } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { openWorkbench } from '../app/render-page.tsx';

const form = () => within(screen.getByRole('group', { name: '议价' }));
const button = (name: string | RegExp) => form().findByRole('button', { name });

/** The offers to the first customer, oldest first. */
const offered = ({ core }: MainSide, customer = '山间一壶茶') =>
  core.stores.concessions.listOf(orderOf({ core }, customer).id);

/** The customer of the first order was offered these, and took none. */
function refuse(main: MainSide, yuan: number): void {
  const actor = { agentId: agentNamed(main, '小满').id, nowMs: main.clock.now() };
  const orderId = orderOf(main, '山间一壶茶').id;
  main.core.concessions.offer({ orderId, offer: { kind: 'money', amountFen: yuan * 100 } }, actor);
  const last = offered(main).at(-1);
  if (!last) throw new Error('Nothing was offered');
  main.core.concessions.settle({ id: last.id, isAccepted: false }, actor);
}

async function openBargain(refusedYuan: readonly number[] = []) {
  const page = await openWorkbench({
    prepare: (main) => {
      for (const yuan of refusedYuan) refuse(main, yuan);
    },
  });
  await page.user.keyboard('{Control>}b{/Control}');
  await screen.findByRole('group', { name: '议价' });
  return page;
}

describe('R10 bargaining on the order panel', () => {
  it('offers the smallest step by keyboard, and the focus goes on to its words', async () => {
    const { main, user } = await openBargain();
    await waitFor(async () => expect(document.activeElement).toBe(await button('提出减 ¥3.00')));
    await user.keyboard('{Enter}');
    await waitFor(() => expect(offered(main).map(({ state }) => state)).toEqual(['offered']));
    await waitFor(() =>
      expect(document.activeElement).toBe(screen.getByRole('combobox', { name: '搜索话术' })),
    );
  });

  it('shows the next step and the extras only after a refusal', async () => {
    const { user } = await openBargain();
    await user.click(await button('提出减 ¥3.00'));
    await user.click(await button('未接受'));
    await button('提出减 ¥5.00');
    expect(form().getByRole('button', { name: '小礼品一份' })).toBeDefined();
    // Its postage is free already.
    expect(form().queryByRole('button', { name: '免运费' })).toBeNull();
    expect(form().getByRole('list', { name: '已提出的优惠' }).textContent).toBe('减 ¥3.00 客户未接受');
  });

  it('asks the lead with amount and reason once the steps are used up, and only a lead sees the answer’s form', async () => {
    const { main, user } = await openBargain([3, 5, 10, 20]);
    const ask = await button('请示主管');
    expect(ask).toHaveProperty('disabled', true);
    await user.type(form().getByRole('spinbutton', { name: '申请优惠金额' }), '30');
    await user.type(form().getByRole('textbox', { name: '申请原因' }), '老客');
    await user.click(ask);
    await form().findByText(/前答复，答复会弹窗提醒$/);
    expect(screen.queryByRole('form', { name: '答复优惠申请' })).toBeNull();

    signInAs(main, '亦安');
    // The next agent finds nothing of what the last one had open.
    await waitFor(() => expect(screen.queryByRole('group', { name: '议价' })).toBeNull());
    await screen.findByRole('heading', { level: 2, name: '山间一壶茶' });
    await user.keyboard('{Control>}b{/Control}');
    await user.click(await button('不同意'));
    await waitFor(() => expect(offered(main).at(-1)?.state).toBe('denied'));
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

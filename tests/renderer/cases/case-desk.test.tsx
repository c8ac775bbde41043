import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { openWorkbench } from '../app/render-page.tsx';

/** The customer of the open order wants it cancelled; what the order tells is filled in. */
async function openCancellation() {
  const page = await openWorkbench({ orderCount: 3 });
  const { user } = page;
  await user.keyboard('{Control>}h{/Control}');
  const form = await screen.findByRole('form', { name: '登记事务' });
  await within(form).findByRole('radio', { name: '未付款', checked: true });
  await user.click(within(form).getByRole('radio', { name: '不想要了' }));
  await user.click(within(form).getByRole('radio', { name: '撤单' }));
  await user.click(within(form).getByRole('button', { name: '登记撤单' }));
  await screen.findByText('已登记事务');
  return page;
}

describe('O2: a cancellation on the workbench', () => {
  it('is opened from its order, led on by keys, and gives the words for the customer', async () => {
    const { user, main } = await openCancellation();
    const panel = await screen.findByRole('region', { name: /事务|撤单/ });
    expect(within(panel).getByText('不想要了')).toBeDefined();
    await user.keyboard('{F2}');
    const form = await screen.findByRole('form', { name: '下一步' });
    expect(within(form).getByRole('radio', { name: '请客户关闭订单', checked: true })).toBeDefined();
    await user.click(within(form).getByRole('button', { name: '请客户关闭订单' }));
    expect(await screen.findByText(/“我的订单”里关闭就可以/)).toBeDefined();
    expect(main.inputsOf('cases.advance')).toMatchObject([{ request: { to: 'close-asked' } }]);
  });

  it('cannot be closed before the customer was told, and is closed with its cause', async () => {
    const { user, main } = await openCancellation();
    await user.keyboard('{F8}');
    expect(await screen.findByText('还没有告知客户，请先转到告知客户的步骤')).toBeDefined();
    await user.keyboard('{Escape}{F2}');
    const next = await screen.findByRole('form', { name: '下一步' });
    await user.click(within(next).getByRole('radio', { name: '客户保留订单' }));
    await user.click(within(next).getByRole('button', { name: '客户保留订单' }));
    await waitFor(() => expect(main.inputsOf('cases.advance')).toHaveLength(1));
    await user.keyboard('{F8}');
    const close = await screen.findByRole('form', { name: '关闭事务' });
    await user.type(within(close).getByLabelText('原因'), '客户改主意');
    await user.click(within(close).getByRole('radio', { name: '满意' }));
    await user.click(within(close).getByRole('button', { name: '关闭事务' }));
    expect(await screen.findByText('已关闭事务')).toBeDefined();
  });

  it('stands in the list of all matters, from where it is opened again', async () => {
    const { user } = await openCancellation();
    await user.keyboard('{Control>}9{/Control}');
    const list = await screen.findByRole('listbox', { name: '事务' });
    const row = await within(list).findByRole('option');
    expect(row.textContent).toContain('处理撤单');
    expect(row.textContent).toContain('山间一壶茶');
    await user.click(screen.getByLabelText('查事务'));
    await user.type(screen.getByLabelText('查事务'), '没有这个人');
    expect(await screen.findByText('没有符合的事务')).toBeDefined();
    await user.click(screen.getByRole('button', { name: '清除条件' }));
    await user.click(screen.getByLabelText('查事务'));
    await user.keyboard('{Enter}{Enter}');
    expect(await screen.findByText('不想要了')).toBeDefined();
  });

  it('asks for other things where the kind is another, and says in words what is missing', async () => {
    const { user } = await openWorkbench({ orderCount: 3 });
    await user.keyboard('{Control>}h{/Control}');
    await user.click(await screen.findByRole('radio', { name: '特殊要求' }));
    const form = await screen.findByRole('form', { name: '登记事务' });
    await user.click(await within(form).findByRole('radio', { name: '指定快递' }));
    await user.click(within(form).getByRole('button', { name: '登记特殊要求' }));
    expect(await screen.findByText(/请填写「指定快递」/)).toBeDefined();
  });
});

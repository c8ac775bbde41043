import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { ConcessionOffer } from '../../../shared/domain/chasing/concession.ts';
import { HOUR } from '../../../shared/time/durations.ts';
import { agentNamed, orderOf } from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { NOW, openWorkbench } from '../app/render-page.tsx';

const CUSTOMER = '山间一壶茶';

const form = () => within(screen.getByRole('form', { name: '平台备注' }));
const memos = ({ core }: MainSide) =>
  core.memos.list(null).map(({ fragment, state }) => `${fragment} ${state}`);

async function openMemo(options: Parameters<typeof openWorkbench>[0] = {}) {
  const page = await openWorkbench(options);
  await page.user.keyboard('{Control>}m{/Control}');
  await screen.findByRole('form', { name: '平台备注' });
  return page;
}

describe('O1: the composer of a memo', () => {
  it('takes the template that fits the order, and shows the whole text with its flag and bytes', async () => {
    const { user } = await openMemo();
    // Unpaid: the price is changed.
    await form().findByText('黄旗');
    expect(form().getByLabelText('整条备注').textContent).toBe('小满');
    await user.click(form().getByRole('radio', { name: /特殊/ }));
    await user.type(form().getByRole('textbox', { name: '快递' }), '顺丰');
    expect(form().getByLabelText('整条备注').textContent).toBe('顺丰+小满/6.10');
    await form().findByText('红旗');
    await form().findByText('18 / 1000 字节');
  });

  it('copies it in one stroke, and keeps it as to be written back until the agent says so', async () => {
    const { main, user } = await openMemo();
    await waitFor(() =>
      expect(document.activeElement).toBe(form().getByRole('textbox', { name: '备注原因' })),
    );
    await user.keyboard('{Enter}');
    await waitFor(() => expect(main.computer.clipboard.text()).toBe('小满'));
    expect(memos(main)).toEqual(['小满 copied']);
    const list = await screen.findByRole('list', { name: '待写回的备注' });
    expect(list.textContent).toContain('待写回');
    await user.click(screen.getByRole('button', { name: '已写回' }));
    await waitFor(() => expect(memos(main)).toEqual(['小满 written']));
  });

  it('refuses what is too long, and says what to do', async () => {
    const { main, user } = await openMemo();
    await user.click(form().getByRole('textbox', { name: '备注原因' }));
    await user.paste('长'.repeat(300));
    expect(form().queryByText(/超过上限/)).toBeNull();
    const shop = orderOf(main, CUSTOMER).shopId;
    main.core.settings.save(
      { scope: shop, key: 'memo', values: { mostBytes: 900 } },
      { agentId: null, nowMs: NOW },
    );
    main.emit('subjects.changed', { subjects: 'many' });
    await form().findByText(/超过上限 900 字节/);
    expect(form().getByRole('button', { name: '复制整条备注' })).toHaveProperty('disabled', true);
  });

  it('warns where the file is so old that a colleague may have written meanwhile', async () => {
    const { main } = await openMemo();
    expect(form().queryByText(/先刷新导出/)).toBeNull();
    main.clock.jumpTo(NOW + HOUR);
    main.emit('subjects.changed', { subjects: 'many' });
    await form().findByText(/备注可能已被他人修改，先刷新导出/);
  });

  it('drops one that is not needed any more, with a reason', async () => {
    const { main, user } = await openMemo();
    await user.keyboard('{Enter}');
    await user.click(await screen.findByRole('button', { name: '不再写' }));
    await user.type(screen.getByRole('textbox', { name: '不再写的原因' }), '客户又要了{Enter}');
    await waitFor(() => expect(memos(main)).toEqual([]));
    await waitFor(() => expect(screen.queryByRole('list', { name: '待写回的备注' })).toBeNull());
  });
});

describe('O1: another action that needs a memo', () => {
  it('opens the composer filled in: an accepted extra is written on the order', async () => {
    const { user } = await openWorkbench({
      prepare(main) {
        const actor = { agentId: agentNamed(main, '小满').id, nowMs: main.clock.now() };
        const orderId = orderOf(main, CUSTOMER).id;
        const answer = (offer: ConcessionOffer, isAccepted: boolean) => {
          main.core.concessions.offer({ orderId, offer }, actor);
          const last = main.core.stores.concessions.listOf(orderId).at(-1);
          if (last) main.core.concessions.settle({ id: last.id, isAccepted }, actor);
        };
        answer({ kind: 'money', amountFen: 300 }, false);
        answer({ kind: 'extra', text: '小礼品一份' }, true);
      },
    });
    await user.keyboard('{Control>}b{/Control}');
    await user.click(await screen.findByRole('button', { name: '写备注' }));
    await screen.findByRole('form', { name: '平台备注' });
    expect(form().getByLabelText('整条备注').textContent).toBe('小礼品一份+小满/6.10');
  });
});

import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CHASE_PRESET_SETTINGS } from '../../../shared/domain/chasing/chase-settings.ts';
import { beijingDate } from '../../../shared/time/beijing.ts';
import { DAY, MINUTE } from '../../../shared/time/durations.ts';
import {
  agentNamed,
  anUnpaidOrder,
  orderOf,
  saveSettings,
  shopNamed,
  tasksOf,
} from '../../support/main-side/a-shop-floor.ts';
import type { MainSide } from '../../support/main-side/create-main-side.ts';
import { importOrders } from '../../support/main-side/import-orders.ts';
import { NOW, openWorkbench } from '../app/render-page.tsx';

type Page = Awaited<ReturnType<typeof openWorkbench>>;

/** 10 June 2026 in Beijing at that minute. */
const todayAt = (hour: number, minute: number) => Date.UTC(2026, 5, 10, hour - 8, minute);

/** A shop that never closes orders has sent its reminder two days ago; now the order is a week old. */
function addWarning(main: MainSide): void {
  const { core, clock } = main;
  const shop = core.shops.add({ name: '示例淘宝店', platform: 'taobao' });
  saveSettings(main, { scope: shop.id, key: 'chase', values: CHASE_PRESET_SETTINGS.long });
  clock.jumpTo(NOW - 2 * DAY);
  importOrders(main, shop, [
    { ...anUnpaidOrder(200, NOW), customer: '慢慢来', placedAtMs: NOW - 7 * DAY - MINUTE },
  ]);
  const reminder = tasksOf(main, '慢慢来').find(({ step }) => step === 'remind');
  if (!reminder) throw new Error('No reminder is due');
  core.taskActions.completeTask(
    { taskId: reminder.id },
    { agentId: agentNamed(main, '小满').id, nowMs: clock.now() },
  );
  clock.jumpTo(NOW);
}

/** The customer has bought the same things again, for less than the others: those that bring more come first. */
function addRepeatedOrder(main: MainSide): void {
  const customer = '买了两次';
  const repeated = { ...anUnpaidOrder(201, NOW), customer, amount: '41.00', placedAtMs: NOW - 55 * MINUTE };
  const again = { ...repeated, no: anUnpaidOrder(202, NOW).no, placedAtMs: NOW - 15 * MINUTE };
  importOrders(main, shopNamed(main, '示例旗舰店'), [repeated, again]);
}

async function openWarning({ user, list }: Page) {
  await user.click(within(list).getByText('7 天警告'));
  await screen.findByRole('group', { name: '发出警告前核对' });
}

describe('P2 reasons and agreed times', () => {
  it('makes an agreed time the next reminder, to the minute and with the words', async () => {
    const { main, user } = await openWorkbench();
    await user.keyboard('{F2}');
    await user.click(await screen.findByRole('radio', { name: '余额不足，稍后充值' }));
    await user.type(screen.getByRole('textbox', { name: '约定付款时间，指定时间' }), '20:37');
    await user.type(screen.getByRole('textbox', { name: '说明' }), '客户说 20:37 充值');
    await user.click(screen.getByRole('button', { name: '约定 20:37 付款' }));
    await screen.findByText('约定 06-10 20:37 付款', { selector: '.toast *' });
    expect(beijingDate(NOW)).toBe('2026-06-10');
    expect(main.inputsOf('chases.agree')).toEqual([
      {
        orderId: orderOf(main, '山间一壶茶').id,
        untilMs: todayAt(20, 37),
        reason: 'top-up',
        note: '客户说 20:37 充值',
      },
    ]);
  });

  it('using-it.md §2 row 2: a figure picks the reason and leads on to the time, three keys and the time in all', async () => {
    const { main, user } = await openWorkbench();
    await user.keyboard('{F2}');
    await screen.findByRole('form', { name: '未付原因' });
    await user.keyboard('22037{Enter}');
    await screen.findByText('约定 06-10 20:37 付款', { selector: '.toast *' });
    expect(main.inputsOf('chases.agree')).toMatchObject([{ untilMs: todayAt(20, 37), reason: 'top-up' }]);
  });

  it('brings the remedy script to the top as soon as the reason is chosen', async () => {
    const { user } = await openWorkbench();
    await user.keyboard('{F2}');
    await user.click(await screen.findByRole('radio', { name: '嫌贵' }));
    await waitFor(() =>
      expect(screen.getByRole('option', { name: /推荐/ }).textContent).toContain('小额优惠'),
    );
  });

  it('carries no words over to the next customer, and has them again on the way back', async () => {
    const { user } = await openWorkbench();
    await user.keyboard('{F6}');
    await user.type(await screen.findByRole('textbox', { name: '备注内容' }), '要发票');
    await user.keyboard('{Control>}{ArrowDown}{/Control}');
    await screen.findByRole('heading', { level: 2, name: '夏天的风呀' });
    await user.keyboard('{F6}');
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: '备注内容' })).value).toBe('');
    await user.keyboard('{Control>}{ArrowUp}{/Control}');
    await screen.findByRole('heading', { level: 2, name: '山间一壶茶' });
    await user.keyboard('{F6}');
    expect((await screen.findByRole<HTMLInputElement>('textbox', { name: '备注内容' })).value).toBe('要发票');
  });
});

describe('X2 snooze', () => {
  it('snoozes to the minute', async () => {
    const { main, user } = await openWorkbench();
    await user.keyboard('{F3}');
    await user.type(await screen.findByRole('textbox', { name: '延后到，指定时间' }), '1543');
    await user.click(screen.getByRole('button', { name: '延后到 15:43' }));
    await screen.findByText('已延后到 06-10 15:43', { selector: '.toast *' });
    expect(main.inputsOf('tasks.snooze')).toMatchObject([{ untilMs: todayAt(15, 43) }]);
  });
});

describe('P6 warning', () => {
  it('is not recorded before all three checks are made', async () => {
    const page = await openWorkbench({ prepare: addWarning });
    await openWarning(page);
    const done = screen.getByRole('button', { name: '已催付' });
    expect(done.hasAttribute('disabled')).toBe(true);
    await page.user.keyboard('{Control>}{Enter}{/Control}');
    expect(page.main.inputsOf('tasks.complete')).toEqual([]);
    expect(document.activeElement).toBe(screen.getByRole('checkbox', { name: '商品有货，不是缺货' }));

    for (const name of ['商品有货，不是缺货', '客户没有要求取消', '3 天提醒已发出']) {
      await page.user.click(screen.getByRole('checkbox', { name }));
    }
    await page.user.click(screen.getByRole('button', { name: '已催付' }));
    await page.user.click(await screen.findByRole('button', { name: '手打发送的，记为已催付' }));
    await screen.findByText('已记录：7 天警告');
    expect(page.main.inputsOf('tasks.complete').slice(-1)).toMatchObject([
      { checks: { inStock: true, notCancelled: true, reminderSent: true } },
    ]);
  });
});

describe('P9 closing', () => {
  it('offers no way to close an order and says who closes it', async () => {
    const { user } = await openWorkbench();
    await user.keyboard('{F8}');
    expect(await screen.findByText(/订单由客户自行关闭/)).toBeDefined();
    expect(screen.queryByRole('button', { name: /关闭订单/ })).toBeNull();
    const giveUp = screen.getAllByRole('button', { name: '放弃催付' }).at(0);
    expect(giveUp?.hasAttribute('disabled')).toBe(true);
  });
});

describe('P8 duplicates', () => {
  it('lists the other orders and is settled with the customer', async () => {
    const { main, user, list } = await openWorkbench({ prepare: addRepeatedOrder });
    await user.click(within(list).getByText(/商品相同，请确认是否重复下单$/));
    expect(await screen.findByRole('region', { name: '疑似重复下单' })).toBeDefined();
    await user.click(screen.getByRole('button', { name: '已确认' }));
    await screen.findByText('已记录：重复下单');
    expect(main.inputsOf('tasks.complete')).toHaveLength(1);
  });
});

describe('personal data', () => {
  it('stay covered until they are asked for', async () => {
    const { user } = await openWorkbench();
    expect(screen.queryByText(/13800001000/)).toBeNull();
    await user.click(screen.getByRole('button', { name: '显示收货信息' }));
    expect(screen.getByText(/13800001000/)).toBeDefined();
  });
});

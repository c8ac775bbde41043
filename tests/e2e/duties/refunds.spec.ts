import type { Locator, Page } from '@playwright/test';
import { HOUR } from '../../../shared/time/durations.ts';
import { expect, type RunningApp, test } from '../support/app.ts';
import { ask } from '../support/bridge.ts';
import { exportTime, writeOrderCsv, writeRefundCsv } from '../support/exports.ts';
import { importFile, openShop, signIn } from '../support/seed.ts';
import { timeline } from '../support/workbench.ts';

const NOW = '2026-06-15T09:00:00+08:00';
const NOON = '2026-06-15T12:00:00+08:00';
const [TMALL, DOUYIN, PDD] = ['示例旗舰店', '示例抖店', '示例多多店'];
const APPLIED = '买家已经申请退款，等待卖家同意';
const RETURNED = '买家已经退货，等待卖家确认收货';
const SUCCESS = '退款成功';

type Cells = Readonly<Record<string, string>>;
const at = (hours: number) => exportTime(Date.parse(NOW) + hours * HOUR);
const three = (index: number) => String(index).padStart(3, '0');
const many = (count: number, cells: (index: number) => Cells) =>
  Array.from({ length: count }, (_, index) => cells(index));

/** Of 天猫: a third has come back; the tenth ends first of those that cost much. */
const isBack = (index: number) => index % 3 === 2;
const tmall = (index: number, status = isBack(index) ? RETURNED : APPLIED): Cells => ({
  订单编号: `3304370000000000${three(index)}`,
  退款编号: `2500000000000000${three(index)}`,
  买家实际支付金额: `${40 + index}.00`,
  买家退款金额: index === 10 ? '899.00' : `${40 + index}.00`,
  宝贝标题: `示例水杯 ${index} 号`,
  售后类型: '退货退款',
  退款的申请时间: at(-20),
  超时时间: at(index === 10 ? 2 : 6 + index),
  退款状态: status,
  客服介入状态: '无客服介入',
  买家退款原因: index % 2 === 0 ? '不想要了' : '商品质量问题',
  ...(isBack(index)
    ? { 退货物流单号: `YT0000000000${three(index)}`, 退货物流公司: '圆通速递', 买家退货时间: at(-10) }
    : {}),
});
const douyin = (index: number): Cells => ({
  售后单号: `7000000000000000${three(index)}\t`,
  订单号: `6900000000000000${three(index)}\t`,
  商品名称: `示例保温杯 ${index} 号`,
  '退商品金额（元）': `${100 + index}.00`,
  商品发货状态: '未发货',
  售后类型: '仅退款',
  售后状态: '待商家处理',
  售后申请时间: `${at(-12)}\t`,
  自动处理截止时间: `${at(36 + index)}\t`,
});
const pinduoduo = (index: number): Cells => ({
  售后编号: `260613000000${three(index)}\t`,
  订单编号: `260612-600000000000${three(index)}\t`,
  交易金额: '18.90',
  售后状态: '退货退款待商家处理',
  退款类型: '退货退款',
  退款金额: '18.90',
  申请时间: at(-1),
});

/** The customer of this order has only said that it is to go back. */
const ANNOUNCED = '3304370000000000900';
const announced: Cells = {
  订单编号: ANNOUNCED,
  买家会员名: '山间一壶茶',
  订单状态: '卖家已发货，等待买家确认',
  订单创建时间: at(-48),
  订单付款时间: at(-48),
  总金额: '66.00',
  买家实际支付金额: '66.00',
  宝贝标题: '示例茶壶',
};

async function importMorning(app: RunningApp): Promise<void> {
  await ask(app.window, 'shops.create', { name: DOUYIN, platform: 'douyin' });
  await ask(app.window, 'shops.create', { name: PDD, platform: 'pinduoduo' });
  const file = (name: string) => ({ name, writtenAt: NOW });
  await importFile(app, writeOrderCsv(app, file('ExportOrderList.csv'), [announced]), TMALL);
  const tmallFile = { ...file('退款报表.csv'), layout: 'REFUNDS_2026' } as const;
  await importFile(app, writeRefundCsv(app, tmallFile, many(50, tmall)), TMALL);
  const douyinFile = { ...file('售后单.csv'), layout: 'DOUYIN_REFUNDS' } as const;
  await importFile(app, writeRefundCsv(app, douyinFile, many(40, douyin)), DOUYIN);
  const pddFile = { ...file('退款明细.csv'), layout: 'PINDUODUO_REFUNDS' } as const;
  await importFile(app, writeRefundCsv(app, pddFile, many(30, pinduoduo)), PDD);
}

const list = (window: Page): Locator => window.getByRole('listbox', { name: '退款' });
const rows = (window: Page): Locator => list(window).getByRole('option');
const panel = (window: Page): Locator => window.getByRole('region', { name: '退款', exact: true });
const place = (window: Page, name: string): Locator =>
  window.getByRole('radiogroup', { name: '状态' }).getByText(name, { exact: false });

async function openList(window: Page): Promise<void> {
  await window.keyboard.press('Control+7');
  await expect(rows(window).first()).toBeVisible();
  // From the search field into the list, which has kept its row.
  await expect(window.getByLabel('查找退款')).toBeFocused();
  await window.keyboard.press('Enter');
  await window.keyboard.press('Home');
  await expect(rows(window).first()).toHaveAttribute('aria-current', 'true');
}

/** In the form that is open: from the note on to the first choice, which is 同意. */
async function agree(window: Page): Promise<void> {
  await expect(window.getByLabel('处理退款说明')).toBeFocused();
  await window.keyboard.press('Tab');
  await window.keyboard.press('Enter');
}

test.describe('refunds', () => {
  test('A2 A4 X4: a morning with 120 refunds of three platforms by keys alone, and the next file proves it', async ({
    launchApp,
  }) => {
    const app = await launchApp({ now: NOW });
    const { window } = app;
    await openShop(app, { shopName: TMALL });
    await importMorning(app);

    // The refund that ends soonest and costs most stands on top; one key opens it, three say what was done about it.
    await openList(window);
    await expect(window.getByRole('region', { name: '处理所选退款' })).toContainText('120 笔');
    await expect(rows(window).first()).toContainText('¥899.00');
    await window.keyboard.press('Enter');
    await expect(panel(window)).toContainText('2500000000000000010');
    await expect(panel(window)).toContainText('导入文件');
    await window.keyboard.press('F2');
    await agree(window);
    await expect(window.getByText('已登记，待下次导入核实')).toBeVisible();

    // Five at once, which then rest until a file shows them.
    await openList(window);
    await expect(rows(window).first()).not.toContainText('¥899.00');
    for (let more = 0; more < 4; more += 1) await window.keyboard.press('Shift+ArrowDown');
    await expect(window.getByText(/已选 5 笔/)).toBeVisible();
    const five = await window.locator('[role="option"][data-marked]').allTextContents();
    await window.keyboard.press('F2');
    await agree(window);
    await expect(window.getByText('5 笔已登记，待下次导入核实')).toBeVisible();

    // The customer of an order only says so; no file knows yet.
    await window.keyboard.press('Control+K');
    await window.keyboard.type(ANNOUNCED);
    await expect(window.getByRole('option', { name: new RegExp(ANNOUNCED) })).toBeVisible();
    await window.keyboard.press('Enter');
    await expect(window.getByRole('region', { name: '订单', exact: true })).toContainText(ANNOUNCED);
    await window.keyboard.press('Control+D');
    await window.getByLabel('客户已在平台申请').focus();
    await window.keyboard.press('Space');
    await window.keyboard.press('Enter');
    await expect(window.getByText('已登记退款，下次导入自动对上')).toBeVisible();
    await expect(window.getByRole('list', { name: '退款', exact: true })).toContainText('手工登记');

    // At noon the platform shows four of the five as paid back, and one as it was.
    const later = await app.relaunch({ now: NOON });
    await signIn(later);
    const numbers = five
      .map((text) => /2500000000000000\d{3}/.exec(text)?.[0])
      .filter((no) => no !== undefined);
    const [unkept, ...kept] = numbers;
    const isKept = (index: number) => index === 10 || kept.includes(`2500000000000000${three(index)}`);
    const noon = many(50, (index) => (isKept(index) ? tmall(index, SUCCESS) : tmall(index)));
    const shown = { ...tmall(900), 退款的申请时间: at(0.5), 超时时间: at(48), 买家退款金额: '66.00' };
    const file = { name: '退款报表2.csv', writtenAt: NOON, layout: 'REFUNDS_2026' } as const;
    await importFile(later, writeRefundCsv(later, file, [...noon, shown]), TMALL);

    await openList(later.window);
    await place(later.window, '已结束').click();
    await expect(rows(later.window)).toHaveCount(kept.length + 1);
    await place(later.window, '进行中').click();
    await later.window.getByLabel('查找退款').fill(unkept ?? '');
    await expect(rows(later.window)).toHaveCount(1);
    await expect(rows(later.window).first()).not.toContainText('待核实');
    await later.window.keyboard.press('Enter');
    await later.window.keyboard.press('Enter');
    await expect(timeline(later.window).first()).toContainText('导入显示并非如此');

    // The announced refund has its number now.
    await openList(later.window);
    await later.window.getByLabel('查找退款').fill(ANNOUNCED);
    await expect(rows(later.window)).toHaveCount(1);
    await expect(rows(later.window).first()).toContainText('2500000000000000900');

    // The report counts them, and leads from a number to a refund.
    await later.window.keyboard.press('Control+5');
    await later.window.getByLabel('报表', { exact: true }).getByText('退款').click();
    await later.window.getByRole('button', { name: /^申请退款 121，/ }).click();
    await expect(later.window.getByRole('listbox', { name: '报表中的退款' })).toBeFocused();
    await later.window.keyboard.press('Enter');
    await expect(panel(later.window)).toContainText('¥899.00');
  });
});

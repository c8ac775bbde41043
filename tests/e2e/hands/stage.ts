import { join } from 'node:path';
import { MINUTE } from '../../../shared/time/durations.ts';
import { expect, type RunningApp } from '../support/app.ts';
import { ask } from '../support/bridge.ts';
import { exportTime, unpaidOrder, writeOrderCsv } from '../support/exports.ts';
import { openChat } from '../support/hands.ts';
import { allow } from '../support/palette.ts';
import { importFile, openShop } from '../support/seed.ts';
import { openCustomer, queueList, queueRow } from '../support/workbench.ts';

export const NOW = '2026-06-10T10:00:00+08:00';
export const SHOPS = ['听潮旗舰店', '山间一壶旗舰店'] as const;
export const COLLEAGUE = { name: '亦安', pin: '4821' } as const;

const GOODS = [
  ['【天猫正品】316不锈钢保温杯大容量男女士便携水杯学生定制', '89.00'],
  ['全棉四件套纯棉床单被套1.8m床上用品', '459.00'],
  ['手冲咖啡壶家用长嘴细口壶带温度计', '238.00'],
  ['蓝牙耳机真无线降噪长续航运动', '329.00'],
] as const;
const NICKS = [
  '小饼干不加糖',
  '张记五金批发',
  '林深时见鹿a',
  '爱吃鱼的猪小姐',
  '海盐柠檬茶',
  '今天也要早睡',
  '云朵收藏家',
  '夜航船',
  '老王家的猫',
  '跑步的鱼',
  '小麦与土豆',
  '橘子不吃皮',
] as const;

export type Customer = {
  readonly nick: string;
  readonly no: string;
  readonly phone: string;
  readonly amount: string;
};

const customerAt = (nick: string, index: number): Customer => ({
  nick,
  no: `33043700000${String(40_291 + index * 7919).padStart(8, '0')}`,
  phone: `1384023${String(4045 + index * 611).padStart(4, '0')}`,
  amount: GOODS[index % GOODS.length]?.[1] ?? '0.00',
});

/** All are due for their first chase. */
export const UNPAID: readonly Customer[] = NICKS.map((nick, index) => customerAt(nick, index));
export const unpaid = (index: number): Customer => {
  const customer = UNPAID[index];
  if (!customer) throw new Error(`There are ${UNPAID.length} customers`);
  return customer;
};
/** Of the file that arrives while the agent works. */
export const LATE_COMER = customerAt('山间一壶茶', NICKS.length);
export const PARCEL = { ...customerAt('听雨的猫', NICKS.length + 1), parcel: 'SF1409823377051' } as const;

function row({ nick, no, phone, amount }: Customer, minutesAgo: number) {
  const placedAt = new Date(Date.parse(NOW) - minutesAgo * MINUTE).toISOString();
  const [title] = GOODS.find(([, price]) => price === amount) ?? GOODS[0];
  return unpaidOrder(
    { no, nick, placedAt },
    {
      总金额: amount,
      买家应付货款: amount,
      买家应付邮费: '0.00',
      联系手机: `'${phone}`,
      宝贝标题: title,
      店铺名称: SHOPS[0],
    },
  );
}

/** A file as it comes out of the platform while the agent works, with one customer more. */
export const writeLateExport = (app: RunningApp): string =>
  writeOrderCsv(app, { name: 'ExportOrderList202606101000.csv', writtenAt: NOW }, [row(LATE_COMER, 20)]);

export type Stage = {
  readonly app: RunningApp;
  readonly window: RunningApp['window'];
  readonly chat: RunningApp['window'];
};

/** A shift as it is at ten: two shops, a colleague, this morning's report, the chat client beside the program. */
export async function setStage(app: RunningApp): Promise<Stage> {
  const { window } = app;
  await openShop(app, { shopName: SHOPS[0], platform: 'taobao' });
  await ask(window, 'shops.create', { name: SHOPS[1], platform: 'tmall' });
  await ask(window, 'agents.create', { ...COLLEAGUE, role: 'agent' });
  const sent = {
    ...row(PARCEL, 3 * 24 * 60),
    订单状态: '卖家已发货，等待买家确认',
    订单付款时间: exportTime(Date.parse(NOW) - 2 * 24 * 60 * MINUTE),
    买家实际支付金额: PARCEL.amount,
    物流单号: `No:${PARCEL.parcel}`,
    物流公司: '顺丰速运',
  };
  const file = { name: 'ExportOrderList202606100955.csv', writtenAt: NOW };
  const orders = UNPAID.map((customer, index) => row(customer, 25 + index * 3));
  // Not where new reports are looked for.
  const folder = { userData: join(app.userData, 'this-morning') };
  await importFile(app, writeOrderCsv(folder, file, [...orders, sent]), SHOPS[0]);
  await app.resize(1366, 697);
  for (const name of ['话术小窗', '识别剪贴板']) await allow(app, name);
  const chat = await openChat(app);
  await window.bringToFront();
  return { app, window, chat };
}

const isDocked = ({ window }: Stage) => window.getByRole('button', { name: '总在最前' }).isVisible();

/** The wide workbench with that customer's order open and the queue under the keys; nothing of it is counted. */
export async function atWorkbench(stage: Stage, nick: string): Promise<void> {
  const { window } = stage;
  await window.bringToFront();
  await window.keyboard.press('Control+1');
  await expect(queueList(window)).toBeAttached();
  if (await isDocked(stage)) {
    await window.keyboard.press('Control+Backslash');
    await stage.app.resize(1366, 697);
  }
  await queueRow(window, nick).first().click();
  await expect(openCustomer(window)).toContainText(nick);
  await window.keyboard.press('Control+G');
  await expect(queueList(window)).toBeFocused();
}

/** Beside the chat, with that customer's order open and the first script ready. */
export async function atDock(stage: Stage, nick: string): Promise<void> {
  const { window } = stage;
  await atWorkbench(stage, nick);
  await window.keyboard.press('Control+Backslash');
  await expect(window.getByRole('button', { name: '总在最前' })).toBeVisible();
  await window.keyboard.press('Control+E');
  await expect(window.getByRole('combobox', { name: '搜索话术' })).toBeFocused();
  await expect(openCustomer(window)).toContainText(nick);
}

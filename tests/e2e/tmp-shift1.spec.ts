import { writeFileSync } from 'node:fs';
import { expect, type RunningApp, test } from './support/app.ts';
import { ask } from './support/bridge.ts';
import {
  CLOSED,
  PAID,
  UNPAID,
  unpaidOrder,
  writeItemCsv,
  writeOrderCsv,
  writeOrderXlsx,
} from './support/exports.ts';
import { clipboardText } from './support/main-process.ts';
import { importFile, openShop, previewFile } from './support/seed.ts';
import { openCustomer, orderPanel, queueList } from './support/workbench.ts';

const NOW = '2026-06-10T10:00:00+08:00';
const T60 = '示例超长标题加厚保暖冬季男女同款大码宽松连帽卫衣外套情侣装韩版潮流百搭学生运动休闲上衣新款加绒';

async function settle({ window }: RunningApp) {
  await window.waitForTimeout(400);
}

test.setTimeout(180_000);

test('first run', async ({ launchApp }) => {
  const app = await launchApp({ now: NOW });
  const { window } = app;
  for (const [w, h] of [
    [960, 600],
    [1280, 800],
  ] as const) {
    await app.resize(w, h);
    await settle(app);
    await app.screenshot(`z-first-${w}`);
  }
  await window.getByRole('button', { name: '开始使用' }).click();
  await settle(app);
  await app.screenshot('z-first-errors');
  await window.getByLabel('店铺名称').fill('山间旗舰店');
  await window.getByLabel('客服名字').fill('小满');
  await window.getByRole('button', { name: '开始使用' }).click();
  await settle(app);
  await app.screenshot('z-first-check');
  await window.getByRole('button', { name: '发送测试提醒' }).click();
  await settle(app);
  await app.screenshot('z-first-check2');
  await window.getByRole('button', { name: '看到并听到了' }).click();
  await settle(app);
  await app.screenshot('z-first-empty');
});

test('odd orders', async ({ launchApp }) => {
  const app = await launchApp({ now: NOW });
  const { window } = app;
  await openShop(app, { shopName: '示例旗舰店' });
  await app.resize(1280, 800);
  const rows = [
    unpaidOrder(
      {
        no: '3304370000000000101',
        nick: '这是一个特别特别长的客户昵称用来看看会不会被截断tb_2026061012345678',
        placedAt: '2026-06-10T09:40:00+08:00',
      },
      { 宝贝标题: T60, 总金额: '69.80' },
    ),
    unpaidOrder(
      { no: '3304370000000000102', nick: 't**3', placedAt: '2026-06-10T09:30:00+08:00' },
      {
        总金额: '1234567.89',
        买家应付货款: '1234567.89',
        买家应付邮费: '0.00',
      },
    ),
    unpaidOrder(
      { no: '3304370000000000103', nick: '小林', placedAt: '2026-06-10T07:30:00+08:00' },
      {
        宝贝标题: '',
        宝贝总数量: '0',
      },
    ),
    unpaidOrder(
      { no: '3304370000000000104', nick: '山间一壶茶', placedAt: '2026-06-09T10:30:00+08:00' },
      { 总金额: '0.01' },
    ),
    unpaidOrder(
      { no: '3304370000000000105', nick: '云朵', placedAt: '2026-06-09T23:30:00+08:00' },
      {
        买家留言: '请尽快发货，谢谢；地址写错了帮我改一下，改成浙江省杭州市余杭区某某小区某某栋',
      },
    ),
    unpaidOrder({ no: '3304370000000000106', nick: '云朵', placedAt: '2026-06-10T09:20:00+08:00' }, {}),
    unpaidOrder(
      { no: '3304370000000000107', nick: '已付的人', placedAt: '2026-06-10T09:00:00+08:00' },
      {
        订单状态: PAID,
        订单付款时间: '2026-06-10 09:05:00',
        买家实际支付金额: '69.80',
      },
    ),
    unpaidOrder(
      { no: '3304370000000000108', nick: '关闭的人', placedAt: '2026-06-09T09:00:00+08:00' },
      {
        订单状态: CLOSED,
        订单关闭原因: '买家未付款',
      },
    ),
  ];
  await importFile(app, writeOrderCsv(app, { name: 'a.csv', writtenAt: NOW }, rows));
  await importFile(
    app,
    writeOrderXlsx(app, { name: 'b.xlsx', writtenAt: NOW }, [
      {
        订单编号: '3304370000000000201',
        订单状态: UNPAID,
        订单创建时间: '2026-06-10 08:50:00',
        订单付款时间: '',
        商品标题: T60 + '，' + T60,
        总金额: '399.00',
        买家应付货款: '399.00',
        买家应付邮费: '0.00',
        买家实付金额: '0.00',
        商品属性SKU: '颜色分类：雾霾蓝加绒加厚款;尺码：2XL建议140-160斤',
        物流单号: '',
        物流公司: '',
      },
    ]),
  );
  await settle(app);
  const list = queueList(window);
  const n = await list.getByRole('option').count();
  const out: string[] = [];
  await window.keyboard.press('Control+G');
  await window.keyboard.press('Home');
  for (let i = 0; i < n; i += 1) {
    await settle(app);
    await app.screenshot(`z-odd-${i}`);
    await window.keyboard.press('Enter');
    await window.keyboard.press('Enter');
    await settle(app);
    out.push(`--- ${await openCustomer(window).textContent()}\n${await clipboardText(app)}`);
    await app.screenshot(`z-odd-${i}-copied`);
    await window.keyboard.press('Escape');
    await window.keyboard.press('Control+G');
    await window.keyboard.press('ArrowDown');
  }
  writeFileSync('out/screens/z-odd.txt', out.join('\n'));
  for (const tab of ['客户', '记录']) {
    await orderPanel(window).getByRole('tab', { name: tab }).click();
    await settle(app);
    await app.screenshot(`z-odd-tab-${tab}`);
  }
  await window.keyboard.press('Control+2');
  await settle(app);
  await app.screenshot('z-odd-orders');
  for (const who of ['已付的人', '关闭的人', '0000201']) {
    await window.keyboard.press('Control+K');
    await window.keyboard.type(who);
    await settle(app);
    await app.screenshot(`z-odd-find-${who}`);
    await window.keyboard.press('Enter');
    await settle(app);
    await app.screenshot(`z-odd-open-${who}`);
  }
});

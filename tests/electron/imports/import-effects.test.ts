import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { createExportFolder, exportGrid, toCsv } from '../../support/export-files.ts';
import {
  agentNamed,
  anUnpaidOrder,
  openShopFloor,
  shopNamed,
  tasksOf,
} from '../../support/main-side/a-shop-floor.ts';
import { createMainSide, type MainSide } from '../../support/main-side/create-main-side.ts';
import { type ExportedOrder, exportedRow } from '../../support/main-side/import-orders.ts';

/** 10 June 2026, 14:30 in Beijing. */
const NOW = Date.UTC(2026, 5, 10, 6, 30);
const folder = createExportFolder();
afterAll(folder.remove);

let main: MainSide;
beforeEach(() => {
  main = createMainSide({ startsAtMs: NOW });
  openShopFloor(main);
});

function chase(customer: string): void {
  const task = tasksOf(main, customer).find(({ step }) => step === 'first');
  if (!task) throw new Error(`${customer} is not due`);
  const actor = { agentId: agentNamed(main, '小满').id, nowMs: main.clock.now() };
  main.core.taskActions.completeTask({ taskId: task.id }, actor);
}

const paid = (index: number): ExportedOrder => ({
  ...anUnpaidOrder(index, NOW),
  paidAtMs: NOW + 30 * MINUTE,
});
const closed = (index: number): ExportedOrder => ({ ...anUnpaidOrder(index, NOW), isClosed: true });
const fresh = (index: number): ExportedOrder => anUnpaidOrder(index, NOW + HOUR);

function take(orders: readonly ExportedOrder[], isDryRun: boolean) {
  const path = folder.write(`\uFEFF${toCsv(exportGrid('ERA_D', orders.map(exportedRow)))}`, 'orders.csv');
  const shop = shopNamed(main, '示例旗舰店');
  const outcome = main.core.importFile({ path, shop, agentId: null, isDryRun });
  if (outcome.kind === 'unreadable') throw new Error(outcome.reason);
  return outcome.kind === 'previewed' ? outcome.preview : outcome;
}

const linesOf = ({ effects }: ReturnType<typeof take>) =>
  effects.map(({ key, label, count, amountFen }) => [key, label, count, amountFen]);

describe('P10: an import says what came of the chases', () => {
  const file = () => [
    paid(0),
    paid(1),
    closed(2),
    closed(3),
    anUnpaidOrder(4, NOW),
    anUnpaidOrder(5, NOW),
    fresh(300),
    fresh(301),
  ];
  const lines = [
    ['recovered', '今天催的已付款', 1, 23800],
    ['paid-unasked', '未催自付', 1, 23900],
    ['todo:chase', '新增催付', 2, 53800 + 53900],
    // O4: the money of an order to ship includes the price of a delay.
    ['todo:ship', '新增发货跟进', 2, 23800 + 1190 + 23900 + 1195],
    ['open-chased', '今天催的仍未付', 1, 24200],
    ['closed-chased', '催过仍关闭', 1, 24000],
    ['closed-unasked', '未催已关闭', 1, 24100],
  ];

  beforeEach(() => {
    for (const customer of ['山间一壶茶', '小鹿乱撞88', '江南烟雨客']) chase(customer);
    main.clock.advanceBy(HOUR);
  });

  it('before it is written and after, in the same words', () => {
    expect(linesOf(take(file(), true))).toEqual(lines);
    expect(linesOf(take(file(), false))).toEqual(lines);
  });

  it('names the day of the chases', () => {
    main.clock.advanceBy(24 * HOUR);
    expect(linesOf(take([paid(0)], false))).toEqual([
      ['recovered', '昨天催的已付款', 1, 23800],
      ['todo:ship', '新增发货跟进', 1, 23800 + 1190],
    ]);
  });

  it('says nothing of a file that brings nothing', () => {
    take(file(), false);
    const again = linesOf(take(file(), true));
    expect(again).toEqual([['open-chased', '今天催的仍未付', 1, 24200]]);
  });

  it('counts an order once, however many rows show it', () => {
    const once = [
      ['recovered', '今天催的已付款', 1, 23800],
      ['todo:ship', '新增发货跟进', 1, 23800 + 1190],
    ];
    expect(linesOf(take([paid(0), paid(0)], true))).toEqual(once);
    expect(linesOf(take([paid(0), paid(0)], false))).toEqual(once);
  });

  it('calls nothing new to chase that the platform has closed by now', () => {
    const old: ExportedOrder = { ...fresh(300), placedAtMs: NOW - 30 * 24 * HOUR };
    expect(linesOf(take([old], true))).toEqual([]);
    expect(linesOf(take([old], false))).toEqual([]);
  });
});

describe('P1: a preview says what changes', () => {
  it('with the customer, the status before and after, the money, the newest first', () => {
    const preview = take([paid(0), closed(2), paid(1)], true);
    if (!('changed' in preview)) throw new Error('No preview');
    expect(
      preview.changed.map(({ who, group, details, amountFen }) => [who, group, details, amountFen]),
    ).toEqual([
      ['夏天的风呀', '付款', ['待付款 → 已付款'], 23900],
      ['山间一壶茶', '付款', ['待付款 → 已付款'], 23800],
      ['小鹿乱撞88', '关闭', ['待付款 → 已关闭'], 24000],
    ]);
    expect(preview.changedGroups).toEqual([
      { group: '付款', count: 2 },
      { group: '关闭', count: 1 },
    ]);
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import { createCaseStore } from '../../../electron/store/cases/case-store.ts';
import { createOrderStore } from '../../../electron/store/orders/order-store.ts';
import type { CustomerId } from '../../../shared/domain/ids.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { anUnpaidOrder, openShopFloor, orderOf, shopNamed } from '../../support/main-side/a-shop-floor.ts';
import { askMain } from '../../support/main-side/ask-main.ts';
import { createMainSide, type MainSide } from '../../support/main-side/create-main-side.ts';
import { importOrders } from '../../support/main-side/import-orders.ts';
import { plansOf } from '../../support/plans-of.ts';
import { beijing } from '../../support/records/an-order.ts';

let main: MainSide;

beforeEach(() => {
  main = createMainSide({ startsAtMs: beijing('2026-06-10 14:30') });
  openShopFloor(main, { orderCount: 1, hasScripts: false });
});

const openOf = (nick: string) =>
  askMain(main, 'cases.open', {
    kind: 'difference',
    title: '收退差价',
    channel: '旺旺',
    links: [asSubject('order', orderOf(main, nick).id)],
    fields: { direction: 'in', purpose: 'freight', amount: 800 },
  });

describe('O12: a payment in an order of its own', () => {
  it('is found by the import that brings it, though the order of the case is not in the file', async () => {
    const { id } = await openOf('山间一壶茶');
    await askMain(main, 'cases.advance', { id, request: { kind: 'advance', to: 'link-sent' } });
    const detail = () => askMain(main, 'cases.detail', { id });
    expect((await detail()).words).toContain('请写“补运费-山间一壶茶”');
    main.clock.advanceBy(5 * MINUTE);
    const paidAtMs = main.clock.now();
    importOrders(main, shopNamed(main, '示例旗舰店'), [
      {
        ...anUnpaidOrder(0, paidAtMs),
        no: '3304370000000000777',
        title: '补运费专拍',
        amount: '8.00',
        paidAtMs,
      },
    ]);
    const { news, tasks } = await detail();
    expect(news).toBe('导入显示客户已付 ¥8.00（订单 3304370000000000777）');
    expect(tasks).toMatchObject([
      {
        kind: 'case-check',
        dueAtMs: main.clock.now(),
        amountAtRiskFen: 800,
        reason:
          '收退差价：待收运费 ¥8.00 · 请客户付补差链接，导入显示客户已付 ¥8.00（订单 3304370000000000777）',
      },
    ]);
  });

  it('is looked for through the orders of one customer, and through open cases alone', () => {
    const plans = plansOf((db) => {
      createCaseStore(db).listOpenBeside(['order-1'], ['difference']);
      createOrderStore(db).listNewestOf('customer-1' as CustomerId, 20);
    });
    expect(plans[0]).toMatch(/cases_open/);
    expect(plans[0]).toMatch(/orders_by_customer/);
    expect(plans[1]).toMatch(/orders_by_customer/);
    expect(plans.join('\n')).not.toMatch(/SCAN (o|orders|beside)\b|USE TEMP B-TREE/);
  });
});

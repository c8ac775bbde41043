import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createOrderSubjectStore } from '../../../../electron/store/orders/order-subject-store.ts';
import { createDeadlineStore } from '../../../../electron/store/subjects/deadline-store.ts';
import { shipEndOf } from '../../../../shared/domain/shipping/ship-end.ts';
import { DAY, HOUR } from '../../../../shared/time/durations.ts';
import { createExportFolder } from '../../../support/export-files.ts';
import { plansOf } from '../../../support/plans-of.ts';
import { beijing } from '../../../support/records/an-order.ts';
import { APPLIED, aRefundDesk, ORDER_NO, type RefundDesk } from '../../refunds/a-refund-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

let desk: RefundDesk;
beforeEach(() => {
  desk = aRefundDesk(folder);
});

const refund = (no: string, cells: Readonly<Record<string, string>>) => ({
  ...APPLIED,
  退款编号: `25000000000000${no}`,
  ...cells,
});
const shift = (kind: 'refund' | 'ship', until: string, byMs = 2 * DAY) =>
  desk.core.duties.deadlines.shift({ kind, byMs, untilMs: beijing(until), reason: '端午放假' }, desk.actor());
const byTime = ([a]: readonly (number | null)[], [b]: readonly (number | null)[]) => (a ?? 0) - (b ?? 0);
const endsOf = () =>
  desk.core.refundView
    .all()
    .map(({ clock: { end } }) => [end?.atMs ?? 0, end?.originalAtMs ?? null] as const)
    .toSorted(byTime);

describe('A4: deadlines of refunds are put off for a holiday', () => {
  beforeEach(() => {
    desk.commit(
      'REFUNDS_2026',
      refund('0001', { 超时时间: '2026-06-14 09:00:00' }),
      refund('0002', { 超时时间: '2026-06-15 23:59:59' }),
      refund('0003', { 超时时间: '2026-06-16 00:00:01' }),
      // No file says it: to be answered within 36 hours.
      refund('0004', { 超时时间: '', 退款的申请时间: '2026-06-13 09:00:00' }),
      refund('0005', { 超时时间: '2026-06-12 09:00:00' }),
      refund('0006', { 超时时间: '2026-06-15 09:00:00', 退款状态: '退款成功' }),
    );
  });

  it('all that end until then, whoever says so; neither what is past nor what is over', () => {
    const before = endsOf();
    expect(desk.core.duties.deadlines.countEnding('refund', within())).toBe(3);
    const { message, subjects } = shift('refund', '2026-06-16 00:00');
    expect([message, subjects.length]).toEqual(['已顺延 3 项截止时间', 3]);
    expect(endsOf()).toEqual(
      before
        .map(([atMs, originalAtMs]) =>
          atMs > desk.clock.now() && atMs <= beijing('2026-06-16 00:00')
            ? [atMs + 2 * DAY, atMs]
            : [atMs, originalAtMs],
        )
        .toSorted(byTime),
    );
  });

  it('are told to the agent with the time before, and taken back by one undo', () => {
    const [before, tasksBefore] = [endsOf(), desk.toDo()];
    const { activityId } = shift('refund', '2026-06-16 00:00');
    const reasons = desk.core.stores.tasks
      .listTasks({ kind: 'refund', state: null, dueBeforeMs: null, limit: -1 })
      .map(({ reason }) => reason);
    expect(reasons.join()).toContain('截止时间顺延：原 06-14 09:00 现 06-16 09:00');
    desk.core.undoActivity(activityId, desk.actor());
    expect([endsOf(), desk.toDo()]).toEqual([before, tasksBefore]);
  });

  it('hold until a file names another time', () => {
    shift('refund', '2026-06-16 00:00');
    desk.commit('REFUNDS_2026', refund('0001', { 超时时间: '2026-06-14 09:00:00' }));
    expect(endsOf()).toContainEqual([beijing('2026-06-16 09:00'), beijing('2026-06-14 09:00')]);
    desk.commit('REFUNDS_2026', refund('0001', { 超时时间: '2026-06-15 08:00:00' }));
    expect(endsOf()).toContainEqual([beijing('2026-06-15 08:00'), beijing('2026-06-16 09:00')]);
  });

  it('are refused where there is none, and without a reason', () => {
    expect(() => shift('refund', '2026-06-13 10:00')).toThrow('没有 2026-06-13 10:00 前到期的截止时间');
    expect(() => shift('refund', '2026-06-16 00:00', 0)).toThrow('顺延时间须大于 0');
  });

  const within = () => ({ afterMs: desk.clock.now(), untilMs: beijing('2026-06-16 00:00') });
});

/** Its orders name their shipping time. */
const ERA = 'ERA_E';

describe('O4: shipping times of orders are put off for a big sale', () => {
  const PAID = {
    订单编号: ORDER_NO,
    订单状态: '买家已付款，等待卖家发货',
    应发货时间: '2026-06-14 12:00:00',
  };
  const shipEnd = () => {
    const [order] = desk.core.stores.orders.findByNo(ORDER_NO);
    if (!order) throw new Error('The order is gone');
    const { shipping } = desk.core.settingsOf(order.shopId);
    return shipEndOf(order, desk.core.stores.deadlines.listOf('order', [order.id]), shipping);
  };

  const saidShipEnd = () => {
    const [order] = desk.core.stores.orders.findByNo(ORDER_NO);
    const asked = { orderId: order?.id ?? null, taskId: null, reason: null };
    return desk.core.scripts.lookUp(asked, '小满', desk.clock.now()).values.发货期限;
  };

  it('of paid orders, until a file names another time', () => {
    desk.commit(ERA, PAID);
    expect(shipEnd()).toMatchObject({ source: 'file', originalAtMs: null });
    shift('ship', '2026-06-15 00:00', 12 * HOUR);
    expect(shipEnd()).toMatchObject({
      atMs: beijing('2026-06-15 00:00'),
      originalAtMs: beijing('2026-06-14 12:00'),
      reason: '端午放假',
    });
    shift('ship', '2026-06-15 00:00', 12 * HOUR);
    expect(shipEnd()?.atMs).toBe(beijing('2026-06-15 12:00'));
    desk.commit(ERA, { ...PAID, 应发货时间: '2026-06-16 12:00:00' });
    expect(shipEnd()).toMatchObject({ source: 'file', atMs: beijing('2026-06-16 12:00') });
  });

  it('and scripts say the time that counts', () => {
    desk.commit(ERA, PAID);
    expect(saidShipEnd()).toBe('明天12:00');
    shift('ship', '2026-06-15 00:00');
    expect(saidShipEnd()).toBe('6月16日12:00');
  });

  it('not of one that is shipped', () => {
    desk.commit(ERA, { ...PAID, 订单状态: '卖家已发货，等待买家确认' });
    expect(() => shift('ship', '2026-06-15 00:00')).toThrow('没有');
    expect(shipEnd()).toBeNull();
  });
});

it('A4, O4: what a shift looks at is found by an index', () => {
  const within = { afterMs: 0, untilMs: 1 };
  const plans = [
    ...plansOf((db) => createOrderSubjectStore(db).listToShip(within)),
    ...plansOf((db) => createDeadlineStore(db).listSubjectsOf('refund', within)),
  ];
  const ofOrders = plans.filter((plan) => /orders|deadlines/.test(plan));
  for (const plan of ofOrders) expect(plan).toMatch(/SEARCH (orders|deadlines) USING (COVERING )?INDEX/);
  expect(plans.join('\n')).toContain('orders_to_ship_by_rule (shop_id=? AND paid_at_ms>? AND paid_at_ms<?)');
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerId, OrderId } from '../../../../shared/domain/ids.ts';
import { HOUR } from '../../../../shared/time/durations.ts';
import { insertCustomer, insertOrder } from '../../../support/memory-store.ts';
import { aWorkstation, type Workstation } from '../../../support/records/a-workstation.ts';
import { PLACED_AT_MS } from '../../../support/records/an-order.ts';

const CUSTOMER = 'customer-1' as CustomerId;
const SECOND = 'order-2' as OrderId;

let desk: Workstation;
beforeEach(() => {
  desk = aWorkstation();
  insertCustomer(desk.db);
});

const refresh = (...ids: OrderId[]) =>
  desk.refreshTasks(
    ids.map((id) => ({ kind: 'order', id }) as const),
    desk.clock.now(),
  );

const countTasks = () => desk.db.prepare('SELECT count(*) FROM tasks').pluck().get();

describe('H6: rules run for what was touched', () => {
  it('makes the tasks once, and a second run changes nothing', () => {
    const { id } = insertOrder(desk.db);
    refresh(id);
    const tasks = desk.tasks.listForSubject({ kind: 'order', id });
    expect(tasks).toHaveLength(3);
    desk.clock.advanceBy(1);
    refresh(id);
    expect(desk.tasks.listForSubject({ kind: 'order', id })).toEqual(tasks);
  });

  it('works through more orders than fit in one page', () => {
    const ids = Array.from({ length: 1201 }, (_unused, index) => `order-${index}` as OrderId);
    for (const id of ids) insertOrder(desk.db, { id, no: id });
    refresh(...ids);
    expect(countTasks()).toBe(3603);
  });

  it('looks at the customer’s other orders too', () => {
    insertOrder(desk.db, { customerId: CUSTOMER });
    insertOrder(desk.db, { id: SECOND, no: '42', customerId: CUSTOMER, itemTitle: '运动裤' });
    refresh('order-1' as OrderId);
    insertOrder(desk.db, { customerId: CUSTOMER, status: 'paid', paidAtMs: PLACED_AT_MS });
    refresh('order-1' as OrderId);
    expect(desk.taskOf('first', SECOND).advice).toMatchObject({ kind: 'advised-against' });
  });

  it('P8: passes the question about a repetition on to the newest order', () => {
    for (const [index, id] of ['order-1', 'order-2', 'order-3'].entries()) {
      desk.importOrder({
        id: id as OrderId,
        no: id,
        customerId: CUSTOMER,
        placedAtMs: PLACED_AT_MS + index * HOUR,
      });
    }
    expect(desk.statesOf()).not.toHaveProperty('confirm');
    expect(desk.statesOf(SECOND)).toMatchObject({ confirm: 'cancelled' });
    expect(desk.taskOf('confirm', 'order-3' as OrderId).reason).toContain('order-1、order-2');
  });

  it('ignores orders that are not there', () => {
    refresh('none' as OrderId);
    refresh();
    expect(countTasks()).toBe(0);
  });
});

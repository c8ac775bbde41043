import { beforeEach, describe, expect, it } from 'vitest';
import type { CustomerId, OrderId } from '../../../../shared/domain/ids.ts';
import type { SubjectRef } from '../../../../shared/domain/subjects/subject.ts';
import { HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { insertCustomer } from '../../../support/memory-store.ts';
import { aWorkstation, type Workstation } from '../../../support/records/a-workstation.ts';
import { beijing } from '../../../support/records/an-order.ts';

const CUSTOMER = { kind: 'customer', id: 'customer-1' as CustomerId } as const;

let desk: Workstation;
beforeEach(() => {
  desk = aWorkstation();
  insertCustomer(desk.db);
});

const create = (subject: SubjectRef, changes: { kind?: 'chase'; dueAtMs?: number } = {}) =>
  desk.taskActions.createTask(
    {
      subject,
      kind: 'follow-up',
      text: '告知到货时间',
      dueAtMs: desk.clock.now() + HOUR,
      ownerId: desk.agent.id,
      ...changes,
    },
    desk.actor(),
  );

describe('a task that an agent makes', () => {
  it('is about any subject, and reminds like any other', () => {
    expect(create(CUSTOMER).message).toMatch(/^已登记，.+ 提醒$/);
    const [task] = desk.tasks.listForSubject(CUSTOMER);
    expect(task).toMatchObject({
      kind: 'follow-up',
      reason: '告知到货时间',
      ownerId: 'agent-1',
      shopId: null,
    });
    expect(desk.tasks.nextReminderAtMs()).toBe(desk.clock.now() + HOUR);
  });

  it('stays beside what rules make, and can come twice', () => {
    const { id } = desk.importOrder();
    const order = { kind: 'order', id } as const;
    create(order);
    create(order);
    desk.importOrder({ status: 'paid' });
    const made = desk.tasks.listForSubject(order).filter(({ kind }) => kind === 'follow-up');
    expect(made.map(({ state, shopId }) => [state, shopId])).toEqual([
      ['open', 'shop-1'],
      ['open', 'shop-1'],
    ]);
  });

  it('names the year where it is another one, so that a slip is seen (F20 of the field)', () => {
    const dueAtMs = beijing('2027-01-01 09:00');
    expect(create(CUSTOMER, { dueAtMs }).message).toBe('已登记，2027-01-01 09:00 提醒');
    const [task] = desk.tasks.listForSubject(CUSTOMER);
    if (!task) throw new Error('The task was not made');
    const untilMs = beijing('2099-01-01 00:00');
    const { message } = desk.taskActions.snoozeTask({ taskId: task.id, untilMs }, desk.actor());
    expect(message).toBe('已延后到 2099-01-01 00:00');
  });

  it('is gone after an undo', () => {
    const { activityId } = create(CUSTOMER);
    expect(desk.undoActivity(activityId, desk.actor()).message).toBe('已撤销：登记待办');
    expect(desk.tasks.listForSubject(CUSTOMER)).toEqual([]);
  });

  it('is refused for the past, for what rules make, and about nothing', () => {
    expect(() => create(CUSTOMER, { dueAtMs: desk.clock.now() - MINUTE })).toThrow('到期时间须晚于现在');
    expect(() => create(CUSTOMER, { kind: 'chase' })).toThrow('「催付」待办由规则生成，不能手工登记');
    expect(() => create({ kind: 'order', id: 'none' as OrderId })).toThrow('该订单已不存在');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { insertCustomer } from '../../support/memory-store.ts';
import { aWorkstation, type Workstation } from '../../support/records/a-workstation.ts';
import { beijing } from '../../support/records/an-order.ts';

const ORDER = 'order-1' as OrderId;
const AGREED = beijing('2026-06-10 20:30');

let desk: Workstation;
beforeEach(() => {
  desk = aWorkstation();
  desk.importOrder();
  desk.clock.advanceBy(16 * MINUTE);
});

const agree = (untilMs = AGREED) =>
  desk.chasing.agreePayTime(
    { orderId: ORDER, untilMs, reason: 'top-up', note: '客户说 20:30 充值' },
    desk.actor(),
  );
const send = (step: string) => desk.taskActions.completeTask({ taskId: desk.taskOf(step).id }, desk.actor());
const openSteps = () =>
  Object.entries(desk.statesOf())
    .filter(([, state]) => state === 'open' || state === 'snoozed')
    .map(([step, state]) => `${step} ${state}`);

describe('P2: the time that the customer names becomes the next reminder', () => {
  it('snoozes the message that is due, and lets none come before', () => {
    agree();
    expect(openSteps()).toEqual(['first snoozed', 'last open']);
    expect(desk.tasks.nextReminderAtMs()).toBe(AGREED);
  });

  it('takes the message that the agent is at, not one that was missed', () => {
    desk.clock.advanceBy(3 * HOUR);
    agree();
    expect(desk.taskOf('second').state).toBe('snoozed');
  });

  it('reminds also when every message was sent already, and can be undone', () => {
    for (const step of ['first', 'second', 'last']) send(step);
    expect(openSteps()).toEqual([]);
    const { activityId } = agree();
    expect(openSteps()).toEqual([`agreed:${AGREED} open`]);
    expect(desk.tasks.nextReminderAtMs()).toBe(AGREED);
    desk.undoActivity(activityId, desk.actor());
    expect(openSteps()).toEqual([]);
  });

  it('reminds of a second promise after the first was not kept', () => {
    for (const step of ['first', 'second', 'last']) send(step);
    agree();
    desk.clock.jumpTo(AGREED + MINUTE);
    send(`agreed:${AGREED}`);
    const later = AGREED + 2 * HOUR;
    agree(later);
    expect(openSteps()).toEqual([`agreed:${later} open`]);
  });

  it('refuses a time that has passed', () => {
    for (const step of ['first', 'second', 'last']) send(step);
    expect(() => agree(desk.clock.now())).toThrow('晚于现在');
  });

  it('refuses an order that is paid', () => {
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now() });
    expect(() => agree()).toThrow('已不是待付款状态');
  });
});

describe('P2 A6 of the shift: a time at which the order is closed already is kept for the next one', () => {
  const AFTER = beijing('2026-06-12 20:30');
  const reorder = `reorder:${AFTER}`;

  it('becomes a reminder to ask for a new order, in the queue and with its words, and can be undone', () => {
    const { activityId, message } = agree(AFTER);
    expect(message).toBe('订单到时已关闭：06-12 20:30 提醒客户再拍');
    expect(openSteps()).toContain(`${reorder} open`);
    expect(desk.kindsOf()[0]).toBe('reorder-agreed');
    desk.undoActivity(activityId, desk.actor());
    expect(openSteps()).toEqual(['first open', 'second open', 'last open']);
  });

  it('is the same where a message is put off beyond the closing: F2 and F3 are alike', () => {
    desk.taskActions.snoozeTask(
      { taskId: desk.taskOf('first').id, untilMs: AFTER, note: '发工资再付' },
      desk.actor(),
    );
    expect(openSteps()).toContain(`${reorder} open`);
    expect(desk.kindsOf()[0]).toBe('reorder-agreed');
  });

  it('survives the closing of the order, which ends its chase, and reminds then', () => {
    agree(AFTER);
    desk.clock.advanceBy(26 * HOUR);
    desk.importOrder({ status: 'closed' });
    expect(openSteps()).toEqual([`${reorder} open`]);
    expect(desk.tasks.nextReminderAtMs()).toBe(AFTER);
  });

  it('ends once the customer has ordered the same again', () => {
    const customerId = insertCustomer(desk.db).id;
    desk.importOrder({ customerId });
    agree(AFTER);
    desk.clock.advanceBy(26 * HOUR);
    desk.importOrder({ status: 'closed' });
    desk.importOrder({
      id: 'order-2' as OrderId,
      no: '3304370000000000999',
      customerId,
      placedAtMs: desk.clock.now(),
    });
    expect(desk.taskOf(reorder).cancelReason).toBe('客户已再拍');
  });

  it('ends where the customer has paid before the closing after all', () => {
    agree(AFTER);
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now() });
    expect(desk.taskOf(reorder).cancelReason).toBe('订单已付款');
  });

  it('is said in words of its own, before and after the closing', () => {
    const situation = () =>
      desk.lookUpOccasion({ orderId: ORDER, taskId: null, reason: null }, '小满', desk.clock.now()).situation;
    agree(AFTER);
    expect(situation()).toMatchObject({ step: 'reorder', stages: ['chase-confirm', 'chase-remedy'] });
    desk.importOrder({ status: 'closed' });
    expect(situation()).toMatchObject({ step: 'reorder', stages: ['closed', 'chase-confirm'] });
  });
});

describe('P1 P10: a reason noted, or a time agreed, means that the customer answered', () => {
  const note = () => desk.chasing.noteReason({ orderId: ORDER, reason: 'price' }, desk.actor());

  it('stands for the messages that had come due, as one that went out does', () => {
    const { activityId } = note();
    expect(openSteps()).toEqual(['second open', 'last open']);
    desk.undoActivity(activityId, desk.actor());
    expect(openSteps()).toEqual(['first open', 'second open', 'last open']);
  });

  it('counts for the cap where no message of ours came before it, and with that message where one did', () => {
    note();
    expect(desk.subjects.get(ORDER)?.chases.map(({ step }) => step)).toEqual(['answered']);
    desk.clock.advanceBy(2 * HOUR);
    send('second');
    desk.clock.advanceBy(MINUTE);
    note();
    expect(desk.subjects.get(ORDER)?.chases.map(({ step }) => step)).toEqual(['answered', 'second']);
  });

  it('has the credit of the payment where nobody has recorded a message', () => {
    note();
    desk.clock.advanceBy(HOUR);
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now() });
    expect(desk.kindsOf()).toContain('recovered');
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderId } from '../../../shared/domain/ids.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
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

  it('refuses a time that has passed or that the closing overtakes', () => {
    for (const step of ['first', 'second', 'last']) send(step);
    expect(() => agree(desk.clock.now())).toThrow('晚于现在');
    expect(() => agree(beijing('2026-06-12 20:30'))).toThrow('晚于订单自动关闭时间');
  });

  it('refuses an order that is paid', () => {
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now() });
    expect(() => agree()).toThrow('已不是待付款状态');
  });
});

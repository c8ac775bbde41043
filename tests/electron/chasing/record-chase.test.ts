import { beforeEach, describe, expect, it } from 'vitest';
import { CHASE_PRESET_SETTINGS } from '../../../shared/domain/chasing/chase-settings.ts';
import type { CustomerId, OrderId, TaskId } from '../../../shared/domain/ids.ts';
import { DAY, HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { insertCustomer } from '../../support/memory-store.ts';
import { aWorkstation, type Workstation } from '../../support/records/a-workstation.ts';
import { PLACED_AT_MS } from '../../support/records/an-order.ts';

const CUSTOMER = 'customer-1' as CustomerId;
const CHECKED = { inStock: true, notCancelled: true, reminderSent: true };

const ORDER = { kind: 'order', id: 'order-1' as OrderId } as const;

let desk: Workstation;
beforeEach(() => {
  desk = aWorkstation();
});

describe('P1: recording a chase', () => {
  beforeEach(() => {
    desk.importOrder();
    desk.clock.advanceBy(16 * MINUTE);
  });

  it('makes the ladder of an imported order', () => {
    expect(desk.statesOf()).toEqual({ first: 'open', second: 'open', last: 'open' });
  });

  it('completes the task and puts who, why and what on record', () => {
    const { message } = desk.taskActions.completeTask(
      { taskId: desk.taskOf('first').id, reason: 'top-up', note: '晚上充值' },
      desk.actor(),
    );
    expect(message).toBe('已记录：首次催付');
    expect(desk.statesOf()).toEqual({ first: 'done', second: 'open', last: 'open' });
    expect(desk.activities.listOf(ORDER)[0]).toMatchObject({
      kind: 'chased',
      agentId: 'agent-1',
      data: { step: 'first', reason: 'top-up', text: '晚上充值' },
    });
  });

  it('lets a missed step go when a later one was done in its place', () => {
    desk.clock.advanceBy(2 * HOUR);
    desk.chase('second');
    expect(desk.statesOf()).toEqual({ first: 'cancelled', second: 'done', last: 'open' });
  });

  it('brings the missed step back with an undo', () => {
    desk.clock.advanceBy(2 * HOUR);
    desk.undoActivity(desk.chase('second').activityId, desk.actor());
    expect(desk.statesOf()).toEqual({ first: 'open', second: 'open', last: 'open' });
  });

  it('refuses what is done, cancelled or gone, and changes nothing then', () => {
    desk.chase('first');
    expect(() => desk.chase('first')).toThrow('该待办已完成');
    expect(() => desk.taskActions.completeTask({ taskId: 'none' as TaskId }, desk.actor())).toThrow(
      '已不存在',
    );
    desk.importOrder({ status: 'paid' });
    expect(() => desk.chase('second')).toThrow('该待办已取消：订单已付款');
    expect(desk.kindsOf().filter((kind) => kind === 'chased')).toHaveLength(1);
  });

  it('advises against chasing the customer for another order', () => {
    insertCustomer(desk.db);
    const second = 'order-2' as OrderId;
    desk.importOrder({ customerId: CUSTOMER });
    desk.importOrder({ id: second, no: '42', customerId: CUSTOMER, itemTitle: '运动裤' });
    expect(desk.taskOf('first', second).advice).toEqual({ kind: 'recommended' });
    desk.chase('first');
    expect(desk.taskOf('first', second).advice).toMatchObject({ kind: 'advised-against' });
  });
});

describe('P8: recording that a repetition was asked about', () => {
  it('settles the question for all orders of the repetition', () => {
    insertCustomer(desk.db);
    const newer = 'order-2' as OrderId;
    desk.importOrder({ customerId: CUSTOMER });
    desk.importOrder({ id: newer, no: '42', customerId: CUSTOMER, placedAtMs: PLACED_AT_MS + HOUR });
    expect(desk.taskOf('confirm', newer).reason).toContain('3141592653589793');
    desk.taskActions.completeTask(
      { taskId: desk.taskOf('confirm', newer).id, note: '只要一件' },
      desk.actor(),
    );
    expect(desk.kindsOf(newer)[0]).toBe('duplicate-settled');
    desk.importOrder({ id: newer, status: 'closed' });
    expect(desk.statesOf()).not.toHaveProperty('confirm');
    expect(desk.statesOf(newer)).toMatchObject({ confirm: 'done' });
  });

  it('asks again when that is taken back', () => {
    insertCustomer(desk.db);
    const newer = 'order-2' as OrderId;
    desk.importOrder({ customerId: CUSTOMER });
    desk.importOrder({ id: newer, no: '42', customerId: CUSTOMER, placedAtMs: PLACED_AT_MS + HOUR });
    const { activityId } = desk.chase('confirm', { id: newer });
    expect(desk.statesOf(newer)).toMatchObject({ confirm: 'done' });
    desk.undoActivity(activityId, desk.actor());
    expect(desk.statesOf(newer)).toMatchObject({ confirm: 'open' });
  });
});

describe('P5–P7: the long ladder, to the end of a dispute', () => {
  beforeEach(() => {
    desk = aWorkstation({ chase: CHASE_PRESET_SETTINGS.long });
    desk.importOrder();
    desk.clock.advanceBy(3 * DAY);
    desk.refreshTasks([ORDER], desk.clock.now());
  });

  function warn(checks: typeof CHECKED | null = CHECKED) {
    return desk.taskActions.completeTask({ taskId: desk.taskOf('warn').id, checks }, desk.actor());
  }

  it('P6: plans the warning once the reminder was sent', () => {
    expect(desk.statesOf()).not.toHaveProperty('warn');
    desk.chase('remind');
    expect(desk.statesOf()).toMatchObject({ remind: 'done', warn: 'open' });
  });

  it('P6: lets no warning out unless all checks hold', () => {
    desk.chase('remind');
    desk.clock.advanceBy(4 * DAY);
    expect(() => warn(null)).toThrow('发送警告前须核对：商品有货、客户未取消、已发送 3 天提醒');
    expect(() => warn({ ...CHECKED, inStock: false })).toThrow('发送警告前须核对：商品有货');
    expect(() => warn({ ...CHECKED, reminderSent: false })).toThrow('发送警告前须核对：已发送 3 天提醒');
    expect(desk.taskOf('warn').state).toBe('open');
    warn();
    expect(desk.taskOf('warn').state).toBe('done');
  });

  it('P6: believes the records, not the tick, about the reminder', () => {
    const { activityId } = desk.chase('remind');
    const warning = desk.taskOf('warn');
    desk.undoActivity(activityId, desk.actor());
    desk.tasks.save({ ...warning, state: 'open' });
    expect(() => warn()).toThrow('发送警告前须核对：已发送 3 天提醒');
  });

  it('P7: claims the fee, follows the dispute up and closes it', () => {
    desk.chase('remind');
    desk.clock.advanceBy(4 * DAY);
    warn();
    expect(desk.taskOf('claim-fee').reason).toBe('警告后 7 天，可申请退还交易费');
    desk.clock.advanceBy(7 * DAY);
    desk.chase('claim-fee');
    expect(desk.kindsOf().slice(0, 2)).toEqual(['chased', 'dispute-opened']);
    const firstLook = desk.clock.now() + 3 * DAY;
    expect(desk.taskOf(`follow-up:${firstLook}`)).toMatchObject({ kind: 'dispute', dueAtMs: firstLook });

    desk.clock.advanceBy(3 * DAY);
    desk.chase(`follow-up:${firstLook}`);
    const secondLook = desk.clock.now() + 3 * DAY;
    expect(desk.taskOf(`follow-up:${firstLook}`).state).toBe('done');
    expect(desk.taskOf(`follow-up:${secondLook}`).state).toBe('open');

    const untilMs = desk.clock.now() + DAY;
    const dispute = desk.disputes.get(ORDER.id);
    if (!dispute) throw new Error('The claim has opened a dispute');
    desk.disputes.save({ ...dispute, followUpAtMs: untilMs });
    desk.refreshTasks([ORDER], desk.clock.now());
    expect(desk.taskOf(`follow-up:${secondLook}`).state).toBe('cancelled');
    expect(desk.taskOf(`follow-up:${untilMs}`).state).toBe('open');

    const closing = { orderId: 'order-1' as OrderId, outcome: 'fee-returned' } as const;
    expect(desk.chasing.closeDispute(closing, desk.actor()).message).toBe('纠纷结束：交易费已退还');
    expect(desk.taskOf(`follow-up:${untilMs}`)).toMatchObject({
      state: 'cancelled',
      cancelReason: '纠纷已结束',
    });
    expect(() => desk.chasing.closeDispute(closing, desk.actor())).toThrow('该纠纷已结束');
  });

  it('P7: takes the dispute back with the claim', () => {
    desk.chase('remind');
    desk.clock.advanceBy(4 * DAY);
    warn();
    desk.clock.advanceBy(7 * DAY);
    const { activityId } = desk.chase('claim-fee');
    desk.undoActivity(activityId, desk.actor());
    expect(desk.disputes.get('order-1' as OrderId)).toBeUndefined();
    expect(desk.taskOf('claim-fee').state).toBe('open');
    expect(desk.tasks.listToDo(ORDER).map((task) => task.kind)).toEqual(['chase']);
  });
});

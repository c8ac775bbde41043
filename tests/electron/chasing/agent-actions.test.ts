import { beforeEach, describe, expect, it } from 'vitest';
import type { ActivityId, AgentId, OrderId } from '../../../shared/domain/ids.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { insertAgent } from '../../support/memory-store.ts';
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

const snooze = (step: string, untilMs: number, isAgreedPayTime = false) => {
  const request = { orderId: ORDER, taskId: desk.taskOf(step).id, untilMs, note: '客户说 20:30 充值' };
  return isAgreedPayTime
    ? desk.chasing.agreePayTime(request, desk.actor())
    : desk.taskActions.snoozeTask(request, desk.actor());
};
const undo = (activityId: ActivityId) => desk.undoActivity(activityId, desk.actor());
/** Everything that an undo has to put back. */
const world = () => ({
  order: { ...desk.orders.get(ORDER), updatedAtMs: 0 },
  tasks: desk.tasks
    .listForSubject({ kind: 'order', id: ORDER })
    .map(({ updatedAtMs: _time, reason: _reason, advice: _advice, ...task }) => task),
});

describe('P2: snoozing', () => {
  it('brings the task back at the minute, in words', () => {
    expect(snooze('first', desk.clock.now() + 30 * MINUTE + 30_000).message).toBe('已延后到 06-10 10:46');
    expect(desk.taskOf('first')).toMatchObject({
      state: 'snoozed',
      snoozedUntilMs: beijing('2026-06-10 10:46'),
      snoozeNote: '客户说 20:30 充值',
      reminderAtMs: beijing('2026-06-10 10:46'),
    });
    expect(desk.statesOf()).toMatchObject({ second: 'open' });
  });

  it('keeps the task of use until it comes back, even beyond the next step', () => {
    snooze('first', AGREED);
    expect(desk.taskOf('first').expiresAtMs).toBe(beijing('2026-06-11 10:00'));
  });

  it('refuses a time that has passed', () => {
    expect(() => snooze('first', desk.clock.now())).toThrow('延后的时间须晚于现在');
  });

  it('lets no other step come before the agreed time of payment', () => {
    expect(snooze('first', AGREED, true).message).toBe('约定 06-10 20:30 付款');
    expect(desk.orders.get(ORDER)?.agreedPayAtMs).toBe(AGREED);
    expect(desk.statesOf()).toEqual({ first: 'snoozed', second: 'cancelled', last: 'open' });
  });

  it('makes no second task for the agreed time when the snoozed one was not the first', () => {
    desk.clock.advanceBy(2 * HOUR);
    snooze('second', AGREED, true);
    expect(desk.statesOf()).toMatchObject({ second: 'snoozed', last: 'open' });
    expect(
      desk.tasks.listToDo({ kind: 'order', id: ORDER }).filter((task) => task.dueAtMs === AGREED),
    ).toEqual([]);
  });

  it('tells the agent when the order closes before the agreed time, and what becomes of it', () => {
    expect(snooze('first', beijing('2026-06-11 12:00'), true).message).toBe(
      '订单到时已关闭：06-11 12:00 提醒客户再拍',
    );
  });

  it('goes with the order when it is paid', () => {
    snooze('first', AGREED, true);
    desk.importOrder({ status: 'paid' });
    expect(desk.statesOf()).toEqual({ first: 'cancelled', second: 'cancelled', last: 'cancelled' });
  });
});

describe('P2, P9: giving up, claiming, noting', () => {
  it('P9: stops every chase and leaves the order to its customer', () => {
    desk.chasing.giveUpChase({ orderId: ORDER, reason: 'mistake', note: '拍错尺码' }, desk.actor());
    expect(desk.statesOf()).toEqual({ first: 'cancelled', second: 'cancelled', last: 'cancelled' });
    expect(desk.orders.get(ORDER)).toMatchObject({ status: 'unpaid', chaseStopReason: '误拍：拍错尺码' });
    desk.refreshTasks([{ kind: 'order', id: ORDER }], desk.clock.now());
    expect(desk.taskOf('first').state).toBe('cancelled');
  });

  it('X4: rests the chase when the customer says it is paid', () => {
    desk.chasing.claimPaid({ orderId: ORDER }, desk.actor());
    expect(desk.taskOf('second')).toMatchObject({
      state: 'cancelled',
      cancelReason: '已标记付款，待导入核实',
    });
  });

  it('puts reasons and notes on record', () => {
    desk.chasing.noteReason({ orderId: ORDER, reason: 'price' }, desk.actor());
    desk.addNote({ subject: { kind: 'order', id: ORDER }, text: ' 要白色 ' }, desk.actor());
    expect(desk.kindsOf()).toEqual(['noted', 'reason-noted']);
    expect(() => desk.addNote({ subject: { kind: 'order', id: ORDER }, text: ' ' }, desk.actor())).toThrow(
      '请填写备注',
    );
  });

  it('plans anew when the platform closes the order at another time', () => {
    const closesAtMs = beijing('2026-06-10 15:00');
    desk.chasing.setCloseTime({ orderId: ORDER, closesAtMs }, desk.actor());
    expect(desk.taskOf('last').dueAtMs).toBe(beijing('2026-06-10 14:00'));
    expect(desk.taskOf('last').expiresAtMs).toBe(closesAtMs);
    const tooEarly = { orderId: ORDER, closesAtMs: beijing('2026-06-10 10:00') };
    expect(() => desk.chasing.setCloseTime(tooEarly, desk.actor())).toThrow('关闭时间须晚于下单时间');
  });

  it('refuses all of it for an order that is unpaid no more', () => {
    desk.importOrder({ status: 'paid' });
    const gone = '该订单已不是待付款状态';
    expect(() => desk.chasing.giveUpChase({ orderId: ORDER, reason: 'price' }, desk.actor())).toThrow(gone);
    expect(() => desk.chasing.claimPaid({ orderId: ORDER }, desk.actor())).toThrow(gone);
    expect(() => desk.chasing.setCloseTime({ orderId: ORDER, closesAtMs: null }, desk.actor())).toThrow(gone);
  });
});

describe('H1, H6: handing over', () => {
  const other = 'agent-2' as AgentId;
  const handOver = (...steps: string[]) =>
    desk.taskActions.handOverTasks(
      { taskIds: steps.map((step) => desk.taskOf(step).id), toAgentId: other, note: '夜班跟进' },
      desk.actor(),
    );
  beforeEach(() => {
    insertAgent(desk.db, { id: other, name: '小张' });
  });

  it('gives tasks to another agent, and says so on each subject', () => {
    expect(handOver('first', 'second').message).toBe('已转交 2 条待办');
    expect(desk.taskOf('first').ownerId).toBe(other);
    expect(desk.taskOf('second').ownerId).toBe(other);
    expect(desk.kindsOf()).toEqual(['handed-over', 'handed-over']);
  });

  it('takes all of them back with one undo', () => {
    undo(handOver('first', 'second', 'last').activityId);
    expect(['first', 'second', 'last'].map((step) => desk.taskOf(step).ownerId)).toEqual([null, null, null]);
    const entries = desk.activities.timeline({ kind: 'order', id: ORDER }, { limit: 10 });
    expect(entries.filter(({ isUndone }) => isUndone)).toHaveLength(3);
  });

  it('keeps the owner when the rules move the task', () => {
    handOver('last');
    desk.chasing.setCloseTime({ orderId: ORDER, closesAtMs: beijing('2026-06-10 15:00') }, desk.actor());
    expect(desk.taskOf('last').ownerId).toBe(other);
  });
});

describe('undo puts everything back', () => {
  it.each<[string, () => { readonly activityId: ActivityId }]>([
    ['a chase', () => desk.chase('first')],
    ['a snooze', () => snooze('first', desk.clock.now() + HOUR)],
    ['an agreed time', () => snooze('first', AGREED, true)],
    [
      'a chase that was given up',
      () => desk.chasing.giveUpChase({ orderId: ORDER, reason: 'price' }, desk.actor()),
    ],
    ['a claim of payment', () => desk.chasing.claimPaid({ orderId: ORDER }, desk.actor())],
    [
      'another closing time',
      () =>
        desk.chasing.setCloseTime({ orderId: ORDER, closesAtMs: beijing('2026-06-10 15:00') }, desk.actor()),
    ],
    [
      'a hand-over',
      () =>
        desk.taskActions.handOverTasks(
          { taskIds: [desk.taskOf('first').id], toAgentId: desk.agent.id },
          desk.actor(),
        ),
    ],
  ])('after %s', (_what, act) => {
    snooze('second', desk.clock.now() + 3 * HOUR);
    desk.tasks.markReminded([desk.taskOf('first').id], desk.clock.now());
    const before = world();
    const { activityId } = act();
    expect(world()).not.toEqual(before);
    desk.clock.advanceBy(MINUTE);
    expect(undo(activityId).message).toMatch(/^已撤销：/);
    expect(world()).toEqual(before);
    expect(() => undo(activityId)).toThrow('该操作已撤销');
  });

  it('works backwards, one by one', () => {
    const before = world();
    const first = desk.chase('first');
    desk.clock.advanceBy(2 * HOUR);
    const second = snooze('second', desk.clock.now() + HOUR);
    expect(() => undo(first.activityId)).toThrow('之后已有「延后」，不能撤销');
    undo(second.activityId);
    undo(first.activityId);
    expect(desk.statesOf()).toEqual({ first: 'open', second: 'open', last: 'open' });
    expect(world().order).toEqual(before.order);
  });

  it('refuses once an import has drawn its conclusion', () => {
    const { activityId } = desk.chase('first');
    desk.clock.advanceBy(HOUR);
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now() });
    expect(() => undo(activityId)).toThrow('之后已有「催付成功」，不能撤销');
  });

  it('refuses what nobody decided, and what is not there', () => {
    desk.chase('first');
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now() });
    const recovered = desk.activities.listOf({ kind: 'order', id: ORDER })[0];
    expect(() => undo(recovered?.id ?? ('' as ActivityId))).toThrow('该记录不能撤销');
    expect(() => undo('none' as ActivityId)).toThrow('该记录已不存在');
  });

  it('takes a remark back whatever came after it', () => {
    const { activityId } = desk.chasing.noteReason({ orderId: ORDER, reason: 'price' }, desk.actor());
    desk.clock.advanceBy(2 * HOUR);
    desk.chase('second');
    expect(undo(activityId).message).toBe('已撤销：记录未付原因');
  });
});

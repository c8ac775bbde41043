import { beforeEach, describe, expect, it } from 'vitest';
import { MINUTE } from '../../../shared/time/durations.ts';
import { aBargaining, type Bargaining, ORDER } from './a-bargaining.ts';

let desk: Bargaining;
beforeEach(() => {
  desk = aBargaining();
});
const kinds = () => desk.desk.kindsOf().filter((kind) => kind.startsWith('concession'));

describe('R10: step by step', () => {
  it('goes from refusal to refusal until the customer accepts, with an activity each', () => {
    expect(desk.offer(3).message).toBe('已记录：提出减 ¥3.00');
    expect(() => desk.offer(5)).toThrow('上一项优惠客户还没有答复');
    desk.refuse();
    expect(() => desk.offer(20)).toThrow('请先提出 ¥5.00，客户未接受再提下一步');
    desk.offer(5);
    expect(desk.accept().message).toBe('客户接受减 ¥5.00，请在平台改价');
    expect(kinds()).toEqual([
      'concession-accepted',
      'concession-offered',
      'concession-refused',
      'concession-offered',
    ]);
    expect(desk.view()).toMatchObject({ nextFen: null, accepted: { offer: { amountFen: 500 } } });
  });

  it('goes on where a customer who had agreed bargains again', () => {
    desk.offer(3);
    desk.accept();
    desk.refuse();
    expect(desk.view()).toMatchObject({ nextFen: 500, accepted: null });
  });

  it('gives a small extra in place of money', () => {
    expect(() => desk.offerExtra('免运费')).toThrow('第一步优惠被拒绝后才能提出');
    desk.offer(3);
    desk.refuse();
    desk.offerExtra('免运费');
    expect(desk.accept().message).toBe('客户接受免运费，请写入订单备注');
  });

  it('is over once the order is paid', () => {
    desk.desk.importOrder({ status: 'paid', paidAtMs: desk.desk.clock.now() });
    expect(() => desk.offer(3)).toThrow('该订单已不是待付款状态，不能再议价');
  });

  it('takes every act back, the last one first', () => {
    const offered = desk.offer(3);
    const refused = desk.refuse();
    expect(() => desk.undo(offered.activityId)).toThrow('之后已有「客户未接受优惠」，不能撤销');
    desk.undo(refused.activityId);
    expect(desk.last().state).toBe('offered');
    desk.undo(offered.activityId);
    expect(desk.all()).toEqual([]);
    expect(desk.view().nextFen).toBe(300);
  });
});

describe('R10: beyond the limit the lead is asked', () => {
  beforeEach(() => desk.useUpSteps());

  it('makes it a task of the leads, due in five minutes, with amount and reason', () => {
    desk.ask(30);
    expect(desk.taskOf('decide')).toMatchObject({
      state: 'open',
      dueAtMs: desk.desk.clock.now() + 5 * MINUTE,
      ownerId: null,
      reason: '请答复优惠 ¥30.00：老客，一次买 5 件',
    });
    expect(() => desk.ask(40)).toThrow('主管还没有答复');
  });

  it('an agent cannot grant, not even by completing the task', () => {
    desk.ask(30);
    expect(() => desk.grant(30, null, desk.agent)).toThrow('超出权限的优惠须由主管答复');
    expect(() => desk.offer(30)).toThrow('主管还没有答复');
    const taskId = desk.taskOf('decide')?.id;
    if (!taskId) throw new Error('No task');
    expect(() => desk.desk.taskActions.completeTask({ taskId }, desk.desk.actor())).toThrow(
      '请在「议价」中同意或不同意',
    );
    expect(desk.last().state).toBe('asked');
  });

  it('the answer is a reminder of the asking agent at once, done when it is passed on', () => {
    desk.ask(30);
    desk.grant(25, '只此一次');
    expect(desk.taskOf('decide')?.state).toBe('done');
    const nowMs = desk.desk.clock.now();
    expect(desk.taskOf('answer')).toMatchObject({
      ownerId: desk.agent,
      dueAtMs: nowMs,
      reason: '主管同意减 ¥25.00（申请 ¥30.00）：只此一次',
    });
    expect(desk.desk.tasks.listToRemind(nowMs).map((task) => task.reason)).toContain(
      '主管同意减 ¥25.00（申请 ¥30.00）：只此一次',
    );
    expect(() => desk.offer(30)).toThrow('上一项优惠客户还没有答复');
    desk.offer(25);
    expect(desk.taskOf('answer')?.state).toBe('done');
    expect(desk.all().filter(({ state }) => state === 'offered')).toHaveLength(1);
  });

  it('a refusal comes back with its note, and another amount can be asked for', () => {
    desk.ask(50);
    desk.deny('利润不够');
    expect(desk.taskOf('answer')?.reason).toBe('主管未同意优惠 ¥50.00：利润不够');
    expect(desk.view().canAsk).toBe(true);
    desk.ask(25);
    expect(desk.last().state).toBe('asked');
  });

  it('grants no more than was asked for, and more than the customer has refused', () => {
    desk.ask(30);
    expect(() => desk.grant(40)).toThrow('同意的金额不能高于申请的金额');
    expect(() => desk.grant(20)).toThrow('客户已拒绝 ¥20.00，同意的金额须高于它');
  });

  it('takes a request back with its task, and an answer with both tasks', () => {
    const asked = desk.ask(30);
    const granted = desk.grant(30);
    expect(() => desk.undo(granted.activityId)).toThrow('只能撤销自己的操作');
    desk.undo(granted.activityId, desk.lead);
    expect(desk.last().state).toBe('asked');
    expect(desk.taskOf('decide')?.state).toBe('open');
    expect(desk.taskOf('answer')?.state).toBe('cancelled');
    desk.undo(asked.activityId);
    expect(desk.taskOf('decide')?.state).toBe('cancelled');
  });

  it('asks nobody any more once the order is paid', () => {
    desk.ask(30);
    desk.desk.importOrder({ status: 'paid', paidAtMs: desk.desk.clock.now() });
    expect(desk.taskOf('decide')).toMatchObject({ state: 'cancelled', cancelReason: '订单已付款' });
  });
});

describe('R10: a lead decides alone', () => {
  it('goes to any amount at once, on record as the lead’s own decision', () => {
    desk.offer(30, desk.lead);
    expect(desk.last()).toMatchObject({ state: 'offered', request: null, decision: { agentId: desk.lead } });
    expect(desk.view(desk.lead).isLead).toBe(true);
    expect(desk.view().isLead).toBe(false);
  });
});

describe('X4: what was promised is looked for in the next import', () => {
  beforeEach(() => {
    desk.offer(3);
    desk.accept();
  });

  it('is kept when the price is down, and nobody is bothered', () => {
    desk.desk.importOrder({ status: 'paid', payableFen: 8500, paidAtMs: desk.desk.clock.now() });
    expect(desk.view().proof).toBe('kept');
    expect(desk.taskOf('unkept')).toBeUndefined();
  });

  it('comes back to who promised it when the order was paid in full, until the money is given back', () => {
    const paidAtMs = desk.desk.clock.now();
    desk.desk.importOrder({ status: 'paid', paidAtMs });
    expect(desk.view().proof).toBe('unkept');
    expect(desk.taskOf('unkept')).toMatchObject({
      state: 'open',
      ownerId: desk.agent,
      dueAtMs: paidAtMs,
      reason: '已答应减 ¥3.00，导入显示付款未减，请退差价',
    });
    desk.desk.importOrder({ refundFen: 300 });
    expect(desk.taskOf('unkept')?.state).toBe('cancelled');
  });

  it('is looked for also when nothing else is open on the order', () => {
    for (const { id, state } of desk.desk.tasks.listForSubject({ kind: 'order', id: ORDER }))
      if (state === 'open') desk.desk.tasks.complete(id, desk.desk.clock.now());
    desk.desk.importOrder({ status: 'paid', paidAtMs: desk.desk.clock.now() });
    expect(desk.taskOf('unkept')?.state).toBe('open');
  });
});

import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { createExportFolder } from '../../support/export-files.ts';
import { APPLIED, aRefundDesk, RETURNED, type RefundDesk } from './a-refund-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

let desk: RefundDesk;
beforeEach(() => {
  desk = aRefundDesk(folder);
});

const idOf = () => desk.refund().id;
const answer = (decision: 'agree' | 'refuse' | 'negotiate' | 'intervene') =>
  desk.core.noteRefund.answer({ refundId: idOf(), decision }, desk.actor());
/** Of a refund that was answered once. */
const LATER_STEPS = ['refund decide-24h', 'refund decide-4h', 'refund overdue'];
const ALL_STEPS = ['refund first', ...LATER_STEPS];

describe('A4, X4: an answer on the platform', () => {
  beforeEach(() => {
    desk.commit('REFUNDS_2026', APPLIED);
  });

  it('rests the refund until an import shows it', () => {
    expect(desk.toDo()).toEqual(ALL_STEPS);
    answer('agree');
    expect(desk.toDo()).toEqual([]);
    desk.commit('REFUNDS_2026', { ...APPLIED, 退款状态: '卖家已经同意退款，等待买家退货' });
    const [claim] = desk.core.stores.claims.listOf('refund', [idOf()]);
    expect(claim).toMatchObject({ kind: 'refund-answered', state: 'proved' });
    expect(desk.toDo()).toEqual(['refund-number get-number-1d']);
  });

  it('comes back when the next file shows the refund as it was', () => {
    answer('refuse');
    desk.commit('REFUNDS_2026', APPLIED);
    expect(desk.toDo()).toEqual(LATER_STEPS);
  });

  it('is proved by more time from the platform as well', () => {
    answer('refuse');
    desk.commit('REFUNDS_2026', { ...APPLIED, 超时时间: '2026-06-20 09:00:00' });
    const [claim] = desk.core.stores.claims.listOf('refund', [idOf()]);
    expect(claim).toMatchObject({ state: 'proved' });
  });

  it('that is still talked over lets the clock run on, and is a first answer all the same', () => {
    answer('negotiate');
    expect(desk.toDo()).toEqual(LATER_STEPS);
    expect(desk.refund()).toMatchObject({ decision: 'negotiate', firstHandledAtMs: desk.clock.now() });
  });

  it('is taken back whole', () => {
    const { activityId } = answer('agree');
    desk.core.undoActivity(activityId, desk.actor());
    expect(desk.refund()).toMatchObject({ decision: null, decidedAtMs: null, firstHandledAtMs: null });
    expect(desk.toDo()).toEqual(ALL_STEPS);
  });

  it('is followed by three days of writing to the customer when it was a refusal', () => {
    answer('refuse');
    desk.commit('REFUNDS_2026', { ...APPLIED, 退款状态: '卖家拒绝退款', 超时时间: '' });
    expect(desk.toDo()).toEqual(Array.from({ length: 3 }, () => 'refund-platform after-refusal'));
    // The customer asks again, with a clock of its own.
    desk.commit('REFUNDS_2026', { ...APPLIED, 超时时间: '2026-06-20 09:00:00' });
    expect(desk.toDo()).toEqual(LATER_STEPS);
  });
});

describe('A4: a refusal that the platform does not allow', () => {
  it('is refused here, with the reason', () => {
    desk.commit('REFUNDS_2026', { ...APPLIED, 买家退款原因: '七天无理由退换货' });
    expect(() => answer('refuse')).toThrow('不能拒绝：七天无理由退货不能拒绝');
    expect(desk.toDo()).toEqual(ALL_STEPS);
  });

  it('and an answer to a refund that is over are no news', () => {
    desk.commit('REFUNDS_2026', { ...APPLIED, 退款状态: '退款成功' });
    expect(() => answer('agree')).toThrow('该退款已结束');
  });
});

describe('A3–A5: goods that have come back', () => {
  const noteArrival = (arrival: 'arrived' | 'checked-ok' | 'checked-bad') =>
    desk.core.noteRefund.noteArrival({ refundId: idOf(), arrival }, desk.actor());

  it('are checked and paid for within a day, or disputed within half a day', () => {
    desk.commit('REFUNDS_2026', RETURNED);
    noteArrival('arrived');
    expect(desk.toDo()).toEqual(['refund-return pay-back', 'refund-return overdue']);
    noteArrival('checked-bad');
    expect(desk.toDo()).toEqual(['refund-return dispute-goods', 'refund-return overdue']);
  });

  it('without a number cannot be paid for', () => {
    desk.commit('REFUNDS_2026', { ...APPLIED, 退款状态: '卖家已经同意退款，等待买家退货' });
    noteArrival('arrived');
    expect(desk.toDo()).toEqual(['refund-number arrived-no-number']);
  });

  it('after the money has gone are still written down', () => {
    desk.commit('REFUNDS_2026', { ...RETURNED, 退款状态: '退款成功', 是否零秒响应: '是' });
    noteArrival('checked-ok');
    expect(desk.refund()).toMatchObject({ arrival: 'checked-ok', arrivedAtMs: desk.clock.now() });
  });
});

describe('A2: what came of keeping the order', () => {
  it('is written down, and taken back', () => {
    desk.commit('REFUNDS_2026', APPLIED);
    const { activityId } = desk.core.noteRefund.noteRetention(
      { refundId: idOf(), retention: 'kept', note: '改发新品' },
      desk.actor(),
    );
    expect(desk.refund().retention).toBe('kept');
    expect(desk.toDo()).toEqual(LATER_STEPS);
    desk.core.undoActivity(activityId, desk.actor());
    expect(desk.refund().retention).toBeNull();
  });
});

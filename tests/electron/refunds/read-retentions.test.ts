import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { DAY } from '../../../shared/time/durations.ts';
import { createExportFolder } from '../../support/export-files.ts';
import { beijing } from '../../support/records/an-order.ts';
import { APPLIED, aRefundDesk, REFUND_NO, type RefundDesk } from './a-refund-desk.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

let desk: RefundDesk;
beforeEach(() => {
  desk = aRefundDesk(folder);
  desk.commit('REFUNDS_2026', HESITATING);
  desk.core.noteRefund.noteRetention({ refundId: theRefund().id, retention: 'kept' }, desk.actor());
});

const HESITATING = { ...APPLIED, 买家退款原因: '拍错/多拍/不想要' };
const WITHDRAWN = { ...HESITATING, 退款状态: '退款关闭', 超时时间: '', 完结时间: '2026-06-13 12:00:00' };
const OTHER = { ...APPLIED, 订单编号: '3304370000000000777' };

const theRefund = () => {
  const refund = desk.refunds().find(({ refundNo }) => refundNo === REFUND_NO);
  if (!refund) throw new Error('The refund is gone');
  return refund;
};
const proof = () => desk.core.retentions.proofsOf([theRefund()], desk.clock.now()).get(theRefund().id);
const rate = () =>
  desk.core.retentions.within(
    { fromMs: beijing('2026-06-13 00:00'), untilMs: beijing('2026-06-14 00:00'), shopId: null },
    desk.clock.now(),
  ).rate;
/** One file of each day, with a refund of another order that was applied for on it. */
function shownDaily(days: number): void {
  for (let day = 0; day < days; day += 1) {
    const date = new Date(beijing('2026-06-13 20:00') + day * DAY).toISOString().slice(0, 10);
    desk.clock.advanceBy(DAY);
    desk.commit('REFUNDS_2026', {
      ...OTHER,
      退款编号: String(250000000000001000 + day),
      退款的申请时间: `${date} 15:00:00`,
      超时时间: '',
    });
  }
}

describe('A2: what came of keeping an order', () => {
  it('is proved by the files of the fifteen days after the withdrawal', () => {
    desk.commit('REFUNDS_2026', WITHDRAWN);
    expect(proof()).toBe('open');
    expect(rate()).toMatchObject({ kept: 0, open: 1, base: 0, rate: null });
    shownDaily(16);
    expect(proof()).toBe('proved');
    expect(rate()).toMatchObject({ kept: 1, base: 1, rate: 1, keptFen: 3900 });
  });

  it('stays unknown where a day is missing from the files', () => {
    desk.commit('REFUNDS_2026', WITHDRAWN);
    shownDaily(10);
    desk.clock.advanceBy(10 * DAY);
    expect(proof()).toBe('unknown');
  });

  it('5.7: is not kept when the customer asks again under a new number', () => {
    desk.commit('REFUNDS_2026', WITHDRAWN, {
      ...HESITATING,
      退款编号: '250000000000000009',
      退款的申请时间: '2026-06-20 09:00:00',
    });
    expect(desk.states()).toEqual(['closed', 'wait-seller']);
    expect(proof()).toBe('refuted');
    expect(rate()).toMatchObject({ kept: 0, failed: 1, base: 1, rate: 0 });
  });

  it('5.7: is not concluded from a file that does not show the refund', () => {
    shownDaily(20);
    expect(proof()).toBe('open');
    expect(theRefund().platformStatus).toBe(APPLIED['退款状态']);
  });

  it('is as before when the import that proves it is taken back', () => {
    desk.commit('REFUNDS_2026', WITHDRAWN);
    shownDaily(15);
    desk.clock.advanceBy(DAY);
    const run = desk.commit('REFUNDS_2026', {
      ...OTHER,
      退款编号: '250000000000002000',
      退款的申请时间: '2026-06-28 15:00:00',
      超时时间: '',
    });
    expect(proof()).toBe('proved');
    desk.core.undoImport(run.id, desk.actor().agentId);
    expect(proof()).toBe('unknown');
  });
});

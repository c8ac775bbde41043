import { afterAll, describe, expect, it } from 'vitest';
import { ordersCommand } from '../../cli/commands/records/orders.ts';
import { refundsCommand } from '../../cli/commands/records/refunds.ts';
import { deadlinesCommand } from '../../cli/commands/work/deadlines.ts';
import { outcomeCommand } from '../../cli/commands/work/outcome.ts';
import { tasksCommand } from '../../cli/commands/work/tasks.ts';
import type { ActivityId } from '../../shared/domain/ids.ts';
import {
  AGENT,
  APPLIED,
  aRefundDesk,
  ORDER_NO,
  REFUND_NO,
  RETURNED,
  type RefundDesk,
} from '../electron/refunds/a-refund-desk.ts';
import { createExportFolder } from '../support/export-files.ts';

const folder = createExportFolder();
afterAll(() => folder.remove());

const invoke = ({ core }: RefundDesk, values: Record<string, string>, positionals: string[] = []) => ({
  core: { ...core, close: () => {} },
  values,
  positionals,
});

describe('A4: refunds on the command line', () => {
  it('are listed by their end, with its source and what is allowed', async () => {
    const desk = aRefundDesk(folder);
    desk.commit(
      'REFUNDS_2026',
      RETURNED,
      { ...APPLIED, 退款编号: '250000000000000003', 超时时间: '', 买家退款原因: '七天无理由退换货' },
      { ...APPLIED, 退款编号: '250000000000000004', 退款状态: '售后处理中', 超时时间: '' },
    );
    const { json } = await refundsCommand.run(invoke(desk, {}));
    expect(json).toMatchObject([
      { no: '250000000000000003', status: 'wait-seller', deadlineSource: 'rule', mayRefuse: false },
      {
        no: REFUND_NO,
        type: 'return-refund',
        status: 'wait-seller-receive',
        deadlineAt: '2026-06-17T09:00:00+08:00',
        deadlineSource: 'file',
        mayRefuse: true,
      },
      { no: '250000000000000004', status: 'unknown', deadlineAt: null, mayRefuse: null },
    ]);
    const found = await refundsCommand.run(invoke(desk, { no: REFUND_NO, status: 'wait-seller' }));
    expect(found.json).toEqual([]);
  });

  it('are answered as an agent would, and kept', async () => {
    const desk = aRefundDesk(folder);
    desk.commit('REFUNDS_2026', APPLIED);
    const values = { agent: '小满', decision: 'agree', retention: 'failed' };
    await outcomeCommand.run(invoke(desk, values, [desk.task('refund').id, 'done']));
    expect(desk.refund()).toMatchObject({ decision: 'agree', retention: 'failed' });
    expect(desk.toDo()).toEqual([]);
  });

  it('are answered and kept in one act, which one undo takes back', async () => {
    const desk = aRefundDesk(folder);
    desk.commit('REFUNDS_2026', APPLIED);
    const before = desk.refund();
    const values = { agent: '小满', decision: 'negotiate', retention: 'partial' };
    const { json } = await outcomeCommand.run(invoke(desk, values, [desk.task('refund').id, 'done']));
    expect(desk.refund()).toMatchObject({ decision: 'negotiate', retention: 'partial' });
    const { activityId } = json as { activityId: ActivityId };
    const agent = desk.core.stores.agents.findByName('小满');
    desk.core.undoActivity(activityId, { agentId: agent?.id ?? AGENT, nowMs: desk.clock.now() });
    expect(desk.refund()).toEqual(before);
  });

  it('tell the cause and who pays for the way back, and tasks tell order and refund', async () => {
    const desk = aRefundDesk(folder);
    desk.commit('REFUNDS_2026', RETURNED);
    const { json } = await refundsCommand.run(invoke(desk, {}));
    expect(json).toMatchObject([{ cause: '质量瑕疵', freightPayer: 'shop', retention: null }]);
    const orderNo = () => tasksCommand.run(invoke(desk, { kind: 'refund-return' }));
    expect((await orderNo()).json).toMatchObject([
      { orderNo: ORDER_NO, subject: { type: 'refund', no: REFUND_NO } },
      { orderNo: ORDER_NO },
      { orderNo: ORDER_NO },
    ]);
    desk.commit('ERA_B', { 订单编号: ORDER_NO });
    expect((await orderNo()).json).toMatchObject(Array.from({ length: 3 }, () => ({ orderNo: ORDER_NO })));
  });
});

describe('A4, O4: deadlines are put off on the command line', () => {
  const values = { kind: 'refund', by: '48', until: '2026-06-17', reason: '端午放假', agent: '小满' };
  const shift = (desk: RefundDesk, changed: Record<string, string> = {}) =>
    deadlinesCommand.run(invoke(desk, { ...values, ...changed }, ['shift']));

  it('until the end of a day in Beijing, counted', async () => {
    const desk = aRefundDesk(folder);
    desk.commit('REFUNDS_2026', RETURNED, { ...APPLIED, 退款编号: '250000000000000003' });
    expect((await shift(desk)).json).toMatchObject({ shifted: 2 });
    const { json } = await refundsCommand.run(invoke(desk, { no: REFUND_NO }));
    expect(json).toMatchObject([{ deadlineAt: '2026-06-19T09:00:00+08:00', deadlineSource: 'manual' }]);
    expect((await shift(desk, { until: '2026-06-16' })).json).toEqual({ shifted: 0, activityId: null });
  });

  it('of orders that are to be shipped too', async () => {
    const desk = aRefundDesk(folder);
    const paid = { 订单编号: '3304370000000000005', 订单状态: '买家已付款，等待卖家发货' };
    desk.commit('ERA_E', { ...paid, 应发货时间: '2026-06-16 12:00:00' });
    expect((await shift(desk, { kind: 'ship' })).json).toMatchObject({ shifted: 1 });
    const { json } = await ordersCommand.run(invoke(desk, {}));
    expect(json).toMatchObject([{ shipDeadlineAt: '2026-06-18T12:00:00+08:00' }]);
  });

  it.each([
    [{ by: '0' }, /--by/],
    [{ by: '-3' }, /--by/],
    [{ kind: 'reply' }, /--kind 只能是 refund、ship/],
    [{ until: '国庆' }, /--until 不是/],
    [{ reason: ' ' }, /--reason/],
    [{ agent: '' }, /--agent/],
  ])('refuses %o', async (changed, words) => {
    const desk = aRefundDesk(folder);
    await expect(async () => shift(desk, changed)).rejects.toThrow(words);
  });
});

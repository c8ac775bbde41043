import { afterAll, describe, expect, it } from 'vitest';
import { outcomeCommand } from '../../cli/commands/outcome.ts';
import { refundsCommand } from '../../cli/commands/refunds.ts';
import {
  APPLIED,
  aRefundDesk,
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
});

import { createCore } from '../../../electron/core.ts';
import type { AgentId } from '../../../shared/domain/ids.ts';
import type { RefundId } from '../../../shared/domain/refunds/refund.ts';
import { refundStateOf } from '../../../shared/domain/refunds/refund-words.ts';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import type { Task } from '../../../shared/domain/tasks/task.ts';
import type { Platform } from '../../../shared/domain/team/shop.ts';
import { MINUTE } from '../../../shared/time/durations.ts';
import { type createExportFolder, exportGrid } from '../../support/export-files.ts';
import type { ExportName } from '../../support/export-headers.ts';
import { createFakeClock } from '../../support/fake-clock.ts';
import { createMemoryStore, insertAgent } from '../../support/memory-store.ts';
import { aQueueQuery } from '../../support/records/a-task.ts';
import { beijing } from '../../support/records/an-order.ts';

type Cells = Readonly<Record<string, string>>;

export const AGENT = 'agent-1' as AgentId;
/** A Saturday. */
export const NOW: number = beijing('2026-06-13 10:00');
export const REFUND_NO = '250000000000000002';
export const ORDER_NO = '3304370000000000009';

/** A return that the shop has to confirm, as 淘宝 exports it. */
export const RETURNED: Cells = {
  订单编号: ORDER_NO,
  退款编号: REFUND_NO,
  买家实际支付金额: '39.00',
  宝贝标题: '示例水杯',
  买家退款金额: '39.00',
  售后类型: '退货退款',
  退款的申请时间: '2026-06-10 09:00:00',
  超时时间: '2026-06-17 09:00:00',
  退款状态: '买家已经退货，等待卖家确认收货',
  货物状态: '已收到货',
  客服介入状态: '无客服介入',
  退货物流单号: 'YT0000000000001',
  退货物流公司: '圆通速递',
  买家退款原因: '商品质量问题',
  买家退货时间: '2026-06-11 20:14:09',
};
export const APPLIED: Cells = {
  ...RETURNED,
  退款状态: '买家已经申请退款，等待卖家同意',
  退货物流单号: '',
  退货物流公司: '',
  买家退货时间: '',
};

/** A workstation with one shop, its files and its refunds. */
export function aRefundDesk(folder: ReturnType<typeof createExportFolder>, platform: Platform = 'taobao') {
  const { db } = createMemoryStore();
  insertAgent(db, { id: AGENT });
  const clock = createFakeClock(NOW);
  const core = createCore({ db, clock });
  const shop = core.shops.add({ platform, name: '示例旗舰店' });
  const actor = () => ({ agentId: AGENT, nowMs: clock.now() });

  function fileOf(name: ExportName, ...rows: readonly Cells[]): string {
    return folder.writeCsv(exportGrid(name, rows));
  }

  const only = <T>([one, ...others]: readonly T[]): T => {
    if (one === undefined || others.length > 0) throw new Error('There is not exactly one');
    return one;
  };

  const refunds = () =>
    core.stores.refunds.load(
      db.prepare<[], RefundId>('SELECT id FROM refunds ORDER BY refund_no').pluck().all(),
    );

  return {
    db,
    core,
    clock,
    shop,
    actor,
    fileOf,
    /** The next file comes a while after whatever was done before. */
    commit(name: ExportName, ...rows: readonly Cells[]) {
      clock.advanceBy(20 * MINUTE);
      const path = fileOf(name, ...rows);
      const outcome = core.importFile({ path, shop, agentId: AGENT, isDryRun: false });
      if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
      return outcome.run;
    },
    preview: (name: ExportName, ...rows: readonly Cells[]) =>
      core.importFile({ path: fileOf(name, ...rows), shop, agentId: AGENT, isDryRun: true }),
    /** The end that counts. */
    endOf(id: RefundId) {
      const subject = asSubject('refund', id);
      return core.endsOf([subject], 'refund')(subject);
    },
    refunds,
    refund: () => only(refunds()),
    states: () => refunds().map(refundStateOf),
    cards: (text = '') => core.queue.page({ ...aQueueQuery(clock.now()), bucket: 'all', text }).rows,
    /** `'refund-return refuse open'`, of every refund, as far as they are to do. */
    toDo: (): string[] =>
      refunds()
        .flatMap(({ id }) => core.stores.tasks.listToDo({ kind: 'refund', id }))
        .toSorted((a: Task, b: Task) => a.dueAtMs - b.dueAtMs)
        .map(({ kind, step }) => `${kind} ${step}`),
    task(kind: Task['kind']): Task {
      const { id } = only(refunds());
      const task = core.stores.tasks.listToDo({ kind: 'refund', id }).find((one) => one.kind === kind);
      if (!task) throw new Error(`No task ${kind} is to do`);
      return task;
    },
  };
}

export type RefundDesk = ReturnType<typeof aRefundDesk>;

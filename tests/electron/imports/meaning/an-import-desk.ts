import { createCore } from '../../../../electron/core.ts';
import type { AgentId } from '../../../../shared/domain/ids.ts';
import type { Order } from '../../../../shared/domain/orders/order.ts';
import { EVERY_ORDER } from '../../../../shared/domain/orders/order-list.ts';
import type { Platform } from '../../../../shared/domain/team/shop.ts';
import { SECOND } from '../../../../shared/time/durations.ts';
import type { createExportFolder } from '../../../support/export-files.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';
import { createMemoryStore, insertAgent } from '../../../support/memory-store.ts';
import { beijing } from '../../../support/records/an-order.ts';

type Cells = Readonly<Record<string, string>>;

const AGENT = 'agent-1' as AgentId;
export const NOW: number = beijing('2026-06-10 10:00');

/** A workstation with one shop; files are given by their rows, and their header is what the rows name. */
export function anImportDesk(folder: ReturnType<typeof createExportFolder>, platform: Platform = 'taobao') {
  const { db } = createMemoryStore();
  insertAgent(db, { id: AGENT });
  const clock = createFakeClock(NOW);
  const core = createCore({ db, clock });
  const shop = core.shops.add({ platform, name: '示例店' });

  function fileOf(rows: readonly Cells[]): string {
    const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
    return folder.writeCsv([header, ...rows.map((row) => header.map((name) => row[name] ?? ''))]);
  }

  function order(no: string): Order {
    const [found] = core.stores.orders.findByNo(no);
    if (!found) throw new Error(`No order ${no}`);
    return found;
  }

  return {
    db,
    core,
    actor: () => ({ agentId: AGENT, nowMs: clock.now() }),
    order,
    orders: (): Order[] => [...core.stores.orderList.all({ ...EVERY_ORDER, shopId: shop.id })],
    lines: (no: string) => core.stores.items.listOf(order(no).id),
    preview(...rows: readonly Cells[]) {
      const outcome = core.importFile({ path: fileOf(rows), shop, agentId: null, isDryRun: true });
      if (outcome.kind !== 'previewed') throw new Error(JSON.stringify(outcome));
      return outcome.preview;
    },
    commit(...rows: readonly Cells[]) {
      clock.advanceBy(SECOND);
      const outcome = core.importFile({ path: fileOf(rows), shop, agentId: null, isDryRun: false });
      if (outcome.kind !== 'committed') throw new Error(JSON.stringify(outcome));
      return outcome;
    },
    /** Why a file of these rows is not imported. */
    refusal(...rows: readonly Cells[]): string {
      const outcome = core.importFile({ path: fileOf(rows), shop, agentId: null, isDryRun: false });
      return outcome.kind === 'unreadable' ? outcome.reason : outcome.kind;
    },
    /** The open steps of the chase. */
    chases: (no: string): string[] =>
      core.stores.tasks
        .listToDo({ kind: 'order', id: order(no).id })
        .filter(({ kind }) => kind === 'chase')
        .map(({ step }) => step),
  };
}

export type ImportDesk = ReturnType<typeof anImportDesk>;

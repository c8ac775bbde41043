import type { AgentId, ShopId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import type { RefundSubject } from '../../shared/domain/refunds/refund-subject.ts';
import type { Script } from '../../shared/domain/scripts/script.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import type { RefundFilter } from '../../shared/ipc/contract/refund-list-contract.ts';
import type { QueueFilter, QueuePage } from '../../shared/ipc/contract/task-contract.ts';
import type { Clock, EpochMs } from '../../shared/time/clock.ts';
import { chaseReportTable } from './chase-report-table.ts';
import { orderTable, type ShownOrder } from './order-table.ts';
import { refundReportTable } from './refund-report-table.ts';
import { refundTable } from './refund-table.ts';
import type { Table } from './table.ts';
import { taskTable } from './task-table.ts';
import { wordingTable } from './wording-table.ts';

type QueueQuery = QueueFilter & { sort: 'time'; offset: number; limit: number; nowMs: EpochMs };

type AnyStatus = { readonly shopId: ShopId | null; readonly status: null; readonly text: string };

type Dependencies = {
  readonly orderList: {
    all(filter: AnyStatus): Iterable<Order>;
    count(filter: AnyStatus): number;
  };
  readonly queue: { page(query: QueueQuery): QueuePage };
  readonly refundList: { all(filter: RefundFilter | null, nowMs: EpochMs): Iterable<RefundSubject> };
  readonly shops: { list(): Shop[] };
  readonly scriptTable: (agentId: AgentId | null) => Table;
  readonly scripts: { listVisibleTo(agentId: AgentId | null): readonly Script[] };
  readonly clock: Clock;
};

/** The exports as tables; `shopId` narrows each to one shop. */
export function createTables(dependencies: Dependencies) {
  const { orderList, queue, refundList, shops, scripts, scriptTable, clock } = dependencies;

  return {
    chaseReport: chaseReportTable,
    refundReport: refundReportTable,
    orders(shopId: ShopId | null): Table {
      const names = new Map(shops.list().map((shop) => [shop.id, shop.name]));
      const filter = { shopId, status: null, text: '' };
      function* shown(): Generator<ShownOrder> {
        for (const order of orderList.all(filter)) yield { order, shopName: names.get(order.shopId) ?? '' };
      }
      return orderTable(shown(), orderList.count(filter));
    },
    /** The refunds that the list shows, or every one there is. */
    refunds(filter: RefundFilter | null): Table {
      const names = new Map(shops.list().map((shop) => [shop.id, shop.name]));
      return refundTable(refundList.all(filter, clock.now()), (shopId) => names.get(shopId) ?? '');
    },
    /** All open and snoozed tasks. */
    tasks(shopId: ShopId | null): Table {
      const filter = { bucket: 'all', shopId, kind: null, owner: null, text: '' } as const;
      const nowMs = clock.now();
      const { rows } = queue.page({ ...filter, sort: 'time', offset: 0, limit: 1_000_000, nowMs });
      return taskTable(rows);
    },
    scripts: (_shopId: ShopId | null, agentId: AgentId | null): Table => scriptTable(agentId),
    /** The scripts that the agent may read, held against the wording of the shop, or of all shops. */
    wording: (shopId: ShopId | null, agentId: AgentId | null): Table =>
      wordingTable(
        scripts.listVisibleTo(agentId).filter(({ archivedAtMs }) => archivedAtMs === null),
        { shops: shops.list(), shopId },
      ),
  };
}

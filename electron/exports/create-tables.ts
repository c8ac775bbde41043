import type { ShopId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/order.ts';
import type { Script } from '../../shared/domain/script.ts';
import type { Shop } from '../../shared/domain/shop.ts';
import type { QueueFilter, QueuePage } from '../../shared/ipc/contract/task-contract.ts';
import type { Clock, EpochMs } from '../../shared/time/clock.ts';
import { chaseReportTable } from './chase-report-table.ts';
import { orderTable } from './order-table.ts';
import type { Table } from './table.ts';
import { taskTable } from './task-table.ts';
import { wordingTable } from './wording-table.ts';

type QueueQuery = QueueFilter & { sort: 'time'; offset: number; limit: number; nowMs: EpochMs };

type Dependencies = {
  readonly orderList: { all(filter: { shopId: ShopId | null; status: null; text: string }): Iterable<Order> };
  readonly tasks: { listQueue(query: QueueQuery): QueuePage };
  readonly shops: { list(): Shop[] };
  readonly scriptTable: () => Table;
  readonly scriptsToCheck: () => readonly Script[];
  readonly clock: Clock;
};

/** What can be exported, as tables; `shopId` narrows it to one shop. */
export function createTables(dependencies: Dependencies) {
  const { orderList, tasks, shops, scriptTable, scriptsToCheck, clock } = dependencies;

  return {
    chaseReport: chaseReportTable,
    orders(shopId: ShopId | null): Table {
      const names = new Map(shops.list().map((shop) => [shop.id, shop.name]));
      const orders = orderList.all({ shopId, status: null, text: '' });
      return orderTable([...orders].map((order) => ({ order, shopName: names.get(order.shopId) ?? '' })));
    },
    /** Whatever is open or snoozed. */
    tasks(shopId: ShopId | null): Table {
      const filter = { bucket: 'all', shopId, kind: null, owner: null, text: '' } as const;
      const nowMs = clock.now();
      const { rows } = tasks.listQueue({ ...filter, sort: 'time', offset: 0, limit: 1_000_000, nowMs });
      return taskTable(rows);
    },
    scripts: scriptTable,
    /** What the agent may read, held against the wording of the shop, or of all. */
    wording: (shopId: ShopId | null): Table =>
      wordingTable(scriptsToCheck(), { shops: shops.list(), shopId }),
  };
}

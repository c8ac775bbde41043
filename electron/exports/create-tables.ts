import type { AgentId, ShopId } from '../../shared/domain/ids.ts';
import {
  EVERY_ORDER,
  ORDER_FILE_COLUMNS,
  type OrderSelection,
} from '../../shared/domain/orders/order-list.ts';
import type { RefundSubject } from '../../shared/domain/refunds/refund-subject.ts';
import type { Script } from '../../shared/domain/scripts/script.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import {
  REFUND_FILE_COLUMNS,
  type RefundFilter,
  type RefundSelection,
} from '../../shared/ipc/contract/refunds/refund-list-contract.ts';
import type { QueueFilter, QueuePage } from '../../shared/ipc/contract/task-contract.ts';
import type { Clock, EpochMs } from '../../shared/time/clock.ts';
import { chaseReportTable } from './chase-report-table.ts';
import { orderReportTable } from './order-report-table.ts';
import { orderTable, type ShownOrder } from './order-table.ts';
import { refundReportTable } from './refund-report-table.ts';
import { refundTable } from './refund-table.ts';
import type { Table } from './table.ts';
import { taskTable } from './task-table.ts';
import { wordingTable } from './wording-table.ts';

type QueueQuery = QueueFilter & {
  sort: 'urgency';
  offset: number;
  limit: number;
  agentId: AgentId | null;
  nowMs: EpochMs;
};

type Dependencies = {
  readonly listOrders: {
    selected(selection: OrderSelection): {
      readonly orders: Iterable<Omit<ShownOrder, 'shopName'>>;
      readonly count: number;
    };
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
  const { listOrders, queue, refundList, shops, scripts, scriptTable, clock } = dependencies;

  function listedOrders(selection: OrderSelection): Table {
    const names = new Map(shops.list().map((shop) => [shop.id, shop.name]));
    const { orders, count } = listOrders.selected(selection);
    function* shown(): Generator<ShownOrder> {
      for (const one of orders) yield { ...one, shopName: names.get(one.order.shopId) ?? '' };
    }
    return orderTable({ shown: shown(), rowCount: count, columns: selection.columns });
  }

  function listedRefunds({ filter, columns }: RefundSelection): Table {
    const names = new Map(shops.list().map((shop) => [shop.id, shop.name]));
    return refundTable({
      subjects: refundList.all(filter, clock.now()),
      shopNameOf: (shopId) => names.get(shopId) ?? '',
      columns,
    });
  }

  return {
    chaseReport: chaseReportTable,
    refundReport: refundReportTable,
    orderReport: orderReportTable,
    listedOrders,
    orders: (shopId: ShopId | null): Table =>
      listedOrders({
        filter: { ...EVERY_ORDER, shopId },
        orderIds: null,
        agentId: null,
        columns: ORDER_FILE_COLUMNS,
      }),
    listedRefunds,
    /** Every refund, of all shops. */
    refunds: (_shopId: ShopId | null): Table => listedRefunds({ filter: null, columns: REFUND_FILE_COLUMNS }),
    /** All open and snoozed tasks, in the order of the queue. */
    tasks(shopId: ShopId | null): Table {
      const filter = { bucket: 'all', shopId, kind: null, owner: null, text: '' } as const;
      const nowMs = clock.now();
      const whole = { sort: 'urgency', offset: 0, limit: 1_000_000 } as const;
      const { rows } = queue.page({ ...filter, ...whole, agentId: null, nowMs });
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

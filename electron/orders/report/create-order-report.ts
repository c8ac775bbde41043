import type { OrderId, ShopId } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import { type ReportPeriod, reportPeriodOf } from '../../../shared/domain/report-period.ts';
import { compensationFen } from '../../../shared/domain/shipping/compensation.ts';
import { shipEndOf } from '../../../shared/domain/shipping/ship-end.ts';
import type { Shop } from '../../../shared/domain/team/shop.ts';
import { inPages } from '../../../shared/in-pages.ts';
import type { OrderDrillQuery, OrderReport } from '../../../shared/ipc/contract/order-report-contract.ts';
import type { ReportQuery } from '../../../shared/ipc/contract/program/report-contract.ts';
import type { Clock } from '../../../shared/time/clock.ts';
import type { OrderReportFacts } from '../../store/orders/order-report-store.ts';
import { buildOrderReport, drilled } from './build-order-report.ts';
import type { ReportedOrder } from './reported-order.ts';

type Dependencies = {
  readonly orderReports: {
    listPaid(period: ReportPeriod): OrderId[];
    factsOf(ids: readonly OrderId[]): (id: OrderId) => OrderReportFacts;
  };
  readonly orderList: { listOf(ids: readonly OrderId[]): Iterable<Order> };
  readonly shops: { list(): Shop[] };
  readonly clock: Clock;
};

const AT_ONCE = 500;

export type OrderReports = ReturnType<typeof createOrderReport>;

/** 4.5: the report over whole days, both ends included, and the orders behind each of its numbers. */
export function createOrderReport({ orderReports, orderList, shops, clock }: Dependencies) {
  function read(period: ReportPeriod): ReportedOrder[] {
    const nowMs = clock.now();
    const known = new Map<ShopId, Shop>(shops.list().map((shop) => [shop.id, shop]));
    return [...inPages(orderReports.listPaid(period), AT_ONCE)].flatMap((ids) => {
      const factsOf = orderReports.factsOf(ids);
      return [...orderList.listOf(ids)].flatMap((order) => {
        const shop = known.get(order.shopId);
        if (shop === undefined) return [];
        const facts = factsOf(order.id);
        const { settings, name } = shop;
        // An order that was shipped has no end any more; the report asks when it was.
        const end = shipEndOf({ ...order, status: 'paid' }, facts.shipping.deadlines, settings.shipping);
        return {
          ...facts,
          order,
          shopName: name,
          endAtMs: end?.atMs ?? null,
          compensationFen: compensationFen(order, settings),
          nowMs,
        };
      });
    });
  }

  return {
    report: (query: ReportQuery): OrderReport => buildOrderReport(read(reportPeriodOf(query))),
    idsBehind: ({ drill, ...query }: OrderDrillQuery): OrderId[] =>
      drilled(drill, read(reportPeriodOf(query))).map(({ order }) => order.id),
  };
}

import type { OrderId } from '../../../shared/domain/ids.ts';
import type { Order } from '../../../shared/domain/orders/order.ts';
import type { Handlers } from '../../ipc/answer-calls.ts';
import { valueOf } from '../../kernel/jobs/outcome.ts';
import { createSaveAs, type SaveAsPorts } from '../../kernel/jobs/save-as.ts';
import type { OrderView } from '../order-view.ts';
import { exportOrderReportJob, orderDrillJob, orderReportJob } from './order-report-jobs.ts';

type Dependencies = SaveAsPorts & {
  readonly orderView: Pick<OrderView, 'lineOf'>;
  readonly orders: { get(id: OrderId): Order | undefined };
};

/** As many as somebody looks through; the export of orders has all. */
const MOST_ROWS = 1000;

export function createOrderReportHandlers({ orderView, orders, ...ports }: Dependencies) {
  const { start } = ports;
  const saveAs = createSaveAs(ports);
  return {
    'reports.orders': async (query) => valueOf(await start(orderReportJob, query).result),
    async 'reports.orderRows'(query) {
      const ids = valueOf(await start(orderDrillJob, query).result);
      const rows = ids.slice(0, MOST_ROWS).flatMap((id) => {
        const order = orders.get(id);
        return order ? orderView.lineOf(order) : [];
      });
      return { rows, total: ids.length };
    },
    'reports.exportOrders': ({ format, ...query }) =>
      saveAs({
        name: '订单报表',
        format,
        job: exportOrderReportJob,
        inputFor: (path) => ({ path, query }),
      }),
  } satisfies Partial<Handlers>;
}

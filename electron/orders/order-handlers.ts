import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import type { SubjectRef } from '../../shared/domain/subjects/subject.ts';
import type { Input } from '../../shared/ipc/contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { createEditCustomer } from '../customers/edit-customer.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { OrderView } from './order-view.ts';

type Dependencies = {
  readonly orderView: OrderView;
  readonly orderList: { page(query: Input<'orders.page'>): { orders: Order[]; total: number } };
  readonly findOrders: (text: string) => Order[];
  readonly editCustomer: ReturnType<typeof createEditCustomer>;
  readonly requireActor: () => Actor;
  readonly clock: Clock;
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

export function createOrderHandlers(dependencies: Dependencies) {
  const { orderView, orderList, findOrders, editCustomer, requireActor, clock, changed } = dependencies;

  return {
    'orders.page': (query) => {
      const { orders, total } = orderList.page({ ...query, text: query.text.trim() });
      return { rows: orders.map(orderView.lineOf), total };
    },
    'orders.find': ({ text }) => (text.trim() === '' ? [] : findOrders(text.trim()).map(orderView.lineOf)),
    'orders.detail': ({ orderId }) => orderView.detail(orderId, clock.now()),
    'customers.edit': (request) => {
      const recorded = editCustomer(request, requireActor());
      changed([{ kind: 'customer', id: request.id }]);
      return recorded;
    },
  } satisfies Partial<Handlers>;
}

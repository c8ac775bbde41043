import { OrderId } from '../../../../shared/domain/ids.ts';
import type { RecordKind } from '../record-kind.ts';
import { ORDER_EXPORT } from './order-export.ts';
import { type OrderTakeBackPorts, takeBackOrders } from './take-back-orders.ts';
import { type OrderIntakePorts, takeInOrders } from './take-in-orders.ts';

export type OrderPorts = Omit<OrderIntakePorts, 'stores'> & {
  readonly stores: OrderIntakePorts['stores'] & OrderTakeBackPorts['stores'];
};

/**
 * Orders with their items: the one kind of which several rows, of two layouts, make one record. It takes nearly any
 * file with an order number, so it is asked after every other kind.
 */
export function createOrderKind(ports: OrderPorts): RecordKind {
  return {
    reading: ORDER_EXPORT,
    table: 'orders',
    subjectKind: 'order',
    titleOf: (id) => ports.stores.orders.noOf(OrderId.parse(id)),
    takeIn: (options) => takeInOrders(ports, options),
    takeBack: (options) => takeBackOrders(ports, options),
  };
}

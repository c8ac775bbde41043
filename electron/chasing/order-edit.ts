import type { OrderId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { asSubject, type RefOf } from '../../shared/domain/subjects/subject.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Deed } from '../kernel/activities/act.ts';
import { type ChasingPorts, orderRow } from './ports.ts';

type Edit = Pick<Deed, 'rows' | 'write'> & { readonly subject: RefOf<'order'> };

/** The part of a stroke that sets what an agent decides about an order. */
export function orderEdit(
  orders: Pick<ChasingPorts['orders'], 'update'>,
  before: Order,
  { nowMs, ...changed }: Partial<Order> & { readonly nowMs: EpochMs },
): Edit {
  const id: OrderId = before.id;
  return {
    subject: asSubject('order', id),
    rows: [orderRow(id)],
    // The keys are those of an order.
    write: () =>
      orders.update({ ...before, ...changed, updatedAtMs: nowMs }, Object.keys(changed) as (keyof Order)[]),
  };
}

import type { EvidenceId, OrderId, ShopId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import type { ContactAttempt } from '../../shared/domain/shared-parts/contact-attempt.ts';
import type { Deadline } from '../../shared/domain/shared-parts/deadline.ts';
import type { Evidence } from '../../shared/domain/shared-parts/evidence.ts';
import type { ShopSettings } from '../../shared/domain/team/shop.ts';
import { AppError } from '../../shared/errors.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { Act } from '../kernel/activities/act.ts';
import type { EndsOf } from '../kernel/deadlines/end-of.ts';
import type { ClaimStore } from '../store/claims/claim-store.ts';

/** Shipping needs these of the rest. */
export type ShippingPorts = {
  readonly act: Act;
  readonly orders: { get(id: OrderId): Order | undefined };
  readonly claims: Pick<ClaimStore, 'newId' | 'listOf' | 'save'>;
  readonly contactAttempts: {
    newId(nowMs: EpochMs): ContactAttempt['id'];
    add(attempt: ContactAttempt): void;
  };
  readonly evidence: { newId(nowMs: EpochMs): EvidenceId; add(piece: Evidence): void };
  readonly deadlines: {
    idOf(subject: Deadline['subject'], kind: string, source: Deadline['source']): Deadline['id'];
    save(deadline: Deadline): void;
  };
  readonly endsOf: EndsOf;
  readonly settingsOf: (id: ShopId) => ShopSettings;
};

/** Those of the orders that wait to be shipped; refuses where there is none. */
export function ordersToShip({ orders }: Pick<ShippingPorts, 'orders'>, ids: readonly OrderId[]): Order[] {
  const paid = [...new Set(ids)].flatMap((id) => {
    const order = orders.get(id);
    return order?.status === 'paid' ? [order] : [];
  });
  if (paid.length === 0) throw new AppError('conflict', '所选订单都不是待发货');
  return paid;
}

/** `'，1 单不是待发货，未登记'`, or nothing. */
export function leftOutText(asked: readonly OrderId[], done: number): string {
  const left = new Set(asked).size - done;
  return left === 0 ? '' : `，${left} 单不是待发货，未登记`;
}

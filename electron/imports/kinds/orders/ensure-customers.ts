import type { CustomerId, OrderId } from '../../../../shared/domain/ids.ts';
import { isMasked, type Order } from '../../../../shared/domain/orders/order.ts';
import type { Platform } from '../../../../shared/domain/team/shop.ts';
import type { EpochMs } from '../../../../shared/time/clock.ts';
import type { ImportCustomers, ImportIds } from '../../import-ports.ts';
import { ownCopy } from '../../reading/cells/own-copy.ts';

type Options = {
  readonly platform: Platform;
  readonly nowMs: EpochMs;
  readonly customers: ImportCustomers;
  readonly ids: Pick<ImportIds, 'customerIdOf' | 'maskedCustomerIdOf'>;
  readonly onNamed: (id: CustomerId, displayName: string) => void;
};

type Names = Pick<Order, 'customerNick' | 'customerDisplayName'>;
type Ensured = { readonly id: CustomerId; readonly isNamed: boolean };

/** Finds the customer of each order of a file, and adds to the store those that are not there yet. */
export function createEnsureCustomers({ platform, nowMs, customers, ids, onNamed }: Options) {
  /** In the store for certain: most of a file's orders are of customers whom it has shown before. */
  const ensured = new Map<string, Ensured>();

  function ensureNamed(nick: string, displayName: string | null): CustomerId {
    const before = ensured.get(nick);
    if (before !== undefined && (before.isNamed || displayName === null)) return before.id;
    const id = ids.customerIdOf(platform, nick);
    const result = customers.ensure({ id, platform, nick, displayName, isMasked: false }, nowMs);
    if (result === 'named' && displayName !== null) onNamed(id, displayName);
    ensured.set(ownCopy(nick), { id, isNamed: displayName !== null });
    return id;
  }

  /** A masked customer stands for one order, which has the name itself. */
  function ensureMasked(nick: string, orderId: OrderId): CustomerId {
    const id = ids.maskedCustomerIdOf(orderId);
    customers.ensure({ id, platform, nick, displayName: null, isMasked: true }, nowMs);
    return id;
  }

  return (orderId: OrderId, { customerNick: nick, customerDisplayName }: Names): CustomerId | null => {
    if (nick === null) return null;
    return isMasked(nick) ? ensureMasked(nick, orderId) : ensureNamed(nick, customerDisplayName);
  };
}

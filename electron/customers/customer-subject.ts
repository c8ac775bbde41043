import type { CustomerId } from '../../shared/domain/ids.ts';
import type { Customer } from '../../shared/domain/orders/customer.ts';
import { asSubject } from '../../shared/domain/subjects/subject.ts';
import { type NamedSubject, namedSubject } from '../kernel/subjects/named-subject.ts';

type Customers = {
  get(id: CustomerId): Customer | undefined;
  find(text: string, atMost: number): CustomerId[];
};

/** By any part of the nick, and by how it is read. */
type Search = { customersLike(text: string, atMost: number): CustomerId[] };

/** A customer buys in several shops, so tasks about one belong to none. */
export function createCustomerSubject(customers: Customers, { customersLike }: Search) {
  return namedSubject('customer', {
    wordTables: ['customers'],
    find: (text, atMost) =>
      [...new Set([...customers.find(text, atMost), ...customersLike(text, atMost)])].slice(0, atMost),
    lookUp(id): NamedSubject | null {
      // The id was a customer's when the task was made.
      const customer = customers.get(id as CustomerId);
      if (!customer) return null;
      const { nick, displayName, note } = customer;
      const summary = {
        title: displayName ?? nick,
        customerNick: nick,
        detail: note,
        status: null,
        orderId: null,
      };
      return { summary: { ref: asSubject('customer', id), ...summary }, shopId: null };
    },
  });
}

import { createClaimShipped } from './claim-shipped.ts';
import { createContactCustomer } from './contact-customer.ts';
import type { ShippingPorts } from './ports.ts';

export type Shipping = ReturnType<typeof createShipping>;

/** O4, O5, O7: the acts of agents about orders that have to be shipped, each in one transaction with its activity. */
export const createShipping = (ports: ShippingPorts) => ({
  claimShipped: createClaimShipped(ports),
  contact: createContactCustomer(ports),
});

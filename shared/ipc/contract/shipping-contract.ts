import { z } from 'zod';
import { OrderId } from '../../domain/ids.ts';
import { ContactChannel } from '../../domain/shared-parts/contact-attempt.ts';
import { ShipOutcome } from '../../domain/shipping/ship-contact.ts';
import { Moment } from '../../time/moment.ts';
import type { Endpoint } from './endpoint.ts';
import { optionalText } from './note.ts';
import { MOST_CHOSEN } from './order-contract.ts';
import { Recorded } from './task-contract.ts';

const Chosen = z.array(OrderId).min(1).max(MOST_CHOSEN);

export const ShipContact = z.object({
  orderIds: Chosen,
  channel: ContactChannel,
  outcome: ShipOutcome,
  note: optionalText(200),
  /** O7: the customer's own words, where they have agreed to wait. */
  quote: optionalText(1000),
  agreedAtMs: Moment.nullable(),
});
export type ShipContact = z.output<typeof ShipContact>;

export const shippingContract = {
  /** X4: marked as shipped on the platform; the next import has the last word. */
  'shipping.claim': { input: z.object({ orderIds: Chosen }), output: Recorded },
  /** O4, O7: the customers were spoken to, or not reached. */
  'shipping.contact': { input: ShipContact, output: Recorded },
} as const satisfies Record<string, Endpoint>;

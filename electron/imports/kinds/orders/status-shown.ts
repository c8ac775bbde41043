import type { OrderFields, OrderStatus } from '../../../../shared/domain/orders/order.ts';

type Fields = Readonly<Partial<OrderFields>>;

/**
 * The status that a row shows, in words or by what has happened; `null` when it shows none. That nothing is said of a
 * payment does not show that none was made.
 */
export function statusShown(fields: Fields): OrderStatus | null {
  const said = fields.status ?? statusByEvents(fields);
  return (said === null || said === 'unpaid') && isFilled(fields.closeReason) ? 'closed' : said;
}

function statusByEvents(fields: Fields): OrderStatus | null {
  if (isFilled(fields.closeReason)) return 'closed';
  if (isFilled(fields.completedAtMs)) return 'completed';
  if (isFilled(fields.shippedAtMs)) return 'shipped';
  return isFilled(fields.paidAtMs) || (fields.paidFen ?? 0) > 0 ? 'paid' : null;
}

function isFilled(value: OrderFields[keyof OrderFields] | undefined): boolean {
  return value !== undefined && value !== null;
}

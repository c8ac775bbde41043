import type { OrderField, OrderFields } from '../../../../shared/domain/orders/order.ts';
import type { ItemRecord } from '../../../../shared/domain/subjects/platform-record.ts';

type Fields = Partial<OrderFields>;

/** The rows of one order in an item file all say the same of it in passing; the first cell that is filled holds. */
export function orderOfItems(rows: readonly ItemRecord[]): Fields {
  const merged: Record<string, unknown> = {};
  for (const { order, fromLines } of rows) {
    for (const name in order) {
      // The keys of a record's order are its fields.
      const field = name as OrderField;
      if (!fromLines.includes(field)) merged[field] ??= order[field] ?? null;
    }
  }
  return merged;
}

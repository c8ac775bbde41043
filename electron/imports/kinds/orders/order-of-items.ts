import {
  ORDER_STATUS_RANK,
  type OrderField,
  type OrderFields,
  type OrderStatus,
} from '../../../../shared/domain/orders/order.ts';
import type { ItemRecord } from '../../../../shared/domain/subjects/platform-record.ts';

type Fields = Partial<OrderFields>;

/**
 * Concludes from the rows of one order in an item file how the order as a whole stands: as far as its slowest part. A
 * part that was refunded closes alone and says nothing of the others.
 */
export function orderOfItems(rows: readonly ItemRecord[], isKnown: boolean): Fields {
  const merged: Record<string, unknown> = {};
  for (const { order } of rows) {
    for (const field in order) {
      if (field === 'status' || field === 'platformStatus') continue;
      // The keys of a record's order are its fields.
      merged[field] ??= order[field as OrderField] ?? null;
    }
  }
  const status = slowestStatus(rows);
  // A refunded part was paid; without this an order that is new would count as unpaid and be chased.
  if (!isKnown && status.status === undefined && rows.some(isRefunded)) status.status = 'paid';
  return { ...(merged as Fields), ...status };
}

function slowestStatus(rows: readonly ItemRecord[]): Fields {
  const voters = rows.filter(
    (row) => row.order.status && !(row.order.status === 'closed' && isRefunded(row)),
  );
  const open = voters.filter((row) => row.order.status !== 'closed');
  const slowest = (open.length > 0 ? open : voters).reduce<ItemRecord | undefined>(
    (least, row) => (least === undefined || rankOf(row) < rankOf(least) ? row : least),
    undefined,
  );
  const status: OrderStatus | null | undefined = slowest?.order.status;
  if (!slowest || !status) return {};
  return { status, platformStatus: slowest.order.platformStatus ?? null };
}

function rankOf({ order }: ItemRecord): number {
  return order.status ? ORDER_STATUS_RANK[order.status] : 0;
}

function isRefunded({ item }: ItemRecord): boolean {
  return (item.refundFen ?? 0) > 0 || (item.refundStatus ?? '').includes('退款成功');
}

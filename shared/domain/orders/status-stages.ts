import type { ScriptStage } from '../scripts/script.ts';
import type { OrderStatus } from './order.ts';

/** The stages that usually fit an order without an open task. */
const STATUS_STAGES = {
  unpaid: ['chase-open', 'chase-remedy', 'duplicate'],
  paid: ['closing', 'order-change', 'shipping', 'presale'],
  shipped: ['shipping', 'order-change', 'after-sales', 'parcel', 'complaint'],
  completed: ['after-sales', 'closing', 'review', 'complaint', 'visit'],
  closed: ['closed', 'relation', 'arrival', 'visit'],
  unknown: [],
} as const satisfies Record<OrderStatus, readonly ScriptStage[]>;

export function statusStages(orderStatus: OrderStatus | null): readonly ScriptStage[] {
  return orderStatus === null ? [] : STATUS_STAGES[orderStatus];
}

import type { OrderStatus } from './order.ts';
import type { ScriptStage } from './script.ts';

/** What is usually said about an order that no task is open for. */
const STATUS_STAGES = {
  unpaid: ['chase-open', 'chase-remedy', 'duplicate'],
  paid: ['closing', 'order-change', 'shipping'],
  shipped: ['shipping', 'order-change', 'after-sales'],
  completed: ['after-sales', 'closing', 'review'],
  closed: ['closed', 'relation'],
} as const satisfies Record<OrderStatus, readonly ScriptStage[]>;

export function statusStages(orderStatus: OrderStatus | null): readonly ScriptStage[] {
  return orderStatus === null ? [] : STATUS_STAGES[orderStatus];
}

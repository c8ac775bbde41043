import type { ChaseSettings } from '../../shared/domain/chasing/chase-settings.ts';
import { isPaidStatus, type Order } from '../../shared/domain/orders/order.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { SentMessage } from '../store/chasing/sent-chases.ts';

/** P10: the last chase before the payment gets the credit, unless it came before the customer had time to pay unasked. */
export function creditedChase(
  { placedAtMs, paidAtMs }: { readonly placedAtMs: EpochMs | null; readonly paidAtMs: EpochMs },
  messages: readonly SentMessage[],
  { silentCreditMs }: Pick<ChaseSettings, 'silentCreditMs'>,
): SentMessage | undefined {
  const creditFromMs = silentCreditMs === 0 ? 0 : (placedAtMs ?? 0) + silentCreditMs;
  return messages.findLast(({ atMs }) => atMs <= paidAtMs && atMs >= creditFromMs);
}

/** Paid and not given back: an order that was closed after a full refund recovered nothing. */
export function isPaid({ status, paidAtMs, paidFen, refundFen }: Order): boolean {
  if (status === 'closed') return paidAtMs !== null && (paidFen ?? 0) > (refundFen ?? 0);
  return isPaidStatus(status);
}

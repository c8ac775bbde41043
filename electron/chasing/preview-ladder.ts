import { type ChaseSettings, ChaseStep } from '../../shared/domain/chasing/chase-settings.ts';
import type { OrderId, ShopId } from '../../shared/domain/ids.ts';
import { type Order, OrderFields } from '../../shared/domain/orders/order.ts';
import {
  bareOrderSubject,
  type OrderRule,
  type OrderSubject,
  type SentChase,
} from '../../shared/domain/orders/order-subject.ts';
import { DEFAULT_SHOP_SETTINGS } from '../../shared/domain/team/shop.ts';
import type { ChasePreview } from '../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';

/** The settings screen: when each message of the ladder would go out for an order placed then, each sent when due. */
export function previewLadder(
  findChases: OrderRule['find'],
  chase: ChaseSettings,
  placedAtMs: EpochMs,
): ChasePreview[] {
  const sent: (SentChase & ChasePreview)[] = [];
  const stepCount = chase.steps.length;
  while (sent.length < stepCount) {
    const nowMs = sent.at(-1)?.atMs ?? placedAtMs;
    const [next] = findChases(exampleSubject(chase, placedAtMs, sent), nowMs);
    const step = ChaseStep.safeParse(next?.step).data;
    if (!next || !step) break;
    sent.push({ step, atMs: next.dueAtMs, dueAtMs: next.dueAtMs, reason: next.reason });
  }
  return sent.map(({ step, dueAtMs, reason }) => ({ step, dueAtMs, reason }));
}

// Every field of an export may be `null`, and here each of them is.
const UNKNOWN_FIELDS = OrderFields.parse(
  Object.fromEntries(Object.keys(OrderFields.shape).map((field) => [field, null])),
);

function exampleSubject(
  chase: ChaseSettings,
  placedAtMs: EpochMs,
  chases: readonly SentChase[],
): OrderSubject {
  const order: Order = {
    ...UNKNOWN_FIELDS,
    customerId: null,
    closesAtMs: null,
    chaseStoppedAtMs: null,
    chaseStopReason: null,
    agreedPayAtMs: null,
    id: 'preview' as OrderId,
    shopId: 'preview' as ShopId,
    no: '',
    status: 'unpaid',
    placedAtMs,
    extra: {},
    updatedAtMs: placedAtMs,
  };
  return { ...bareOrderSubject(order, { ...DEFAULT_SHOP_SETTINGS, chase }), chases };
}

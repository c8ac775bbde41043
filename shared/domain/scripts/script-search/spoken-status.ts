import type { OrderStatus } from '../../orders/order.ts';
import type { Script } from '../script.ts';

/** How titles and keywords name the state of the order that a script is written for. */
const SPOKEN: readonly (readonly [RegExp, readonly OrderStatus[]])[] = [
  [/[未没]付款|[未没]支付|待付款/u, ['unpaid']],
  [/已付款|付款后|已打单|[未没]发货|待发货/u, ['paid']],
  [/已发货|已发出|在途|召回|拒收|网点/u, ['shipped']],
  [/签收|收货后|已收货/u, ['shipped', 'completed']],
  [/已关闭/u, ['closed']],
];

export type SpokenStatus = ReadonlySet<OrderStatus>;

/** Empty where a script names no state. */
export function spokenStatusOf({ title, keywords }: Script): SpokenStatus {
  const text = `${title} ${keywords}`;
  return new Set(SPOKEN.flatMap(([pattern, statuses]) => (pattern.test(text) ? statuses : [])));
}

/** 1 where the script is written for an order like this one, -1 where it is written for another. */
export function suits(spoken: SpokenStatus, status: OrderStatus | null): -1 | 0 | 1 {
  if (spoken.size === 0 || status === null || status === 'unknown') return 0;
  return spoken.has(status) ? 1 : -1;
}

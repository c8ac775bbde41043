import { ORDER_STATUS_LABELS, type OrderStatus } from '../../../shared/domain/orders/order.ts';
import { Tag, type Tone } from './tag.tsx';

/** Only an unpaid order asks for something; the others are facts. */
const TONES = {
  unpaid: 'warning',
  paid: 'accent',
  shipped: 'neutral',
  completed: 'neutral',
  closed: 'neutral',
  unknown: 'neutral',
} as const satisfies Record<OrderStatus, Tone>;

type StatusTagProps = { readonly status: OrderStatus; readonly platformStatus?: string | null };

export function StatusTag({ status, platformStatus }: StatusTagProps) {
  return (
    <Tag tone={TONES[status]} {...(platformStatus ? { title: platformStatus } : {})}>
      {ORDER_STATUS_LABELS[status]}
    </Tag>
  );
}

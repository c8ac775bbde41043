import { asSubject, idIn } from '../../shared/domain/subjects/subject.ts';
import type { HooksByKind, TaskHooks } from '../kernel/tasks/task-actions.ts';
import type { ShippingPorts } from './ports.ts';

/** These are done by speaking to the customer; the others by seeing to the shipping. */
const SPOKEN: ReadonlySet<string> = new Set(['late', 'late-again', 'd3', 'd1', 'd0']);

/** O4, O7: an agent who completes such a task has spoken to the customer, and the next one is counted from then. */
export function createShipHooks({
  orders,
  contactAttempts,
}: Pick<ShippingPorts, 'orders' | 'contactAttempts'>): HooksByKind {
  const spoken: TaskHooks = {
    afterDone({ subject, step }, { agentId, nowMs }) {
      const orderId = idIn(subject, 'order');
      const order = orderId === null ? undefined : orders.get(orderId);
      if (order === undefined || !SPOKEN.has(step)) return null;
      const id = contactAttempts.newId(nowMs);
      return {
        rows: [{ table: 'contact_attempts', id }],
        write: () =>
          contactAttempts.add({
            id,
            shopId: order.shopId,
            subject: asSubject('order', order.id),
            channel: 'chat',
            result: { kind: 'reached' },
            said: null,
            agentId,
            atMs: nowMs,
          }),
      };
    },
  };
  return { ship: spoken, presale: spoken };
}

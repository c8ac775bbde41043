import type { OrderId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import type { OrderSubject } from '../../shared/domain/orders/order-subject.ts';
import type { Act } from '../kernel/activities/act.ts';
import type { Snoozing } from '../kernel/tasks/snooze-task.ts';
import type { Dispute } from '../store/chasing/dispute-store.ts';
import type { ClaimStore } from '../store/claims/claim-store.ts';
import type { TaskStore } from '../store/tasks/task-store.ts';

/** The actions of chasing need these of the rest; the composition roots hand them in. */
export type ChasingPorts = {
  readonly act: Act;
  readonly snoozing: Snoozing;
  readonly orders: {
    get(id: OrderId): Order | undefined;
    update(order: Order, changed: readonly (keyof Order)[]): void;
  };
  readonly tasks: Pick<TaskStore, 'listForSubject'>;
  readonly disputes: {
    get(orderId: OrderId): Dispute | undefined;
    save(dispute: Dispute): void;
  };
  /** X4. */
  readonly claims: Pick<ClaimStore, 'newId' | 'listOf' | 'save'>;
  readonly orderSubjects: { get(orderId: OrderId): OrderSubject | undefined };
};

export const orderRow = (id: OrderId) => ({ table: 'orders', id }) as const;
export const disputeRow = (id: OrderId) => ({ table: 'disputes', id }) as const;

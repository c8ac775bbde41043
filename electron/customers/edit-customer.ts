import type { Activity, NewActivity } from '../../shared/domain/activity.ts';
import type { Customer } from '../../shared/domain/customer.ts';
import type { AgentId, CustomerId } from '../../shared/domain/ids.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { EpochMs } from '../../shared/time/clock.ts';
import type { InTransaction } from '../store/connection.ts';

type Edited = Pick<Customer, 'note' | 'groupOverride'>;

type Dependencies = {
  readonly inTransaction: InTransaction;
  readonly customers: {
    get(id: CustomerId): Customer | undefined;
    edit(id: CustomerId, edited: Edited): boolean;
  };
  readonly activities: { append(activity: NewActivity): Activity };
};

/** C1, R11: the note on the card, and the group where the agent knows better than the orders. */
export function createEditCustomer({ inTransaction, customers, activities }: Dependencies) {
  return (
    { id, note, groupOverride }: Edited & { readonly id: CustomerId },
    actor: { readonly agentId: AgentId; readonly nowMs: EpochMs },
  ): Recorded =>
    inTransaction(() => {
      const before = customers.get(id);
      if (!before) throw new AppError('not-found', '该客户已不存在');
      customers.edit(id, { note, groupOverride });
      const activity = activities.append({
        atMs: actor.nowMs,
        kind: 'customer-edited',
        subject: { kind: 'customer', id },
        agentId: actor.agentId,
        taskId: null,
        scriptId: null,
        importRunId: null,
        data: {
          changes: { note: [before.note, note], groupOverride: [before.groupOverride, groupOverride] },
        },
      });
      return { activityId: activity.id, message: '客户资料已保存' };
    });
}

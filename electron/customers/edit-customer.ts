import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { CustomerId } from '../../shared/domain/ids.ts';
import type { Customer } from '../../shared/domain/orders/customer.ts';
import { AppError } from '../../shared/errors.ts';
import type { Recorded } from '../../shared/ipc/contract/task-contract.ts';
import type { Act } from '../kernel/activities/act.ts';

type Edited = Pick<Customer, 'note' | 'groupOverride'>;

type Dependencies = {
  readonly act: Act;
  readonly customers: {
    get(id: CustomerId): Customer | undefined;
    edit(id: CustomerId, edited: Edited): boolean;
  };
};

/** C1, R11: the note on the card, and the group where the agent knows better than the orders. */
export function createEditCustomer({ act, customers }: Dependencies) {
  return ({ id, ...edited }: Edited & { readonly id: CustomerId }, actor: Actor): Recorded =>
    act(actor, () => {
      if (!customers.get(id)) throw new AppError('not-found', '该客户已不存在');
      return {
        subject: { kind: 'customer', id },
        kind: 'customer-edited',
        rows: [{ table: 'customers', id }],
        write: () => void customers.edit(id, edited),
        message: '客户资料已保存',
      };
    });
}

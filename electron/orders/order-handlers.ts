import type { AgentId, CustomerId } from '../../shared/domain/ids.ts';
import type { OrderLine } from '../../shared/ipc/contract/order-contract.ts';
import type { Input } from '../../shared/ipc/contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { createEditCustomer } from '../customers/edit-customer.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { OrderView } from './order-view.ts';

type Dependencies = {
  readonly view: OrderView;
  readonly page: (query: Input<'orders.page'>) => { rows: OrderLine[]; total: number };
  readonly find: (text: string) => OrderLine[];
  readonly editCustomer: ReturnType<typeof createEditCustomer>;
  readonly requireAgentId: () => AgentId;
  readonly clock: Clock;
  readonly customerChanged: (id: CustomerId) => void;
};

export function createOrderHandlers(dependencies: Dependencies) {
  const { view, page, find, editCustomer, requireAgentId, clock, customerChanged } = dependencies;

  return {
    'orders.page': (query) => page(query),
    'orders.find': ({ text }) => find(text),
    'orders.detail': ({ orderId }) => view.detail(orderId, clock.now()),
    'customers.edit': (request) => {
      const recorded = editCustomer(request, { agentId: requireAgentId(), nowMs: clock.now() });
      customerChanged(request.id);
      return recorded;
    },
  } satisfies Partial<Handlers>;
}

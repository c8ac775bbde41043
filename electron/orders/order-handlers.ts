import type { Actor } from '../../shared/domain/activities/acting.ts';
import type { AgentId, OrderId, TaskId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import type { OrderFoundBy } from '../../shared/domain/orders/order-found-by.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import { isToDo, type Task } from '../../shared/domain/tasks/task.ts';
import type { createEditCustomer } from '../customers/edit-customer.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import { createSaveAs, type SaveAsPorts } from '../kernel/jobs/save-as.ts';
import type { TaskActions } from '../kernel/tasks/create-task-actions.ts';
import type { InTurns } from '../platform/in-turns.ts';
import { exportOrdersJob } from './export-orders-job.ts';
import type { ListOrders } from './list-orders.ts';
import type { OrderView } from './order-view.ts';

type Dependencies = SaveAsPorts & {
  readonly orderView: OrderView;
  readonly orderList: { learnWords(): Generator<undefined> };
  readonly findOrders: (
    text: string,
    atMost: number,
  ) => Promise<readonly { readonly order: Order; readonly by: OrderFoundBy }[]>;
  readonly inTurns: InTurns;
  readonly orders: { get(id: OrderId): Order | undefined };
  /** Empty where the agent allows no look. */
  readonly clipboardText: () => Promise<string>;
  readonly listOrders: ListOrders;
  readonly editCustomer: ReturnType<typeof createEditCustomer>;
  readonly tasks: { listForSubjects(kind: 'order', ids: readonly string[]): Map<string, Task[]> };
  readonly taskActions: Pick<TaskActions, 'createTasks'>;
  readonly currentAgentId: () => AgentId | null;
  readonly requireActor: () => Actor;
  readonly changed: (subjects: readonly SubjectRef[]) => void;
};

/** More are not looked through; an agent types on. */
const FOUND_AT_MOST = 20;
/** A letter on the clipboard is no wish, and a whole message names no order. */
const SHORTEST_IN_CLIPBOARD = 2;
const LONGEST_IN_CLIPBOARD = 60;
const OFFERED_FROM_CLIPBOARD = 3;

export function createOrderHandlers(dependencies: Dependencies) {
  const { orderView, orderList, inTurns, editCustomer, requireActor, clock, changed } = dependencies;
  const { listOrders, tasks, taskActions, currentAgentId } = dependencies;
  const saveAs = createSaveAs(dependencies);

  async function find(text: string, atMost: number) {
    const found = await dependencies.findOrders(text, atMost);
    return found.map(({ order, by }) => ({ ...orderView.lineOf(order), foundBy: by }));
  }

  async function inClipboard() {
    const text = (await dependencies.clipboardText()).trim();
    if (text.length < SHORTEST_IN_CLIPBOARD || text.length > LONGEST_IN_CLIPBOARD) return null;
    const found = await find(text, OFFERED_FROM_CLIPBOARD);
    return found.length === 0 ? null : { text, orders: found };
  }

  return {
    'orders.page': async (query) => {
      if (query.text.trim() !== '') await inTurns(orderList.learnWords());
      return listOrders.page(query, currentAgentId());
    },
    'orders.counts': ({ filters }) => listOrders.counts(filters, currentAgentId()),
    'orders.find': async ({ text }) => {
      return text.trim() === '' ? [] : find(text.trim(), FOUND_AT_MOST);
    },
    'orders.offered': async ({ recent }) => ({
      clipboard: await inClipboard(),
      recent: recent.flatMap((id) => {
        const order = dependencies.orders.get(id);
        return order ? [orderView.lineOf(order)] : [];
      }),
    }),
    'orders.detail': ({ orderId }) => orderView.detail(orderId, clock.now()),
    'orders.tasks': ({ orderIds }): TaskId[] =>
      [...tasks.listForSubjects('order', orderIds).values()]
        .flat()
        .filter(isToDo)
        .map(({ id }) => id),
    'orders.followUp'({ orderIds, text, dueAtMs }) {
      const subjects = orderIds.map((id) => asSubject('order', id));
      const promise = { subjects, text, dueAtMs, kind: 'follow-up', ownerId: null } as const;
      const recorded = taskActions.createTasks(promise, requireActor());
      changed(subjects);
      return recorded;
    },
    'orders.export': ({ filter, orderIds, columns, format }) =>
      saveAs({
        name: '订单',
        format,
        job: exportOrdersJob,
        inputFor: (path) => ({ path, filter, orderIds, columns, agentId: currentAgentId() }),
      }),
    'customers.edit': (request) => {
      const recorded = editCustomer(request, requireActor());
      changed([{ kind: 'customer', id: request.id }]);
      return recorded;
    },
  } satisfies Partial<Handlers>;
}

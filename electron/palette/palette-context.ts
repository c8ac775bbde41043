import type { OrderId, ShopId } from '../../shared/domain/ids.ts';
import type { Order } from '../../shared/domain/orders/order.ts';
import { closingTimeOf } from '../../shared/domain/orders/order-subject.ts';
import { asSubject, type SubjectRef } from '../../shared/domain/subjects/subject.ts';
import { currentTask } from '../../shared/domain/tasks/current-task.ts';
import { type Task, taskKindSpec, taskName } from '../../shared/domain/tasks/task.ts';
import type { Shop } from '../../shared/domain/team/shop.ts';
import {
  MOST_CHOICES,
  type PaletteContext,
  type PaletteSubject,
  type UnfinishedCopy,
} from '../../shared/ipc/contract/scripts/palette-contract.ts';
import type { ScriptOccasion } from '../../shared/ipc/contract/scripts/script-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import { type NamedOrders, namedBy, onePerCustomer } from './named-by.ts';

/** Longer than any nick or number that is copied for its own sake. */
const LONGEST = 200;
const SHOWN_OF_TEXT = 24;

type Dependencies = NamedOrders & {
  /** The text that the agent has copied; `''` for nothing, for a script of ours, and while a look is not allowed. */
  readonly clipboardText: () => Promise<string>;
  readonly orders: { get(id: OrderId): Order | undefined };
  readonly shops: { get(id: ShopId): Shop | undefined };
  /** The most urgent first. */
  readonly tasks: { listToDo(subject: SubjectRef): Task[] };
  /** The subject that is open in the workbench. */
  readonly followed: () => ScriptOccasion | null;
  readonly clock: Clock;
};

type Found = Pick<PaletteContext, 'subject' | 'unrecognised' | 'choices'>;

const NOTHING: Found = { subject: null, unrecognised: null, choices: [] };

/**
 * X3: the order that the clipboard names; the one that it named before the first messages of a script took its place
 * there; or, where the agent has copied nothing, the one in the workbench. A text by which no customer is known names no
 * other one: those who may be meant are only offered.
 */
export function createPaletteContext(dependencies: Dependencies) {
  const { clipboardText, orders, shops, tasks, followed, clock } = dependencies;

  function taskOf(task: Task | null): PaletteSubject['task'] {
    if (task === null) return null;
    const { done, answeredIn } = taskKindSpec(task.kind);
    return answeredIn(task.step) === null ? { id: task.id, name: taskName(task), done: done.label } : null;
  }

  function subjectOf(
    order: Order,
    occasion: ScriptOccasion,
    source: PaletteSubject['source'],
  ): PaletteSubject {
    const { no, customerNick, itemTitle, payableFen, status } = order;
    const shop = shops.get(order.shopId);
    const closesAtMs = status === 'unpaid' && shop ? closingTimeOf(order, shop.settings.chase) : null;
    const toDo = tasks.listToDo(asSubject('order', order.id));
    const task = currentTask({ tasks: toDo, taskId: occasion.taskId, nowMs: clock.now() });
    return {
      occasion: { ...occasion, orderId: order.id },
      order: { no, customerNick, itemTitle, payableFen, status, closesAtMs },
      source,
      task: taskOf(task),
    };
  }

  const byClipboard = (order: Order): PaletteSubject =>
    subjectOf(order, { orderId: order.id, taskId: null, reason: null }, 'clipboard');

  function inWorkbench(): PaletteSubject | null {
    const occasion = followed();
    const order = occasion?.orderId ? orders.get(occasion.orderId) : undefined;
    return occasion && order ? subjectOf(order, occasion, 'workbench') : null;
  }

  function forWhomItBegan({ orderId }: UnfinishedCopy): Found | undefined {
    if (orderId === null) return NOTHING;
    const order = orders.get(orderId);
    return order && { ...NOTHING, subject: byClipboard(order) };
  }

  async function namedInText(text: string): Promise<Found> {
    const named = text.length > LONGEST ? [] : onePerCustomer(await namedBy(text, dependencies));
    const [only, ...others] = named;
    if (only !== undefined && others.length === 0) return { ...NOTHING, subject: byClipboard(only) };
    const workbench = inWorkbench();
    const choices = [...named.map(byClipboard).slice(0, MOST_CHOICES - 1), ...(workbench ? [workbench] : [])];
    return { subject: null, unrecognised: text.replaceAll(/\s+/g, ' ').slice(0, SHOWN_OF_TEXT), choices };
  }

  return async (unfinished: UnfinishedCopy | null): Promise<Found> => {
    const text = (await clipboardText()).trim();
    if (text !== '') return namedInText(text);
    return (unfinished && forWhomItBegan(unfinished)) ?? { ...NOTHING, subject: inWorkbench() };
  };
}

import type { OrderId, TaskId } from '../../../../../shared/domain/ids.ts';
import { closingTimeOf } from '../../../../../shared/domain/orders/order-subject.ts';
import { asSubject } from '../../../../../shared/domain/subjects/subject.ts';
import {
  attentionAtMs,
  isMissed,
  isToDo,
  type Task,
  taskKindSpec,
  type WantedTask,
} from '../../../../../shared/domain/tasks/task.ts';
import type { EpochMs } from '../../../../../shared/time/clock.ts';
import { MINUTE } from '../../../../../shared/time/durations.ts';
import type { TwoPrograms } from './two-programs.ts';

export const listTasks = ({ app }: TwoPrograms): Task[] =>
  app().core.stores.tasks.listTasks({ kind: null, state: null, dueBeforeMs: null, limit: 10_000 });

const nameOf = ({ kind, step, subject }: Pick<Task, 'kind' | 'step' | 'subject'>) =>
  `${kind} ${step} of ${subject.id}`;

/** H6: all that the rules want is there: to do, done, or stood for by a task that the agent has snoozed. */
export function lostSteps(programs: TwoPrograms, nowMs: EpochMs): string[] {
  const { core } = programs.app();
  const { tasks } = core.stores;
  return core.subjects.modules.flatMap(({ kind, ruled }) => {
    const plans = ruled?.plan(ruled.listLive(programs.shop.id), nowMs) ?? [];
    return plans.flatMap(({ id, wanted }) => {
      const own = tasks.listForSubject(asSubject(kind, id));
      return wanted.filter((one) => !own.some((task) => standsFor(task, one, tasks.idOf))).map(nameOf);
    });
  });
}

function standsFor(
  task: Task,
  wanted: WantedTask,
  idOf: (one: Pick<Task, 'kind' | 'subject' | 'step' | 'occurrence'>) => TaskId,
) {
  if (task.id === idOf({ ...wanted, occurrence: wanted.occurrence ?? '' })) return task.state !== 'cancelled';
  return (
    task.kind === wanted.kind &&
    task.snoozedUntilMs !== null &&
    !isMissed(task, wanted.dueAtMs) &&
    Math.abs(task.snoozedUntilMs - wanted.dueAtMs) < 10 * MINUTE
  );
}

/** A task that an agent has put off comes back at that moment, through all imports and undos since. */
export function lostSnoozes(programs: TwoPrograms, snoozes: ReadonlyMap<TaskId, EpochMs>): string[] {
  return [...snoozes].flatMap(([id, untilMs]) => {
    const task = programs.app().core.stores.tasks.get(id);
    if (task === undefined || task.snoozedUntilMs === untilMs) return [];
    // An end that has moved to before the moment wakes the task, where the end stands.
    const isWoken =
      taskKindSpec(task.kind).snooze === 'keeps-end' &&
      task.plannedExpiryAtMs !== null &&
      task.plannedExpiryAtMs <= untilMs;
    return isWoken ? [] : [nameOf(task)];
  });
}

/** Whether the platform has closed the order by then. */
export function isClosedBy({ app, shop }: TwoPrograms, orderId: OrderId, atMs: EpochMs): boolean {
  const order = app().core.stores.orders.get(orderId);
  const closesAtMs = order ? closingTimeOf(order, shop.settings.chase) : null;
  return closesAtMs !== null && closesAtMs <= atMs;
}

/** P2: the order keeps the time for which its customer is expected; where it is closed by then, a task asks for the next one. */
export function lostAgreements(programs: TwoPrograms, agreements: ReadonlyMap<OrderId, EpochMs>): string[] {
  const { orders, tasks } = programs.app().core.stores;
  function isKept([id, atMs]: readonly [OrderId, EpochMs]): boolean {
    const order = orders.get(id);
    if (order === undefined) return true;
    if (order.agreedPayAtMs !== atMs) return false;
    const isOwed = order.status !== 'paid' && order.chaseStoppedAtMs === null;
    if (!isOwed || !isClosedBy(programs, id, atMs)) return true;
    return tasks
      .listForSubject(asSubject('order', id))
      .some((task) => task.kind === 'reorder' && task.dueAtMs === atMs && task.state !== 'cancelled');
  }
  return [...agreements].filter((one) => !isKept(one)).map(([id]) => `time agreed for ${id}`);
}

type Looked = {
  readonly nowMs: EpochMs;
  readonly isHeld: boolean;
  readonly isDoubtful: boolean;
  readonly wasShown: (task: Task) => boolean;
};

/** X2: a task whose moment has come was shown, and one whose moment is still to come owes its reminder. */
export function silentTasks(
  programs: TwoPrograms,
  { nowMs, isHeld, isDoubtful, wasShown }: Looked,
): string[] {
  const isSilent = (task: Task) => {
    const atMs = attentionAtMs(task);
    if (atMs > nowMs) return task.reminderAtMs !== atMs;
    const waits = isHeld || (isDoubtful && isMissed(task, nowMs));
    return waits ? task.reminderAtMs === null && !wasShown(task) : !wasShown(task);
  };
  return listTasks(programs)
    .filter((task) => isToDo(task) && isSilent(task))
    .map(nameOf);
}

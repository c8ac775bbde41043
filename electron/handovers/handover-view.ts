import type { Actor } from '../../shared/domain/activities/acting.ts';
import {
  type Handover,
  type HandoverId,
  type HandoverItem,
  inHandoverOrder,
  itemsLeft,
} from '../../shared/domain/handovers/handover.ts';
import type { AgentId, TaskId } from '../../shared/domain/ids.ts';
import { asSubject, type SubjectRef, type SubjectSummary } from '../../shared/domain/subjects/subject.ts';
import { type Task, taskKindLabel } from '../../shared/domain/tasks/task.ts';
import type { Agent } from '../../shared/domain/team/agent.ts';
import { AppError } from '../../shared/errors.ts';
import type {
  HandoverDetail,
  HandoverLine,
  HandoverRow,
} from '../../shared/ipc/contract/shifts/handover-contract.ts';
import { type QueueFilter, WHOLE_QUEUE } from '../../shared/ipc/contract/task-contract.ts';
import type { Clock, EpochMs } from '../../shared/time/clock.ts';
import { DAY } from '../../shared/time/durations.ts';
import type { ShortTable } from '../exports/table.ts';
import { handoverTable, handoverText } from './handover-words.ts';

type Dependencies = {
  readonly handovers: {
    get(id: HandoverId): Handover | undefined;
    listGiven(atMost: number): Handover[];
    carriedBefore(): ReadonlyMap<TaskId, number>;
    listToLeave(span: {
      readonly agentId: AgentId;
      readonly nowMs: EpochMs;
      readonly untilMs: EpochMs;
    }): Task[];
  };
  readonly agents: { get(id: AgentId): Agent | undefined };
  readonly tasks: { get(id: TaskId): Task | undefined; listToDo(subject: SubjectRef): Task[] };
  readonly subjects: {
    summarise(subjects: readonly SubjectRef[]): (subject: SubjectRef) => SubjectSummary;
  };
  readonly queue: {
    count(
      filter: QueueFilter,
      actor: Actor,
    ): { readonly byTab: Readonly<Record<'todo', { count: number; amountFen: number }>> };
  };
  readonly clock: Clock;
};

/** The receiver's shift, and a margin to the next sheet. */
const COMES_UP_WITHIN = DAY;
/** The last two weeks of a PC with two shifts. */
const SHEETS_LISTED = 30;
/** Each agent reads and signs these for themselves. */
const NOT_ON_A_SHEET: ReadonlySet<Task['kind']> = new Set(['handover', 'bulletin']);

export type HandoverView = ReturnType<typeof createHandoverView>;

/** Everything that is said of hand-over sheets: the items of a draft, one sheet whole, and the lists. */
export function createHandoverView({ handovers, agents, tasks, subjects, queue, clock }: Dependencies) {
  const nameOf = (id: AgentId | null) => (id === null ? null : (agents.get(id)?.name ?? '同事'));

  /** A draft has the tasks that are open now, with the giver's words; a sheet that was given stays as it was. */
  function itemsOf(sheet: Handover, nowMs: EpochMs): readonly HandoverItem[] {
    if (sheet.state !== 'draft') return sheet.items;
    const span = { agentId: sheet.giverId, nowMs, untilMs: nowMs + COMES_UP_WITHIN };
    const left = handovers.listToLeave(span).filter(({ kind }) => !NOT_ON_A_SHEET.has(kind));
    const summaryOf = subjects.summarise(left.map(({ subject }) => subject));
    const markOf = new Map(sheet.marks.map((mark) => [mark.taskId, mark]));
    const carried = handovers.carriedBefore();
    const items = left.map((task): HandoverItem => {
      const { title, customerNick } = summaryOf(task.subject);
      const { toDo = null, leftOut = null, isFirst = false } = markOf.get(task.id) ?? {};
      return {
        taskId: task.id,
        toDo,
        leftOut,
        isFirst,
        subject: task.subject,
        title,
        customer: customerNick,
        kindLabel: taskKindLabel(task.kind),
        reason: task.snoozeNote === null ? task.reason : `${task.reason}（${task.snoozeNote}）`,
        isPromise: task.isPromise,
        dueAtMs: task.snoozedUntilMs ?? task.dueAtMs,
        carried: carried.get(task.id) ?? 0,
      };
    });
    return inHandoverOrder(items);
  }

  function resultOf({ taskId }: HandoverItem): string | null {
    const task = tasks.get(taskId);
    if (!task) return '订单已不在，待办随之取消';
    if (task.state === 'done') return '已完成';
    return task.state === 'cancelled' ? `已了结：${task.cancelReason ?? ''}` : null;
  }

  const linesOf = (items: readonly HandoverItem[]): HandoverLine[] =>
    items.map((item) => ({ ...item, result: resultOf(item) }));

  function rowOf(sheet: Handover & { readonly givenAtMs: number }): HandoverRow {
    const left = itemsLeft(sheet);
    return {
      id: sheet.id,
      state: sheet.state,
      giverName: nameOf(sheet.giverId) ?? '',
      receiverName: nameOf(sheet.receivedById ?? sheet.receiverId) ?? '下一班',
      givenAtMs: sheet.givenAtMs,
      count: left.length,
      openCount: left.filter((item) => resultOf(item) === null).length,
    };
  }

  const isGiven = (sheet: Handover): sheet is Handover & { readonly givenAtMs: number } =>
    sheet.givenAtMs !== null;

  const given = () => handovers.listGiven(SHEETS_LISTED).filter(isGiven);

  const isFor = ({ state, receiverId, giverId }: Handover, agentId: AgentId | null): boolean =>
    state === 'given' && (receiverId === null ? giverId !== agentId : receiverId === agentId);

  function existing(id: HandoverId): Handover {
    const sheet = handovers.get(id);
    if (!sheet) throw new AppError('not-found', '该交接单已不存在');
    return sheet;
  }

  function detail(id: HandoverId, agentId: AgentId | null): HandoverDetail {
    const whole = existing(id);
    const { items: _items, marks: _marks, ...sheet } = whole;
    const nowMs = clock.now();
    const lines = linesOf(itemsOf(whole, nowMs));
    const { count, amountFen } = queue.count(WHOLE_QUEUE, { agentId: null, nowMs }).byTab.todo;
    const said = {
      sheet,
      lines,
      giverName: nameOf(sheet.giverId) ?? '',
      receiverName: nameOf(sheet.receiverId) ?? '下一班',
      receivedByName: nameOf(sheet.receivedById),
      queue: { count, amountFen },
      nowMs,
    };
    return {
      ...said,
      isOwn: sheet.giverId === agentId,
      // One agent alone on a day hands over to themselves.
      mayReceive: sheet.state === 'given' && (sheet.receiverId ?? agentId) === agentId,
      needsPin: agentId !== null && agents.get(agentId)?.hasPin === true,
      text: handoverText(said),
      tasks: tasks.listToDo(asSubject('handover', id)),
    };
  }

  return {
    itemsOf,
    detail,
    list: () => given().map(rowOf),
    waiting: (agentId: AgentId | null): HandoverRow[] =>
      given()
        .filter((sheet) => isFor(sheet, agentId))
        .map(rowOf)
        .toReversed(),
    table: (id: HandoverId): ShortTable => handoverTable(detail(id, null)),
  };
}

import { beforeEach, describe, expect, it } from 'vitest';
import type { AgentId, OrderId, TaskId } from '../../../../shared/domain/ids.ts';
import { asSubject } from '../../../../shared/domain/subjects/subject.ts';
import { isToDo, MISSED_CLEARED, type Task } from '../../../../shared/domain/tasks/task.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { insertAgent } from '../../../support/memory-store.ts';
import { queueOver } from '../../../support/queue-over.ts';
import { aQueueQuery } from '../../../support/records/a-task.ts';
import { aWorkstation, type Workstation } from '../../../support/records/a-workstation.ts';

const ORDERS = ['order-1', 'order-2', 'order-3'] as OrderId[];

let desk: Workstation;
beforeEach(() => {
  desk = aWorkstation();
  for (const [index, id] of ORDERS.entries()) desk.importOrder({ id, no: `31415926535897932${index}` });
  desk.clock.advanceBy(16 * MINUTE);
});

const toDoOf = (id: OrderId): Task[] => desk.tasks.listToDo(asSubject('order', id));
const stepsOf = (id: OrderId) => toDoOf(id).map(({ step, state }) => `${step} ${state}`);
const allIds = (): TaskId[] => ORDERS.flatMap((id) => toDoOf(id).map((task) => task.id));
const dueIds = (): TaskId[] => ORDERS.flatMap((id) => toDoOf(id)[0]?.id ?? []);
/** Without the time of the last change, which no undo takes back. */
const everything = () =>
  ORDERS.flatMap((id) => desk.tasks.listForSubject(asSubject('order', id))).map((task) => ({
    ...task,
    updatedAtMs: 0,
  }));
const shown = (bucket: 'todo' | 'missed') =>
  queueOver(desk.db).page({ ...aQueueQuery(desk.clock.now()), bucket }).rows;

describe('using-it.md B12: many cards in one stroke, taken back by one undo', () => {
  it('puts off what is due of each, so that all leave the queue, and nothing comes earlier than it would', () => {
    const before = everything();
    const untilMs = desk.clock.now() + HOUR;
    const { activityId, message } = desk.taskActions.snoozeTasks(
      { taskIds: allIds(), untilMs },
      desk.actor(),
    );
    expect(message).toMatch(/^已延后 3 条到 /);
    expect(shown('todo')).toEqual([]);
    for (const id of ORDERS) {
      expect(stepsOf(id).filter((step) => step.endsWith('snoozed'))).toEqual(['first snoozed']);
    }
    desk.undoActivity(activityId, desk.actor());
    expect(everything()).toEqual(before);
  });

  it('records no message as sent that nobody has sent: chases are done one by one', () => {
    expect(() => desk.taskActions.completeTasks({ taskIds: dueIds() }, desk.actor())).toThrow('请逐条完成');
  });

  it('does what can be done together, and says how many want a look of their own', () => {
    const promises = ORDERS.map((id) => {
      const promise = { kind: 'follow-up', text: '告知到货时间', ownerId: null } as const;
      const dueAtMs = desk.clock.now() + HOUR;
      desk.taskActions.createTask({ ...promise, subject: asSubject('order', id), dueAtMs }, desk.actor());
      return toDoOf(id).find(({ kind }) => kind === 'follow-up')?.id ?? ('' as TaskId);
    });
    const { activityId, message } = desk.taskActions.completeTasks(
      { taskIds: [...promises, ...dueIds().slice(0, 1)] },
      desk.actor(),
    );
    expect(message).toBe('已完成 3 条待办，1 条需单独处理');
    expect(promises.map((id) => desk.tasks.get(id)?.state)).toEqual(['done', 'done', 'done']);
    desk.undoActivity(activityId, desk.actor());
    expect(promises.map((id) => desk.tasks.get(id)?.state)).toEqual(['open', 'open', 'open']);
  });
});

describe('using-it.md B7: 不催, without a reason', () => {
  it('ends all chasing of the orders, says so, and is taken back', () => {
    const { activityId, message } = desk.taskActions.skipTasks({ taskIds: allIds() }, desk.actor());
    expect(message).toBe('已设为不催：3 单');
    expect(everything().filter(isToDo)).toEqual([]);
    expect(new Set(everything().map(({ cancelReason }) => cancelReason))).toEqual(new Set(['不催']));
    expect(desk.orders.get(ORDERS[0] as OrderId)?.chaseStopReason).toBeNull();
    desk.undoActivity(activityId, desk.actor());
    expect(ORDERS.map((id) => toDoOf(id).length).every((count) => count > 1)).toBe(true);
  });

  it('is not for what has to be done', () => {
    const subject = asSubject('order', ORDERS[0] as OrderId);
    const dueAtMs = desk.clock.now() + HOUR;
    const promise = { kind: 'follow-up', text: '告知到货时间', ownerId: null, dueAtMs } as const;
    desk.taskActions.createTask({ ...promise, subject }, desk.actor());
    const taskIds = toDoOf(ORDERS[0] as OrderId)
      .filter(({ kind }) => kind === 'follow-up')
      .map(({ id }) => id);
    expect(() => desk.taskActions.skipTasks({ taskIds }, desk.actor())).toThrow('该类待办不能跳过');
  });
});

describe('using-it.md B3: what was missed can be cleared', () => {
  beforeEach(() => desk.clock.advanceBy(40 * DAY));

  it('goes out of sight at once, stays there when the rules look again, and comes back with the undo', () => {
    expect(shown('missed')).toHaveLength(3);
    const { activityId, message } = desk.taskActions.clearMissed({ taskIds: allIds() }, desk.actor());
    expect(message).toBe('已清除 3 项已错过');
    desk.refreshTasks(
      ORDERS.map((id) => asSubject('order', id)),
      desk.clock.now(),
    );
    expect(shown('missed')).toEqual([]);
    expect(everything().some(({ cancelReason }) => cancelReason === MISSED_CLEARED)).toBe(true);
    desk.undoActivity(activityId, desk.actor());
    expect(shown('missed')).toHaveLength(3);
  });

  it('is refused for what can still be done', () => {
    desk.clock.advanceBy(-40 * DAY);
    expect(() => desk.taskActions.clearMissed({ taskIds: dueIds() }, desk.actor())).toThrow('仍可处理');
  });
});

describe('using-it.md B8: who was given something', () => {
  it('is known by whom, until they or somebody else takes it', () => {
    const colleague = insertAgent(desk.db, { id: 'agent-2' as AgentId, name: '亦安' });
    const [id] = dueIds();
    if (id === undefined) throw new Error('Nothing is due');
    desk.taskActions.handOverTasks({ taskIds: [id], toAgentId: colleague.id }, desk.actor());
    expect(desk.tasks.get(id)).toMatchObject({ ownerId: colleague.id, givenById: desk.agent.id });
    const taker = { agentId: colleague.id, nowMs: desk.clock.now() };
    desk.taskActions.handOverTasks({ taskIds: [id], toAgentId: colleague.id }, taker);
    expect(desk.tasks.get(id)).toMatchObject({ ownerId: colleague.id, givenById: null });
  });
});

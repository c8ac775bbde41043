import { beforeEach, describe, expect, it } from 'vitest';
import type { ActivityId, AgentId, CustomerId, OrderId, TaskId } from '../../../../shared/domain/ids.ts';
import { DAY, HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { insertAgent, insertCustomer } from '../../../support/memory-store.ts';
import { aWorkstation, type Workstation } from '../../../support/records/a-workstation.ts';

const ORDER = { kind: 'order', id: 'order-1' as OrderId } as const;
const OTHER = 'agent-2' as AgentId;
const LEAD = 'lead-1' as AgentId;
const CUSTOMER = 'customer-1' as CustomerId;

let desk: Workstation;
beforeEach(() => {
  desk = aWorkstation();
  insertAgent(desk.db, { id: OTHER, name: '小李' });
  insertAgent(desk.db, { id: LEAD, name: '亦安', role: 'lead' });
  desk.importOrder();
  desk.clock.advanceBy(16 * MINUTE);
});

const by = (agentId: AgentId) => ({ agentId, nowMs: desk.clock.now() });
const undo = (id: ActivityId, agentId = desk.agent.id) => desk.undoActivity(id, by(agentId));

describe('who may take an act back', () => {
  it('is the agent who did it, and a lead', () => {
    const { activityId } = desk.chase('first');
    expect(() => undo(activityId, OTHER)).toThrow('只能撤销自己的操作，他人的操作请主管撤销');
    expect(desk.taskOf('first').state).toBe('done');
    expect(undo(activityId, LEAD).message).toBe('已撤销：已催付');
    expect(desk.taskOf('first').state).toBe('open');
  });

  it('is nobody where an import has concluded something', () => {
    desk.chase('first');
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now() });
    const recovered = desk.activities.listOf(ORDER).find(({ kind }) => kind === 'recovered');
    if (!recovered) throw new Error('The chase has recovered the order');
    expect(() => undo(recovered.id, LEAD)).toThrow('该记录不能撤销');
  });

  it('is nobody twice', () => {
    const { activityId } = desk.chase('first');
    undo(activityId);
    expect(() => undo(activityId)).toThrow('该操作已撤销');
    expect(() => undo('none' as ActivityId)).toThrow('该记录已不存在');
  });
});

describe('an undo', () => {
  it('takes an act back whole, and nothing that was recorded alongside alone', () => {
    const taskIds: TaskId[] = ['first', 'second', 'last'].map((step) => desk.taskOf(step).id);
    const { activityId, message } = desk.taskActions.handOverTasks(
      { taskIds, toAgentId: OTHER },
      desk.actor(),
    );
    expect(message).toBe('已转交 3 条待办');
    const beside = desk.activities.listOf(ORDER).find(({ data }) => data.isAlongside);
    if (!beside) throw new Error('Nothing was recorded alongside');
    expect(() => undo(beside.id)).toThrow('请撤销整次操作');
    undo(activityId);
    expect(taskIds.map((id) => desk.tasks.get(id)?.ownerId)).toEqual([null, null, null]);
    expect(desk.kindsOf().filter((kind) => kind === 'undone')).toHaveLength(3);
  });

  it('is refused where a later act is about the same subject, or the row has changed', () => {
    const first = desk.chase('first');
    const snoozed = desk.taskActions.snoozeTask(
      { taskId: desk.taskOf('second').id, untilMs: desk.clock.now() + HOUR },
      desk.actor(),
    );
    expect(() => undo(first.activityId)).toThrow('之后已有「延后」，不能撤销');
    const taken = { ownerId: OTHER, givenById: null };
    desk.tasks.setOwner(desk.taskOf('second').id, taken, desk.clock.now());
    undo(snoozed.activityId);
    desk.tasks.save({ ...desk.taskOf('first'), doneAtMs: 1 });
    expect(() => undo(first.activityId)).toThrow('之后已有变化，不能撤销');
  });

  it('F3: goes by the order in which the acts were written, whatever the clock said', () => {
    const first = desk.chase('first');
    desk.clock.jumpTo(desk.clock.now() - 10 * DAY);
    const last = desk.chasing.giveUpChase({ orderId: ORDER.id, reason: 'price' }, by(desk.agent.id));
    expect(() => undo(first.activityId)).toThrow('之后已有');
    undo(last.activityId);
    undo(first.activityId);
    expect(desk.taskOf('first').state).toBe('open');
  });

  it('is refused where a later act is about any other subject of the same stroke', () => {
    const other = 'order-2' as OrderId;
    desk.importOrder({ id: other, no: '1000002' });
    const taskIds = [desk.taskOf('first').id, desk.taskOf('first', other).id];
    const handedOver = desk.taskActions.handOverTasks({ taskIds, toAgentId: OTHER }, desk.actor());
    const chased = desk.chase('first', { id: other });
    expect(() => undo(handedOver.activityId)).toThrow('之后已有「已催付」，不能撤销');
    expect(taskIds.map((id) => desk.tasks.get(id)?.ownerId)).toEqual([OTHER, OTHER]);
    undo(chased.activityId);
    undo(handedOver.activityId);
    expect(taskIds.map((id) => desk.tasks.get(id)?.ownerId)).toEqual([null, null]);
  });

  it('is on record with what it did, the other way round', () => {
    const { activityId } = desk.chasing.claimPaid({ orderId: ORDER.id }, desk.actor());
    const nowMs = desk.clock.now();
    undo(activityId);
    expect(desk.activities.listOf(ORDER)[0]).toMatchObject({
      kind: 'undone',
      data: {
        undoes: activityId,
        changes: [
          {
            table: 'claims',
            before: { subject: ORDER, state: 'open', claimedAtMs: nowMs },
            after: null,
          },
        ],
      },
    });
  });

  it('C1: puts the card of a customer back', () => {
    insertCustomer(desk.db);
    const edit = { id: CUSTOMER, note: '只要顺丰', groupOverride: 'vip' } as const;
    const { activityId } = desk.editCustomer(edit, desk.actor());
    expect(desk.customers.get(CUSTOMER)).toMatchObject({ note: '只要顺丰', groupOverride: 'vip' });
    undo(activityId);
    expect(desk.customers.get(CUSTOMER)).toMatchObject({ note: null, groupOverride: null });
  });
});

import { beforeEach, describe, expect, it } from 'vitest';
import type { OrderId, TaskId } from '../../../../shared/domain/ids.ts';
import { HOUR, MINUTE } from '../../../../shared/time/durations.ts';
import { aWorkstation, type Workstation } from '../../../support/records/a-workstation.ts';

const ORDER = 'order-1' as OrderId;
const OTHER = 'order-2' as OrderId;

let desk: Workstation;
beforeEach(() => {
  desk = aWorkstation();
  desk.importOrder();
  desk.clock.advanceBy(16 * MINUTE);
});

function lookUp(taskId: TaskId | null, orderId = ORDER) {
  const { situation, task } = desk.lookUpOccasion(
    { orderId, taskId, reason: null },
    '小满',
    desk.clock.now(),
  );
  return { stage: situation.stages[0], step: task?.step ?? null };
}

describe('X3 A1 of the shift: scripts are for what the order is now', () => {
  it('are those of the step that the agent is at', () => {
    expect(lookUp(desk.taskOf('first').id)).toEqual({ stage: 'chase-open', step: 'first' });
  });

  it('are no chase any more once an import shows the payment, though a chase led here', () => {
    const cameBy = desk.taskOf('first').id;
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now() });
    expect(lookUp(cameBy)).toEqual({ stage: 'closing', step: null });
    desk.importOrder({ status: 'shipped' });
    expect(lookUp(cameBy)).toEqual({ stage: 'shipping', step: null });
  });

  it('do not greet an order whose step was just done, until the next is due', () => {
    const cameBy = desk.taskOf('first').id;
    desk.chase('first');
    expect(lookUp(cameBy)).toEqual({ stage: 'chase-remedy', step: null });
    desk.clock.advanceBy(2 * HOUR);
    expect(lookUp(cameBy)).toEqual({ stage: 'chase-open', step: 'second' });
  });

  it('are the chase again when the payment is taken back with its import', () => {
    const cameBy = desk.taskOf('first').id;
    desk.importOrder({ status: 'paid', paidAtMs: desk.clock.now() });
    desk.importOrder({ status: 'unpaid', paidAtMs: null });
    expect(lookUp(cameBy)).toEqual({ stage: 'chase-open', step: 'first' });
  });

  it('are those of what is due where no task led here, and count for it', () => {
    expect(lookUp(null)).toEqual({ stage: 'chase-open', step: 'first' });
  });

  it('never go by a task of another order, or by one that is gone', () => {
    desk.importOrder({ id: OTHER, no: '3304370000000000999', status: 'paid', paidAtMs: desk.clock.now() });
    expect(lookUp(desk.taskOf('first').id, OTHER)).toEqual({ stage: 'closing', step: null });
    expect(lookUp('gone' as TaskId)).toEqual({ stage: 'chase-open', step: 'first' });
  });
});

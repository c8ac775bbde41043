import { beforeEach, describe, expect, it } from 'vitest';
import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { HOUR, MINUTE } from '../../../shared/time/durations.ts';
import { aWorkstation, type Workstation } from '../../support/records/a-workstation.ts';

const ORDER = asSubject('order', 'order-1');

let desk: Workstation;
beforeEach(() => {
  desk = aWorkstation();
  desk.importOrder();
  desk.clock.advanceBy(16 * MINUTE);
});

const record = (step: string, isTypedByHand: boolean | null) =>
  desk.taskActions.completeTask({ taskId: desk.taskOf(step).id, isTypedByHand }, desk.actor());
const lastText = () => desk.activities.listOf(ORDER)[0]?.data.text;
function copy(): void {
  desk.activities.append({
    atMs: desk.clock.now(),
    kind: 'script-copied',
    subject: ORDER,
    agentId: desk.agent.id,
    taskId: null,
    scriptId: null,
    importRunId: null,
    data: { scriptCode: 'a1' },
  });
}

describe('P10 A5 of the shift: no message is on record that nobody has copied, without a word', () => {
  it('refuses it until the agent says that it was typed by hand, and records it as that', () => {
    expect(() => record('first', false)).toThrow('还没有为该订单复制话术');
    record('first', true);
    expect(lastText()).toBe('未复制话术，手打发送');
  });

  it('takes a script that was copied for the order as sent, once', () => {
    copy();
    record('first', false);
    expect(lastText()).toBeUndefined();
    desk.clock.advanceBy(2 * HOUR);
    expect(() => record('second', false)).toThrow('还没有为该订单复制话术');
  });

  it('finds the copy again when the record of the message is taken back', () => {
    copy();
    const { activityId } = record('first', false);
    desk.undoActivity(activityId, desk.actor());
    record('first', false);
    expect(lastText()).toBeUndefined();
  });

  it('asks nobody where no page asks, such as on the command line', () => {
    record('first', null);
    expect(lastText()).toBe('未复制话术，手打发送');
  });
});

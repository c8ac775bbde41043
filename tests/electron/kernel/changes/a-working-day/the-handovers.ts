import { asSubject } from '../../../../../shared/domain/subjects/subject.ts';
import { DAY, HOUR } from '../../../../../shared/time/durations.ts';
import { orderOf } from '../../../../support/main-side/a-shop-floor.ts';
import type { Day } from './day.ts';
import { PINS } from './the-team.ts';

/** H2: the agent of a day alone writes the sheet of the shift, gives it, and signs for it. */
export async function handOverShift({ main, ask, thereAndBack }: Day): Promise<void> {
  const agentId = main.core.session.requireAgentId();
  const { activityId } = await ask('tasks.create', {
    subject: asSubject('order', orderOf(main, '青柠不加冰').id),
    text: '回复尺码',
    dueAtMs: main.clock.now() + DAY - HOUR,
    ownerId: agentId,
  });
  const taskId = main.core.stores.activities.get(activityId)?.taskId;
  if (!taskId) throw new Error('The promise has no task');
  const { id } = await ask('handovers.begin', undefined);
  const mark = { taskId, toDo: '发尺码表', leftOut: null, isFirst: true };
  await thereAndBack(() => ask('handovers.mark', { id, mark }));
  await thereAndBack(() => ask('handovers.note', { id, note: '旺旺 2 号掉线' }));
  await thereAndBack(() => ask('handovers.give', { id, receiverId: agentId, pin: PINS[0] }));
  await thereAndBack(() => ask('handovers.receive', { id, pin: PINS[0] }));
}

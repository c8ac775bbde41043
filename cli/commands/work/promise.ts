import { asSubject } from '../../../shared/domain/subjects/subject.ts';
import { readPromise } from '../../../shared/domain/tasks/promise-text.ts';
import { AppError } from '../../../shared/errors.ts';
import { agentNamed } from '../../agents.ts';
import { done, type Invocation, type StoreCommand, UsageError } from '../../command.ts';
import { orderNumbered } from '../../orders.ts';
import { optional, required } from '../../values.ts';
import { tasksJson } from './tasks.ts';

function run(invocation: Invocation) {
  const { core, positionals, values } = invocation;
  const [text, ...rest] = positionals;
  if (text === undefined || rest.length > 0) {
    throw new UsageError('请给出一句承诺，带上时间：promise "周五前回复尺码"');
  }
  required(values, 'agent');
  const nowMs = core.clock.now();
  const promise = readPromise(text, nowMs);
  if (!promise) {
    throw new AppError('invalid-input', `「${text}」里没有看到将来的时间，可写 周五前、明天下午三点、20:30`);
  }
  const orderNo = optional(values, 'order');
  const order = orderNo === undefined ? null : orderNumbered(core, orderNo);
  const agent = agentNamed(invocation);
  const subject = order === null ? asSubject('agent', agent.id) : asSubject('order', order.id);
  const { activityId, message } = core.taskActions.createTask(
    { subject, kind: 'follow-up', text: promise.toDo, dueAtMs: promise.dueAtMs, ownerId: agent.id },
    { agentId: agent.id, nowMs },
  );
  const taskId = core.stores.activities.get(activityId)?.taskId;
  const task = taskId && core.stores.tasks.get(taskId);
  if (!task) throw new AppError('not-found', '该待办已不存在');
  return done(tasksJson(invocation, [task])[0], [message]);
}

export const promiseCommand: StoreCommand = {
  name: 'promise',
  usage: 'promise TEXT --agent NAME [--order NO]',
  summary: '登记一句承诺，到时提醒',
  help: [
    '  TEXT           带时间的一句话，如 "周五前回复尺码"、"20:30 让客户重拍"',
    '  --order NO     关于哪个订单；不写则记在客服自己名下',
    '  --agent NAME   客服，不存在时新建（必填）',
  ],
  options: { agent: { type: 'string' }, order: { type: 'string' } },
  run,
};

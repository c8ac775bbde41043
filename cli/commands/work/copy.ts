import type { TaskId } from '../../../shared/domain/ids.ts';
import { AppError } from '../../../shared/errors.ts';
import { agentNamed } from '../../agents.ts';
import { done, type Invocation, type StoreCommand, UsageError } from '../../command.ts';
import { required } from '../../values.ts';

function answersOf(value: unknown): Record<string, string> {
  const given: readonly string[] = Array.isArray(value) ? value : [];
  return Object.fromEntries(
    given.map((pair) => {
      const at = pair.indexOf('=');
      if (at < 1) throw new UsageError(`--set 应写作 名称=值，不是「${pair}」`);
      return [pair.slice(0, at), pair.slice(at + 1)] as const;
    }),
  );
}

function run(invocation: Invocation) {
  const { core, positionals, values } = invocation;
  const [taskId, code, ...rest] = positionals;
  if (taskId === undefined || code === undefined || rest.length > 0) {
    throw new UsageError('请给出待办编号与话术编码：copy TASK_ID SCRIPT_CODE');
  }
  const answers = answersOf(values['set']);
  required(values, 'agent');
  const task = core.stores.tasks.get(taskId as TaskId);
  if (!task) throw new AppError('not-found', `没有编号为 ${taskId} 的待办`);
  const agent = agentNamed(invocation);
  const script = core.scripts.nearestWithCode(code, { agentId: agent.id, shopId: task.shopId });
  if (!script) throw new AppError('not-found', `没有编码为「${code}」的话术`);
  const nowMs = core.clock.now();
  const occasion = core.scripts.lookUp(
    { orderId: null, taskId: taskId as TaskId, reason: null },
    agent.name,
    nowMs,
  );
  const { messages } = core.scripts.render({ script, occasion, agentId: agent.id, answers });
  const contents = messages.map((_, message) => {
    const copied = core.scripts.copy(
      { scriptId: script.id, message, occasion, answers, agentId: agent.id },
      nowMs,
    );
    if (copied.kind === 'copied') return copied.content;
    if (copied.kind === 'blocked') {
      const words = copied.notes.map(({ found, explanation }) => `“${found}”${explanation}`).join('；');
      throw new AppError('conflict', `本店话术规范不允许：${words}；没有复制`);
    }
    const names = copied.fields.map(
      ({ name, choices }) => `「${name}」${choices ? `（${choices.join('、')}）` : ''}`,
    );
    throw new AppError('invalid-input', `变量${names.join('')}没有值，请用 --set 名称=值 给出；没有复制`);
  });
  const parts = contents.map((content) =>
    content.kind === 'text' ? content.text : `[图片 ${content.name}]`,
  );
  const text = parts.join('\n\n');
  return done({ code: script.code, title: script.title, parts, text }, [text]);
}

export const copyCommand: StoreCommand = {
  name: 'copy',
  usage: 'copy TASK_ID SCRIPT_CODE --agent NAME [--set 名称=值]…',
  summary: '为一项待办填好话术、记录使用并输出文字',
  help: ['  --agent NAME      客服，不存在时新建（必填）', '  --set 名称=值     给出变量的值，可多次使用'],
  options: { agent: { type: 'string' }, set: { type: 'string', multiple: true } },
  run,
};

import { verifyStore } from '../../electron/store/verify-store.ts';
import type { Command, CommandResult, Invocation } from '../command.ts';
import { refuseWords } from '../values.ts';

function run({ core, positionals }: Invocation): CommandResult {
  refuseWords(positionals);
  const result = verifyStore(core.db, core.clock.now());
  const { ok, orders, customers, openTasks, problems } = result;
  const lines = [
    ok ? '数据完好' : '发现问题，详见错误输出',
    `订单 ${orders}，客户 ${customers}，未完成的待办 ${openTasks}`,
  ];
  return { json: result, lines, errors: problems, exitCode: ok ? 0 : 1 };
}

export const verifyCommand: Command = {
  name: 'verify',
  usage: 'verify',
  summary: '检查数据文件是否完好',
  help: [],
  options: {},
  run,
};

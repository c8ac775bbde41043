import { verifyFile } from '../../../electron/store/state/verify-file.ts';
import type { CommandResult, FileCommand, FileInvocation } from '../../command.ts';
import { openCore, PATIENCE_MS } from '../../core.ts';
import { refuseWords } from '../../values.ts';

/** A place where nothing ever was gets a new store, as with every command. */
function verification({ databasePath, nowMs }: FileInvocation) {
  const look = () => verifyFile(databasePath, { nowMs, busyTimeoutMs: PATIENCE_MS });
  const found = look();
  if (found) return found;
  openCore({ databasePath, startsAtMs: nowMs }).close();
  return look();
}

function run(invocation: FileInvocation): CommandResult {
  refuseWords(invocation.positionals);
  const result = verification(invocation);
  if (!result) throw new Error('A new store left no file');
  const { ok, orders, customers, openTasks, problems } = result;
  const lines = [
    ok ? '数据完好' : '发现问题，详见错误输出',
    `订单 ${orders}，客户 ${customers}，未完成的待办 ${openTasks}`,
  ];
  const errors = ok ? [] : [`数据文件 ${invocation.databasePath} 有问题或无法打开：`, ...problems];
  return { json: result, lines, errors, exitCode: ok ? 0 : 1 };
}

export const verifyCommand: FileCommand = {
  name: 'verify',
  usage: 'verify',
  summary: '检查数据文件是否完好',
  help: [],
  options: {},
  runOnFile: run,
};

import { resolve } from 'node:path';
import { restoreStore } from '../../../electron/store/backups/restore-store.ts';
import type { CommandResult, FileCommand, FileInvocation } from '../../command.ts';
import { refuseWords, required } from '../../values.ts';

function run({ databasePath, nowMs, positionals, values }: FileInvocation): CommandResult {
  refuseWords(positionals);
  const from = resolve(required(values, 'from'));
  const { content, kept } = restoreStore({ from, databasePath, nowMs });
  return {
    json: { ok: true, orders: content.orders, kept },
    lines: [
      `已恢复，订单 ${content.orders}，客户 ${content.customers}`,
      ...(kept === null ? [] : [`原来的文件保留在 ${kept}`]),
    ],
    exitCode: 0,
  };
}

export const restoreCommand: FileCommand = {
  name: 'restore',
  usage: 'restore --from FILE',
  summary: '用一个备份恢复数据文件，原来的文件改名保留',
  help: ['  --from FILE  一个备份（必填），backups 列出的或 backup --to 写出的'],
  options: { from: { type: 'string' } },
  runOnFile: run,
};

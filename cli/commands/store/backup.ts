import { resolve } from 'node:path';
import { backUp, backUpTo } from '../../../electron/store/backups/back-up.ts';
import { openDatabase } from '../../../electron/store/connection.ts';
import { formatBeijing } from '../../../shared/time/beijing.ts';
import type { CommandResult, FileCommand, FileInvocation } from '../../command.ts';
import { PATIENCE_MS, requireStore } from '../../core.ts';
import { optional, refuseWords } from '../../values.ts';

function run({ databasePath, nowMs, positionals, values }: FileInvocation): CommandResult {
  refuseWords(positionals);
  const to = optional(values, 'to');
  requireStore(databasePath);
  const db = openDatabase(databasePath, { busyTimeoutMs: PATIENCE_MS });
  try {
    const request = { nowMs, reason: 'manual' } as const;
    const { file, bytes, content } =
      to === undefined ? backUp(db, request) : backUpTo(db, resolve(to), request);
    const orders = content?.orders ?? 0;
    return {
      json: { file, orders, bytes, ok: true },
      lines: [`已备份到 ${file}`, `${formatBeijing(nowMs)}，订单 ${orders}，${bytes} 字节，已检查`],
      exitCode: 0,
    };
  } finally {
    db.close();
  }
}

export const backupCommand: FileCommand = {
  name: 'backup',
  usage: 'backup [--to FOLDER]',
  summary: '备份数据文件，连同图片和凭证，并检查备份',
  help: ['  --to FOLDER  写到该文件夹；不给时写到数据文件旁的 backups，只保留 7 天和 4 周'],
  options: { to: { type: 'string' } },
  runOnFile: run,
};

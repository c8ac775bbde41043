import { backupFolderOf, listBackups } from '../../../electron/store/backups/backup-files.ts';
import { formatBeijing, toBeijingIso } from '../../../shared/time/beijing.ts';
import { type CommandResult, done, type FileCommand, type FileInvocation } from '../../command.ts';
import { refuseWords } from '../../values.ts';

function run({ databasePath, positionals }: FileInvocation): CommandResult {
  refuseWords(positionals);
  const backups = listBackups(backupFolderOf(databasePath), databasePath);
  return done(
    backups.map(({ file, atMs, content }) => ({
      file,
      at: toBeijingIso(atMs),
      orders: content?.orders ?? null,
    })),
    backups.length === 0
      ? ['还没有备份']
      : backups.map(
          ({ file, atMs, content }) =>
            `${formatBeijing(atMs)}  ${content ? `订单 ${content.orders}` : '无法读取'}  ${file}`,
        ),
  );
}

export const backupsCommand: FileCommand = {
  name: 'backups',
  usage: 'backups',
  summary: '列出数据文件旁的备份，最新的在前',
  help: [],
  options: {},
  runOnFile: run,
};

import type { Command } from '../command.ts';
import { backupCommand } from './backup.ts';
import { backupsCommand } from './backups.ts';
import { copyCommand } from './copy.ts';
import { deadlinesCommand } from './deadlines.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { ordersCommand } from './orders.ts';
import { outcomeCommand } from './outcome.ts';
import { refundsCommand } from './refunds.ts';
import { reportCommand } from './report.ts';
import { restoreCommand } from './restore.ts';
import { scriptsCommand } from './scripts.ts';
import { tasksCommand } from './tasks.ts';
import { verifyCommand } from './verify.ts';

/** Every command of the command line, in the order of the help. */
export const commands: readonly Command[] = [
  importCommand,
  tasksCommand,
  ordersCommand,
  refundsCommand,
  outcomeCommand,
  deadlinesCommand,
  copyCommand,
  reportCommand,
  scriptsCommand,
  exportCommand,
  backupCommand,
  backupsCommand,
  restoreCommand,
  verifyCommand,
];

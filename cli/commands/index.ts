import type { Command } from '../command.ts';
import { caseCommand } from './case.ts';
import { casesCommand } from './cases.ts';
import { copyCommand } from './copy.ts';
import { deadlinesCommand } from './deadlines.ts';
import { exportCommand } from './export.ts';
import { importCommand } from './import.ts';
import { memoCommand } from './memo.ts';
import { memosCommand } from './memos.ts';
import { ordersCommand } from './orders.ts';
import { outcomeCommand } from './outcome.ts';
import { parcelsCommand } from './parcels.ts';
import { refundsCommand } from './refunds.ts';
import { reportCommand } from './report.ts';
import { scriptsCommand } from './scripts.ts';
import { backupCommand } from './store/backup.ts';
import { backupsCommand } from './store/backups.ts';
import { restoreCommand } from './store/restore.ts';
import { verifyCommand } from './store/verify.ts';
import { tasksCommand } from './tasks.ts';

/** Every command of the command line, in the order of the help. */
export const commands: readonly Command[] = [
  importCommand,
  tasksCommand,
  ordersCommand,
  refundsCommand,
  parcelsCommand,
  outcomeCommand,
  deadlinesCommand,
  memoCommand,
  memosCommand,
  casesCommand,
  caseCommand,
  copyCommand,
  reportCommand,
  scriptsCommand,
  exportCommand,
  backupCommand,
  backupsCommand,
  restoreCommand,
  verifyCommand,
];

import type { Command } from '../command.ts';
import { exportCommand } from './records/export.ts';
import { importCommand } from './records/import.ts';
import { ordersCommand } from './records/orders.ts';
import { parcelsCommand } from './records/parcels.ts';
import { refundsCommand } from './records/refunds.ts';
import { reportCommand } from './report.ts';
import { scriptsCommand } from './scripts.ts';
import { backupCommand } from './store/backup.ts';
import { backupsCommand } from './store/backups.ts';
import { restoreCommand } from './store/restore.ts';
import { verifyCommand } from './store/verify.ts';
import { batchCommand } from './work/batch.ts';
import { caseCommand } from './work/case.ts';
import { casesCommand } from './work/cases.ts';
import { copyCommand } from './work/copy.ts';
import { deadlinesCommand } from './work/deadlines.ts';
import { handoverCommand } from './work/handover.ts';
import { memoCommand } from './work/memo.ts';
import { memosCommand } from './work/memos.ts';
import { outcomeCommand } from './work/outcome.ts';
import { promiseCommand } from './work/promise.ts';
import { rosterCommand } from './work/roster.ts';
import { tasksCommand } from './work/tasks.ts';
import { todayCommand } from './work/today.ts';

/** Every command of the command line, in the order of the help. */
export const commands: readonly Command[] = [
  importCommand,
  todayCommand,
  tasksCommand,
  ordersCommand,
  refundsCommand,
  parcelsCommand,
  outcomeCommand,
  promiseCommand,
  deadlinesCommand,
  rosterCommand,
  memoCommand,
  memosCommand,
  casesCommand,
  caseCommand,
  batchCommand,
  handoverCommand,
  copyCommand,
  reportCommand,
  scriptsCommand,
  exportCommand,
  backupCommand,
  backupsCommand,
  restoreCommand,
  verifyCommand,
];

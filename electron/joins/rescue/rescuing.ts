import { openChannels } from '../../ipc/open-channels.ts';
import { createLateLog } from '../../platform/late-log.ts';
import type { Log } from '../../platform/log.ts';
import { PAGE_ORIGIN } from '../../platform/page/page-protocol.ts';
import { programFacts, readLogs } from '../../platform/program-facts.ts';
import { runInThread } from '../../platform/rescue-thread.ts';
import { createNotifier } from '../../platform/windows/notifier.ts';
import { createRescueWindow } from '../../platform/windows/rescue-window.ts';
import { readNote } from '../../store/state/store-note.ts';
import { createRescue, type RescueDependencies } from './rescue-desk.ts';

type Running = Omit<
  RescueDependencies,
  'pageOrigin' | 'runTask' | 'chooseCopy' | 'chooseTarget' | 'showInFolder' | 'readProgram' | 'reportBug'
> & {
  readonly userData: string;
  readonly workerUrl: URL;
  readonly window: Omit<Parameters<typeof createRescueWindow>[0], 'clock'>;
};

/** The program ran, and its agents count on being reminded. */
const wasStopped = (databasePath: string): boolean => (readNote(databasePath)?.suspect ?? null) !== null;

function tellOfStop(icon: string, onOpen: () => void, log: Log): void {
  try {
    createNotifier(icon).show({
      title: '数据文件出错，提醒已停止',
      body: '小二工作台已停止写入。请打开它，按页面提示恢复备份；恢复之前不会有任何提醒。',
      isSilent: false,
      onOpen,
      actions: [],
    });
  } catch (error) {
    // A desktop without notifications: the window says it.
    log.error('notification', error);
  }
}

/** Shows the page of a store that cannot be opened, and is done when it can. */
export async function runRescue({ userData, workerUrl, window: options, ...given }: Running): Promise<void> {
  const log = createLateLog(userData);
  log.info(`the store cannot be opened: ${given.state.kind} ${given.state.detail}`);
  const window = createRescueWindow({ ...options, clock: given.clock });
  if (wasStopped(given.databasePath)) tellOfStop(options.icon, window.comeUp, log);
  const { answerCall, isFit } = createRescue({
    ...given,
    pageOrigin: PAGE_ORIGIN,
    runTask: (task, hear) => runInThread({ workerUrl, workerData: task }, hear),
    chooseCopy: window.chooseStoreCopy,
    chooseTarget: window.chooseTarget,
    showInFolder: window.showInFolder,
    readProgram: async () => ({ program: programFacts(), logs: await readLogs(userData) }),
    reportBug: log.error,
  });
  openChannels(Promise.resolve(answerCall));
  await isFit;
  log.info('the store can be opened again');
  window.close();
}

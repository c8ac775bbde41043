import { openChannels } from '../ipc/open-channels.ts';
import { createLateLog } from '../platform/late-log.ts';
import { programFacts, readLogs } from '../platform/program-facts.ts';
import { runInThread } from '../platform/rescue-thread.ts';
import { PAGE_ORIGIN } from '../platform/windows/page-protocol.ts';
import { createRescueWindow } from '../platform/windows/rescue-window.ts';
import { createRescue, type RescueDependencies } from './rescue-desk.ts';

type Running = Omit<
  RescueDependencies,
  'pageOrigin' | 'runTask' | 'chooseCopy' | 'chooseTarget' | 'showInFolder' | 'readProgram' | 'reportBug'
> & {
  readonly userData: string;
  readonly workerUrl: URL;
  readonly window: Parameters<typeof createRescueWindow>[0];
};

/** Shows the page of a store that cannot be opened, and is done when it can. */
export async function runRescue({ userData, workerUrl, window: options, ...given }: Running): Promise<void> {
  const log = createLateLog(userData);
  log.info(`the store cannot be opened: ${given.state.kind} ${given.state.detail}`);
  const window = createRescueWindow(options);
  const { answerCall, isFit } = createRescue({
    ...given,
    pageOrigin: PAGE_ORIGIN,
    runTask: (task) => runInThread(workerUrl, task),
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

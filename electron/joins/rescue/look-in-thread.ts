import { AppError } from '../../../shared/errors.ts';
import { runInThread } from '../../platform/rescue-thread.ts';
import { RescueOutcome, type RescueTask } from '../../rescue/rescue-task.ts';
import type { StoreState } from '../../store/state/store-state.ts';

type Look = Omit<Extract<RescueTask, { readonly kind: 'look' }>, 'kind'>;

/** Says what lies in the place of the store, after the thread has finished a restore that was cut off. */
export async function lookInThread(workerUrl: URL, look: Look): Promise<StoreState> {
  const task: RescueTask = { kind: 'look', ...look };
  const outcome = RescueOutcome.parse(await runInThread({ workerUrl, workerData: task }));
  if (outcome.kind === 'looked') return outcome.state;
  if (outcome.kind === 'failed') throw new AppError(outcome.failure.code, outcome.failure.message);
  throw new Error(`The thread answered a look with ${outcome.kind}`);
}

import { ipcMain } from 'electron';
import { CALL } from '../../shared/ipc/wire.ts';
import type { AnswerCall } from './answer-calls.ts';

/**
 * Lets pages call from now on. The first page starts before the rest of the program has been read, so its calls wait
 * until the handlers are there.
 */
export function openChannels(answering: Promise<AnswerCall>): void {
  // The page of a store that could not be opened has called before.
  ipcMain.removeHandler(CALL);
  ipcMain.handle(CALL, async (event, channel: unknown, input: unknown): Promise<string> => {
    const answerCall = await answering;
    return JSON.stringify(await answerCall(channel, event, input));
  });
}

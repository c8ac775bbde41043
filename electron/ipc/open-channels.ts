import { ipcMain } from 'electron';
import { CHANNELS } from '../../shared/ipc/channels.ts';
import type { AnswerCall } from './register-handlers.ts';

/**
 * Lets pages call from now on. The first one starts before the rest of the program has been read, so its calls wait
 * for whoever will answer them.
 */
export function openChannels(answering: Promise<AnswerCall>): void {
  for (const channel of CHANNELS) {
    ipcMain.handle(channel, async (event, input: unknown) => (await answering)(channel, event, input));
  }
}

import { BrowserWindow } from 'electron';
import type { EventPayload } from '../../shared/ipc/contract.ts';
import type { EventName } from '../../shared/ipc/wire.ts';

/** Tells every window. */
export type Broadcast = <E extends EventName>(event: E, payload: EventPayload<E>) => void;

export const broadcast: Broadcast = (event, payload) => {
  for (const window of BrowserWindow.getAllWindows()) send(window, event, payload);
};

/** Tells one window. */
export function send<E extends EventName>(window: BrowserWindow, event: E, payload: EventPayload<E>): void {
  if (!window.isDestroyed()) window.webContents.send(event, payload);
}

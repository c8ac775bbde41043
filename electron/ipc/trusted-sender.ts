import type { IpcMainInvokeEvent } from 'electron';

/** Only a top frame of our own page may ask; a frame that navigated away, or an embedded one, may not. */
export function isTrustedSender(event: IpcMainInvokeEvent, pageOrigin: string): boolean {
  const frame = event.senderFrame;
  if (!frame || frame.parent !== null) return false;
  return frame.url.startsWith(`${pageOrigin}/`);
}

/** As much of Electron's event as tells which frame of which page asks. */
export type Sender = {
  readonly senderFrame: { readonly url: string; readonly parent: unknown } | null;
};

/** Only a top frame of our own page may ask; a frame that navigated away, or an embedded one, may not. */
export function isTrustedSender(sender: Sender, pageOrigin: string): boolean {
  const frame = sender.senderFrame;
  if (!frame || frame.parent !== null) return false;
  return frame.url.startsWith(`${pageOrigin}/`);
}

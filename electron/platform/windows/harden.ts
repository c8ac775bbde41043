import { app, session } from 'electron';
import { PAGE_ORIGIN } from '../page/page-protocol.ts';

/** Electron's security checklist, for every window that will ever exist: no permission, no way out of our page. */
export function hardenSessions(): void {
  const everySession = session.defaultSession;
  everySession.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  everySession.setPermissionCheckHandler(() => false);
  everySession.setDevicePermissionHandler(() => false);
  // The app is offline: whatever asks for a remote address is a mistake or an attack.
  everySession.webRequest.onBeforeRequest((details, decide) => {
    const isOurs = details.url.startsWith(`${PAGE_ORIGIN}/`) || details.url.startsWith('devtools://');
    decide({ cancel: !isOurs && !details.url.startsWith('data:') && !details.url.startsWith('blob:') });
  });
}

export function hardenContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.on('will-navigate', (event, url) => {
      if (!url.startsWith(`${PAGE_ORIGIN}/`)) event.preventDefault();
    });
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}

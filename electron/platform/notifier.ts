import { Notification } from 'electron';

type Notice = {
  readonly title: string;
  readonly body: string;
  readonly isSilent: boolean;
  readonly onOpen: () => void;
  /** Buttons, where the OS has them. */
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
};

/** Shows desktop notifications. Throws where the OS has none, so that a reminder is not counted as shown. */
export function createNotifier(icon: string) {
  // Electron forgets a notification, and its click, once the object is collected.
  const shown = new Set<Notification>();

  return {
    isSupported: () => Notification.isSupported(),
    show(notice: Notice): void {
      const notification = new Notification({
        title: notice.title,
        body: notice.body,
        icon,
        silent: notice.isSilent,
        urgency: 'critical',
        timeoutType: 'never',
        actions: notice.actions.map(({ label }) => ({ type: 'button', text: label })),
      });
      const forget = () => shown.delete(notification);
      notification.on('click', () => {
        forget();
        notice.onOpen();
      });
      notification.on('action', (details, index) => {
        forget();
        // The index moved into the event; older runtimes still pass it beside.
        notice.actions[details.actionIndex ?? index]?.run();
      });
      notification.on('close', forget);
      shown.add(notification);
      notification.show();
    },
    closeAll(): void {
      for (const notification of shown) notification.close();
      shown.clear();
    },
  };
}

import { type NativeImage, Notification, nativeImage } from 'electron';

export type Notifier = {
  isSupported(): boolean;
  show(notice: Notice): void;
};

type Notice = {
  readonly title: string;
  readonly body: string;
  readonly isSilent: boolean;
  /** Goes away by itself: nothing has to be done about it. */
  readonly isPassing?: boolean;
  readonly onOpen: () => void;
  /** Buttons, where the OS has them. */
  readonly actions: readonly { readonly label: string; readonly run: () => void }[];
};

/** Enough for any desktop. Every notification that stands has a copy, of the file as it is some 3 MB. */
const ICON_PIXELS = 96;
/** Windows keeps as many of one program. Older ones stay in the queue, and an agent does not read so far down. */
const MOST_STANDING = 20;

/** Shows desktop notifications. Throws where the OS has none, so that a reminder is not counted as shown. */
export function createNotifier(iconPath: string): Notifier {
  // Electron forgets a notification, and its click, once the object is collected.
  const shown = new Set<Notification>();
  let icon: NativeImage | undefined;

  function makeRoom(): void {
    for (const oldest of shown) {
      if (shown.size < MOST_STANDING) return;
      shown.delete(oldest);
      oldest.close();
    }
  }

  return {
    isSupported: () => Notification.isSupported(),
    show(notice) {
      icon ??= nativeImage.createFromPath(iconPath).resize({ width: ICON_PIXELS, quality: 'best' });
      const notification = new Notification({
        title: notice.title,
        body: notice.body,
        icon,
        silent: notice.isSilent,
        urgency: notice.isPassing ? 'low' : 'critical',
        timeoutType: notice.isPassing ? 'default' : 'never',
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
      makeRoom();
      shown.add(notification);
      notification.show();
    },
  };
}

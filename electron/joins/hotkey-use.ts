import { AppError } from '../../shared/errors.ts';
import type { WindowState } from '../../shared/ipc/contract/program/window-contract.ts';
import type { Broadcast } from '../ipc/broadcast.ts';
import type { Notifier } from '../platform/windows/notifier.ts';
import { createCopyRelay, type Relayed } from '../scripts/copying/copy-relay.ts';

type Dependencies = Omit<Parameters<typeof createCopyRelay>[0], 'told'> & {
  readonly broadcast: Broadcast;
  readonly notifier: Pick<Notifier, 'show'>;
  /** Brings the window up. */
  readonly comeUp: () => void;
  readonly dockState: () => WindowState;
  readonly showPalette: () => void;
  readonly reportBug: (what: string, error: unknown) => void;
};

/** X3: the global hotkey copies the message that follows, and shows the palette where nothing follows. */
export function createHotkeyUse(dependencies: Dependencies) {
  const { broadcast, notifier, comeUp, dockState, showPalette, reportBug, clock, agentId } = dependencies;

  function told({ orderId, scriptId, next, total }: Relayed): void {
    broadcast('scripts.relayed', { orderId, scriptId, next, total });
    const { isDocked, isOnTop } = dockState();
    // Beside the chat the window itself shows it.
    if (isDocked && isOnTop) return;
    notifier.show({
      title: `已复制 ${next ?? total}/${total}，直接粘贴`,
      body: next === null ? '这是最后一条' : '',
      isSilent: true,
      isPassing: true,
      onOpen: comeUp,
      actions: [],
    });
  }
  const relay = createCopyRelay({ clock, agentId, told });

  return {
    relay,
    async hotkeyPressed(): Promise<void> {
      // Locked: the agent sees the sign-in screen, and no customer.
      if (agentId() === null) return comeUp();
      const isRelayed = await relay.copyNext().catch((error: unknown) => {
        // The palette shows what can still be copied.
        if (!(error instanceof AppError)) reportBug('copy relay', error);
        return false;
      });
      if (!isRelayed) showPalette();
    },
  };
}

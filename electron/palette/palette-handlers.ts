import type { ScriptOccasion } from '../../shared/ipc/contract/scripts/script-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { Broadcast } from '../ipc/broadcast.ts';
import type { ClipboardKeeper } from './clipboard-keeper.ts';
import type { createPaletteContext } from './palette-context.ts';

type Dependencies = {
  readonly paletteContext: ReturnType<typeof createPaletteContext>;
  readonly clipboard: Pick<ClipboardKeeper, 'canRestore' | 'restore'>;
  readonly follow: (occasion: ScriptOccasion | null) => void;
  /** Gives the focus back to the program that the agent came from. */
  readonly hidePalette: () => void;
  readonly broadcast: Broadcast;
  readonly clock: Clock;
};

export function createPaletteHandlers(dependencies: Dependencies) {
  const { paletteContext, clipboard, follow, hidePalette, broadcast, clock } = dependencies;

  return {
    'palette.context': async ({ unfinished }) => ({
      ...(await paletteContext(unfinished)),
      canRestoreClipboard: clipboard.canRestore(),
      nowMs: clock.now(),
    }),
    'palette.hide': () => {
      hidePalette();
    },
    'palette.follow': (occasion) => {
      follow(occasion);
    },
    'palette.used': (used) => {
      broadcast('palette.used', used);
    },
    'palette.restoreClipboard': async () => ({ isRestored: await clipboard.restore() }),
  } satisfies Partial<Handlers>;
}

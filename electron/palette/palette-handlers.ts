import type { ScriptOccasion } from '../../shared/ipc/contract/script-contract.ts';
import type { Clock } from '../../shared/time/clock.ts';
import type { Handlers } from '../ipc/answer-calls.ts';
import type { ClipboardKeeper } from './clipboard-keeper.ts';
import type { createPaletteContext } from './palette-context.ts';

type Dependencies = {
  readonly context: ReturnType<typeof createPaletteContext>;
  readonly keeper: Pick<ClipboardKeeper, 'canRestore' | 'restore'>;
  readonly follow: (occasion: ScriptOccasion | null) => void;
  /** Gives the focus back to the program that the agent came from. */
  readonly hide: () => void;
  readonly clock: Clock;
};

export function createPaletteHandlers({ context, keeper, follow, hide, clock }: Dependencies) {
  return {
    'palette.context': async () => ({
      ...(await context()),
      canRestoreClipboard: keeper.canRestore(),
      nowMs: clock.now(),
    }),
    'palette.hide': () => {
      hide();
    },
    'palette.follow': (occasion) => {
      follow(occasion);
    },
    'palette.restoreClipboard': async () => ({ isRestored: await keeper.restore() }),
  } satisfies Partial<Handlers>;
}

import type { WindowState } from '../../shared/ipc/contract/program/window-contract.ts';
import type { Handlers } from '../ipc/answer-calls.ts';

/** How the main window stands on the screen. */
export type Docking = {
  state(): WindowState;
  toggle(): WindowState;
  pin(isOnTop: boolean): WindowState;
};

export function createWindowHandlers({ docking }: { readonly docking: Docking }) {
  return {
    'window.state': () => docking.state(),
    'window.toggleDock': () => docking.toggle(),
    'window.pinDock': ({ isOnTop }) => docking.pin(isOnTop),
  } satisfies Partial<Handlers>;
}

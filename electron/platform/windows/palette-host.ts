import type { BrowserWindow } from 'electron';
import { createPaletteWindow, hidePalette, showPalette } from './windows.ts';

type Dependencies = {
  readonly appFolder: string;
  readonly zoomFactor: () => number;
  /** The page clears itself and asks for whom it is. */
  readonly shown: (window: BrowserWindow) => void;
};

/** The palette's window, made when it is first called. */
export function createPaletteHost({ appFolder, zoomFactor, shown }: Dependencies) {
  let window: BrowserWindow | undefined;
  return {
    show(): void {
      window ??= createPaletteWindow(appFolder, zoomFactor());
      // Before a key can reach it: the Enter of a quick hand is not for the customer of the last time.
      shown(window);
      showPalette(window);
    },
    hide(): void {
      if (window) hidePalette(window);
    },
  };
}

import { type BrowserWindow, screen } from 'electron';
import type { WindowState } from '../../../shared/ipc/contract/program/window-contract.ts';
import {
  type DockDisplay,
  type DockPlace,
  type DockPlaces,
  displayFor,
  dockBounds,
  placeAfterMove,
  placeOn,
} from './dock-place.ts';

/** The frame of a window that can be resized is wider on Windows than what is seen of it. */
const UNSEEN_BORDER = process.platform === 'win32' ? 7 : 0;
/** Linux tells of every step of a move and not of its end. */
const SETTLED_MS = 400;

type Options = {
  readonly window: BrowserWindow;
  /** Outside of the dock it was maximised last. */
  readonly wasMaximized: boolean;
  readonly read: () => DockPlaces;
  readonly save: (places: DockPlaces) => void;
  readonly zoomFactor: () => number;
  /** The bounds before the window was docked are the ones to come back to. */
  readonly saveNormalPlace: () => void;
  readonly changed: () => void;
};

export type Dock = ReturnType<typeof createDock>;

/** Keeps the window at a side of its screen for as long as it is docked, whatever happens to the screens. */
export function createDock(options: Options) {
  const { window, zoomFactor, changed } = options;
  let places = options.read();
  let undocked = { bounds: window.getNormalBounds(), isMaximized: options.wasMaximized };
  let timer: ReturnType<typeof setTimeout> | undefined;

  function keep(change: Partial<DockPlaces>): void {
    places = { ...places, ...change };
    options.save(places);
  }

  const fitOn = ({ workArea }: DockDisplay) => ({
    workArea,
    zoomFactor: zoomFactor(),
    unseenBorder: UNSEEN_BORDER,
  });
  function isAt(wanted: Electron.Rectangle): boolean {
    const now = window.getBounds();
    return (['x', 'y', 'width', 'height'] as const).every((side) => now[side] === wanted[side]);
  }
  const underWindow = () => screen.getDisplayMatching(window.getBounds());

  function place(): void {
    if (!places.isDocked) return;
    const target = displayFor(screen.getAllDisplays(), places, underWindow());
    const wanted = dockBounds(placeOn(places, target), fitOn(target));
    // On its way to a screen of another scale Windows may take the first bounds by the scale of the last one.
    for (let tries = 0; tries < 2 && !isAt(wanted); tries += 1) window.setBounds(wanted);
    window.setAlwaysOnTop(places.isOnTop, 'floating');
  }

  function keepPlaceOn(target: DockDisplay, kept: DockPlace): void {
    keep({ displayId: target.id, byDisplay: { ...places.byDisplay, [String(target.id)]: kept } });
  }

  /** The agent has moved the window, or an edge of it: it stays on that screen, at the nearer side, as wide. */
  function settle(): void {
    if (!places.isDocked || window.isDestroyed() || window.isMinimized()) return;
    const target = underWindow();
    keepPlaceOn(target, placeAfterMove(window.getBounds(), fitOn(target)));
    place();
  }

  function settleSoon(): void {
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLED_MS);
  }

  function dock(): void {
    options.saveNormalPlace();
    undocked = { bounds: window.getNormalBounds(), isMaximized: window.isMaximized() };
    if (window.isMaximized()) window.unmaximize();
    keep({ isDocked: true });
    const target = underWindow();
    keepPlaceOn(target, placeOn(places, target));
    place();
  }

  function leave(): void {
    keep({ isDocked: false });
    window.setAlwaysOnTop(false);
  }

  function undock(): void {
    leave();
    window.setBounds(undocked.bounds);
    if (undocked.isMaximized) window.maximize();
  }

  const state = (): WindowState => ({ isDocked: places.isDocked, isOnTop: places.isOnTop });

  if (process.platform === 'linux') {
    window.on('move', settleSoon);
    window.on('resize', settleSoon);
  } else {
    window.on('moved', settle);
    window.on('resized', settle);
  }
  window.on('maximize', () => {
    // An agent who makes it large wants it large.
    if (!places.isDocked) return;
    leave();
    changed();
  });
  screen.on('display-metrics-changed', place);
  screen.on('display-removed', place);
  screen.on('display-added', place);
  place();

  return {
    state,
    place,
    toggle(): WindowState {
      if (places.isDocked) undock();
      else dock();
      changed();
      return state();
    },
    pin(isOnTop: boolean): WindowState {
      keep({ isOnTop });
      place();
      changed();
      return state();
    },
  };
}

import { z } from 'zod';

type Rectangle = {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
};

/** In the pixels of a page that is not zoomed. */
export const DOCK_WIDTH = { least: 340, first: 420, most: 520 } as const;

const DockPlace = z.object({ side: z.enum(['left', 'right']), width: z.int() });
export type DockPlace = z.infer<typeof DockPlace>;

/** Where the docked window stands on each screen, by the screen's id. */
export const DockPlaces = z.object({
  isDocked: z.boolean(),
  isOnTop: z.boolean(),
  /** The screen on which it was docked last; it may be gone. */
  displayId: z.number().nullable(),
  byDisplay: z.record(z.string(), DockPlace),
});
export type DockPlaces = z.infer<typeof DockPlaces>;

export const NEVER_DOCKED: DockPlaces = { isDocked: false, isOnTop: true, displayId: null, byDisplay: {} };

export type DockDisplay = { readonly id: number; readonly workArea: Rectangle };

/** The screen that is remembered, as long as it is there; else the one that holds most of the window. */
export function displayFor(
  displays: readonly DockDisplay[],
  { displayId }: Pick<DockPlaces, 'displayId'>,
  matching: DockDisplay,
): DockDisplay {
  return displays.find(({ id }) => id === displayId) ?? matching;
}

export function placeOn({ byDisplay }: DockPlaces, { id }: Pick<DockDisplay, 'id'>): DockPlace {
  return byDisplay[String(id)] ?? { side: 'right', width: DOCK_WIDTH.first };
}

type Fit = {
  readonly workArea: Rectangle;
  /** A page that is drawn larger takes more room. */
  readonly zoomFactor: number;
  /** The system draws a border around the window that is not seen; the window is larger by it on three sides. */
  readonly unseenBorder: number;
};

/** Below its first size the window is not made smaller, however small it is drawn. */
export const leastWidth = (zoomFactor: number): number =>
  Math.round(DOCK_WIDTH.least * Math.max(1, zoomFactor));

/** At most half of the screen, so that the chat has the other one. */
export function dockWidth(width: number, { workArea, zoomFactor }: Fit): number {
  const least = leastWidth(zoomFactor);
  const most = Math.min(Math.round(DOCK_WIDTH.most * zoomFactor), Math.floor(workArea.width / 2));
  return Math.max(Math.min(least, most), Math.min(width, most));
}

/** The bounds of a window of that width at that side, over the full height that the taskbar leaves. */
export function dockBounds({ side, width }: DockPlace, fit: Fit): Rectangle {
  const { workArea, unseenBorder } = fit;
  const seen = dockWidth(width, fit);
  const left = side === 'left' ? workArea.x : workArea.x + workArea.width - seen;
  return {
    x: left - unseenBorder,
    y: workArea.y,
    width: seen + 2 * unseenBorder,
    height: workArea.height + unseenBorder,
  };
}

/** The place that the agent has given it by moving the window or its edge. */
export function placeAfterMove(bounds: Rectangle, fit: Fit): DockPlace {
  const { workArea, unseenBorder } = fit;
  const middle = bounds.x + bounds.width / 2;
  const side = middle < workArea.x + workArea.width / 2 ? 'left' : 'right';
  return { side, width: dockWidth(bounds.width - 2 * unseenBorder, fit) };
}

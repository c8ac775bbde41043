import { describe, expect, it } from 'vitest';
import {
  type DockDisplay,
  displayFor,
  dockBounds,
  NEVER_DOCKED,
  placeAfterMove,
  placeOn,
} from '../../../../electron/platform/windows/dock-place.ts';

/** 1366 × 768 with a taskbar of 48 below. */
const SMALL: DockDisplay = { id: 1, workArea: { x: 0, y: 0, width: 1366, height: 720 } };
/** A second screen to the right of it, with the taskbar at its top. */
const LARGE: DockDisplay = { id: 2, workArea: { x: 1366, y: 40, width: 1920, height: 1040 } };

const fitOn = ({ workArea }: DockDisplay, zoomFactor = 1, unseenBorder = 0) => ({
  workArea,
  zoomFactor,
  unseenBorder,
});

describe('B1: the window stands beside the chat', () => {
  it('takes the full height that the taskbar leaves, at the right side at first', () => {
    expect(dockBounds(placeOn(NEVER_DOCKED, SMALL), fitOn(SMALL))).toEqual({
      x: 946,
      y: 0,
      width: 420,
      height: 720,
    });
  });

  it('stands at the side that was chosen, on the screen that it is on', () => {
    expect(dockBounds({ side: 'left', width: 380 }, fitOn(LARGE))).toEqual({
      x: 1366,
      y: 40,
      width: 380,
      height: 1040,
    });
  });

  it.each([
    [200, 340],
    [340, 340],
    [520, 520],
    [900, 520],
  ])('is 340 to 520 wide: %i becomes %i', (width, seen) => {
    expect(dockBounds({ side: 'left', width }, fitOn(LARGE)).width).toBe(seen);
  });

  it('is wider where everything is drawn larger, and leaves the chat half of the screen', () => {
    expect(dockBounds({ side: 'left', width: 340 }, fitOn(LARGE, 1.5)).width).toBe(510);
    expect(dockBounds({ side: 'left', width: 900 }, fitOn(SMALL, 1.5)).width).toBe(683);
    expect(dockBounds({ side: 'left', width: 340 }, fitOn(LARGE, 0.8)).width).toBe(340);
  });

  it('touches the edge with what is seen of it, where the system adds a border that is not', () => {
    expect(dockBounds({ side: 'right', width: 420 }, fitOn(SMALL, 1, 7))).toEqual({
      x: 939,
      y: 0,
      width: 434,
      height: 727,
    });
  });
});

describe('B1: what the agent does to the docked window is kept for the screen', () => {
  it('goes to the nearer side when it is moved, and keeps the width that was drawn', () => {
    const fit = fitOn(LARGE, 1, 7);
    const start = dockBounds({ side: 'right', width: 420 }, fit);
    expect(placeAfterMove(start, fit)).toEqual({ side: 'right', width: 420 });
    expect(placeAfterMove({ ...start, x: 1500 }, fit)).toEqual({ side: 'left', width: 420 });
    expect(placeAfterMove({ ...start, width: 2000 }, fit).width).toBe(520);
  });

  it('stands where it stood on each screen', () => {
    const places = {
      ...NEVER_DOCKED,
      displayId: 2,
      byDisplay: { 1: { side: 'left', width: 340 }, 2: { side: 'right', width: 500 } },
    } as const;
    expect(placeOn(places, displayFor([SMALL, LARGE], places, SMALL))).toEqual({ side: 'right', width: 500 });
  });

  it('comes to a screen that is there when its own is gone', () => {
    const places = { ...NEVER_DOCKED, displayId: 2, byDisplay: { 2: { side: 'left', width: 500 } } } as const;
    const left = displayFor([SMALL], places, SMALL);
    expect(left).toBe(SMALL);
    expect(placeOn(places, left)).toEqual({ side: 'right', width: 420 });
  });
});

import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import { z } from 'zod';
import { useViewState } from '../../../lib/place/view-state.ts';

const Widths = z.object({ left: z.number(), right: z.number() });
type Side = 'left' | 'right';

const between = (least: number, width: number, most: number) => Math.max(least, Math.min(width, most));

/** A wide window has room for longer lines of both lists; until an agent has set the widths, they follow it. */
function startWidths(): z.infer<typeof Widths> {
  const { innerWidth } = window;
  return { left: between(300, innerWidth * 0.22, 420), right: between(320, innerWidth * 0.26, 520) };
}
const START_STYLES = { left: 'clamp(300px, 22vw, 420px)', right: 'clamp(320px, 26vw, 520px)' } as const;
const LIMITS = { left: { min: 260, max: 520 }, right: { min: 260, max: 620 } } as const;
const MIDDLE_MIN_PX = 400;
const STEP_PX = 16;

type HandleProps = {
  readonly label: string;
  readonly side: Side;
  readonly width: number;
  readonly onWidth: (width: number) => void;
};

export function WidthHandle({ label, side, width, onWidth }: HandleProps) {
  const start = useRef<{ x: number; width: number } | null>(null);
  const direction = side === 'left' ? 1 : -1;
  function move(event: PointerEvent): void {
    if (start.current) onWidth(start.current.width + (event.clientX - start.current.x) * direction);
  }
  function key(event: KeyboardEvent): void {
    const step = { ArrowRight: STEP_PX, ArrowLeft: -STEP_PX }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    onWidth(width + step * direction);
  }
  return (
    <div
      className="split-handle"
      role="separator"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={Math.round(width)}
      aria-valuemin={LIMITS[side].min}
      aria-valuemax={LIMITS[side].max}
      tabIndex={0}
      onKeyDown={key}
      onDoubleClick={() => onWidth(startWidths()[side])}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = { x: event.clientX, width };
      }}
      onPointerMove={move}
      onPointerUp={() => {
        start.current = null;
      }}
    />
  );
}

/** The widths of the outer columns, which the agent sets once; the middle never gets too narrow to work in. */
export function useColumnWidths() {
  const [set, setWidths] = useViewState('columns.workbench', Widths.nullable(), null);
  const widths = set ?? startWidths();
  const frame = useRef<HTMLDivElement>(null);
  function resize(side: Side, width: number): void {
    const other = widths[side === 'left' ? 'right' : 'left'];
    const room = (frame.current?.clientWidth ?? Number.POSITIVE_INFINITY) - other - MIDDLE_MIN_PX;
    const { min, max } = LIMITS[side];
    setWidths({ ...widths, [side]: Math.max(min, Math.min(width, max, room)) });
  }
  return {
    frame,
    styleOf: (side: Side) => ({ width: set?.[side] ?? START_STYLES[side] }),
    handleOf: (side: Side) => ({
      side,
      width: widths[side],
      onWidth: (width: number) => resize(side, width),
    }),
  };
}

import { type KeyboardEvent, type PointerEvent, type ReactNode, useRef } from 'react';
import { z } from 'zod';
import { useViewState } from '../../lib/place/view-state.ts';

const Widths = z.object({ left: z.number(), right: z.number() });
type Side = 'left' | 'right';

/** A wide window has room for longer lines of both lists. */
function startWidths(): z.infer<typeof Widths> {
  return window.innerWidth >= 1600 ? { left: 340, right: 400 } : { left: 300, right: 320 };
}
const LIMITS = { left: { min: 260, max: 520 }, right: { min: 260, max: 620 } } as const;
const MIDDLE_MIN_PX = 400;
const STEP_PX = 16;

type SplitColumnsProps = {
  readonly name: string;
  readonly left: ReactNode;
  readonly middle: ReactNode;
  readonly right: ReactNode;
};

type HandleProps = {
  readonly label: string;
  readonly side: Side;
  readonly width: number;
  readonly onWidth: (width: number) => void;
};

function Handle({ label, side, width, onWidth }: HandleProps) {
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

/** Three columns whose outer widths the agent sets once; the middle never gets too narrow to work in. */
export function SplitColumns({ name, left, middle, right }: SplitColumnsProps) {
  const [widths, setWidths] = useViewState(`columns.${name}`, Widths, startWidths());
  const frame = useRef<HTMLDivElement>(null);
  function resize(side: Side, width: number): void {
    const other = widths[side === 'left' ? 'right' : 'left'];
    const room = (frame.current?.clientWidth ?? Number.POSITIVE_INFINITY) - other - MIDDLE_MIN_PX;
    const { min, max } = LIMITS[side];
    setWidths({ ...widths, [side]: Math.max(min, Math.min(width, max, room)) });
  }
  return (
    <div className="split" ref={frame}>
      <div className="split-side" style={{ width: widths.left }}>
        {left}
      </div>
      <Handle label="队列宽度" side="left" width={widths.left} onWidth={(width) => resize('left', width)} />
      <div className="split-middle">{middle}</div>
      <Handle
        label="话术宽度"
        side="right"
        width={widths.right}
        onWidth={(width) => resize('right', width)}
      />
      <div className="split-side" style={{ width: widths.right }}>
        {right}
      </div>
    </div>
  );
}

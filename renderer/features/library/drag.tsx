import type { ReactNode, PointerEvent as ReactPointerEvent } from 'react';
import { useEffect, useRef, useState } from 'react';
import type { ScriptGroupId, ScriptId } from '../../../shared/domain/ids.ts';
import { after } from '../../lib/time/timers.ts';
import type { Zone } from './groups/group-moves.ts';

export type Dragged =
  | { readonly kind: 'group'; readonly id: ScriptGroupId }
  | { readonly kind: 'scripts'; readonly ids: readonly ScriptId[] };
/** `key`: the `data-drop` of the row under the pointer. */
export type Spot = { readonly key: string; readonly zone: Zone };

type DragOptions = {
  readonly accepts: (what: Dragged, spot: Spot) => boolean;
  readonly onDrop: (what: Dragged, spot: Spot) => void;
  /** The pointer rests on a row: what is closed may open. */
  readonly onLinger: (spot: Spot) => void;
};

export type Drag = {
  readonly dragged: Dragged | null;
  readonly spot: Spot | null;
  readonly start: (event: ReactPointerEvent, what: Dragged) => void;
};

type Point = { readonly x: number; readonly y: number };

/** A hand that trembles while it clicks does not drag. */
const TREMBLE_PX = 5;
const LINGER_MS = 600;
const SCROLL_EVERY_MS = 30;
const EDGE_PX = 28;

function zoneIn(what: Dragged, key: string, fraction: number): Zone | null {
  if (key.startsWith('script:')) {
    if (what.kind === 'group') return null;
    return fraction < 0.5 ? 'before' : 'after';
  }
  if (what.kind === 'scripts' || !key.startsWith('group:')) return 'into';
  if (fraction < 0.25) return 'before';
  return fraction > 0.75 ? 'after' : 'into';
}

function spotAt(what: Dragged, { x, y }: Point): Spot | null {
  const row = document.elementFromPoint(x, y)?.closest<HTMLElement>('[data-drop]');
  const key = row?.dataset['drop'];
  if (!row || key === undefined) return null;
  const { top, height } = row.getBoundingClientRect();
  const zone = zoneIn(what, key, (y - top) / height);
  return zone === null ? null : { key, zone };
}

/** Near the edge of a list that goes on there, the list comes towards the pointer. */
function scrollAt({ x, y }: Point): void {
  const list = document.elementFromPoint(x, y)?.closest('[role="tree"], [role="listbox"]');
  if (!list) return;
  const { top, bottom } = list.getBoundingClientRect();
  const overTop = Math.max(0, EDGE_PX - (y - top));
  const overBottom = Math.max(0, EDGE_PX - (bottom - y));
  if (overTop + overBottom > 0) list.scrollBy({ top: (overBottom - overTop) / 2, behavior: 'instant' });
}

/** The button is let go over a row: that is no click on it. */
function swallowClick(): void {
  const stop = (event: Event) => {
    event.preventDefault();
    event.stopPropagation();
  };
  window.addEventListener('click', stop, { capture: true, once: true });
  after(0, () => window.removeEventListener('click', stop, { capture: true }));
}

/** One drag with the mouse, from the first pixel to the drop; the page learns of rows only, not of every pixel. */
function follow(
  from: Point,
  on: {
    readonly begin: () => void;
    readonly at: (point: Point) => void;
    readonly drop: () => void;
    readonly end: () => void;
  },
): () => void {
  const listening = new AbortController();
  const { signal } = listening;
  let isDragging = false;
  let point = from;
  let endScrolling = () => {};
  const scroll = () => {
    scrollAt(point);
    on.at(point);
    endScrolling = after(SCROLL_EVERY_MS, scroll);
  };
  const finish = () => {
    listening.abort();
    endScrolling();
    if (isDragging) on.end();
  };
  window.addEventListener(
    'pointermove',
    (event) => {
      point = { x: event.clientX, y: event.clientY };
      if (!isDragging && Math.hypot(point.x - from.x, point.y - from.y) < TREMBLE_PX) return;
      if (!isDragging) {
        isDragging = true;
        on.begin();
        scroll();
      }
      on.at(point);
    },
    { signal },
  );
  window.addEventListener(
    'pointerup',
    () => {
      if (isDragging) {
        swallowClick();
        on.drop();
      }
      finish();
    },
    { signal },
  );
  window.addEventListener(
    'keydown',
    (event) => {
      if (!isDragging || event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      finish();
    },
    { signal, capture: true },
  );
  window.addEventListener('blur', finish, { signal });
  return finish;
}

const isSameSpot = (a: Spot | null, b: Spot | null): boolean => a?.key === b?.key && a?.zone === b?.zone;

export function useDrag(options: DragOptions): Drag {
  const [dragged, setDragged] = useState<Dragged | null>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  const latest = useRef(options);
  const abandon = useRef(() => {});
  useEffect(() => {
    latest.current = options;
  });
  useEffect(() => () => abandon.current(), []);

  const start = (event: ReactPointerEvent, what: Dragged): void => {
    const isPlain = !event.shiftKey && !event.ctrlKey && !event.metaKey;
    if (event.button !== 0 || event.pointerType !== 'mouse' || !isPlain) return;
    let current: Spot | null = null;
    let endLinger = () => {};
    abandon.current();
    abandon.current = follow(
      { x: event.clientX, y: event.clientY },
      {
        begin: () => setDragged(what),
        at(point) {
          const found = spotAt(what, point);
          const next = found !== null && latest.current.accepts(what, found) ? found : null;
          if (isSameSpot(current, next)) return;
          current = next;
          setSpot(next);
          endLinger();
          endLinger = next === null ? () => {} : after(LINGER_MS, () => latest.current.onLinger(next));
        },
        drop() {
          if (current !== null) latest.current.onDrop(what, current);
        },
        end() {
          endLinger();
          setDragged(null);
          setSpot(null);
        },
      },
    );
  };
  return { dragged, spot, start };
}

/** Draws the dragged rows beside the pointer. */
export function DragGhost({ children }: { readonly children: ReactNode }) {
  const element = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const listening = new AbortController();
    const move = ({ clientX, clientY }: PointerEvent) =>
      element.current?.style.setProperty('translate', `${clientX + 12}px ${clientY + 8}px`);
    window.addEventListener('pointermove', move, { signal: listening.signal });
    return () => listening.abort();
  }, []);
  return (
    <div ref={element} className="library-ghost" aria-hidden="true">
      {children}
    </div>
  );
}

/** How the row shows that something would go there. */
export function dropMark({ spot }: Pick<Drag, 'spot'>, key: string) {
  return { 'data-drop': key, ...(spot?.key === key ? { 'data-drop-zone': spot.zone } : {}) };
}

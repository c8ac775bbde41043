import './virtual-list.css';
import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import {
  type MouseEvent,
  type ReactNode,
  type Ref,
  type RefObject,
  useEffect,
  useEffectEvent,
  useId,
  useImperativeHandle,
  useRef,
} from 'react';
import { clickRow, handleListKey, type ListMove } from './virtual-list-keys.ts';

export type RowState = { readonly isSelected: boolean; readonly isMarked: boolean };

export type VirtualListHandle = {
  /** Selects the row and brings it into view; one that is not loaded yet as soon as it is. */
  readonly moveTo: (index: number) => void;
};

export type VirtualListProps = {
  readonly label: string;
  readonly count: number;
  readonly rowHeight: number;
  /** `undefined`: the row is not loaded yet. */
  readonly rowKey: (index: number) => string | undefined;
  readonly renderRow: (index: number, state: RowState) => ReactNode;
  readonly selectedKey: string | null;
  /** The index of a key among the loaded rows, when the caller knows it without looking at each. */
  readonly indexOf?: (key: string) => number;
  readonly onSelect: (key: string) => void;
  /** Enter or a double click. */
  readonly onOpen?: (key: string) => void;
  /** Called with the first and last row in view, so that a caller can load just these. */
  readonly onVisible?: (first: number, last: number) => void;
  /** With both, rows can be marked for an action on many: Ctrl, Shift, Ctrl+A, Esc. */
  readonly marked?: ReadonlySet<string>;
  readonly onMark?: (keys: ReadonlySet<string>) => void;
  readonly listRef?: RefObject<HTMLDivElement | null>;
  readonly handle?: Ref<VirtualListHandle>;
};

const NO_MARKS: ReadonlySet<string> = new Set();

/** The index of the selected row, also after a refresh has moved it; -1 when it is not loaded. */
function findSelected({ selectedKey, indexOf, rowKey, count }: VirtualListProps): number {
  if (selectedKey === null) return -1;
  if (indexOf) return indexOf(selectedKey);
  for (let index = 0; index < count; index += 1) if (rowKey(index) === selectedKey) return index;
  return -1;
}

type Seen = { readonly key: string | null; readonly index: number };

/** Remembers the cursor and keeps the selected row where the eye has it when rows come and go above it. */
function useCursor(props: VirtualListProps, scroller: RefObject<HTMLDivElement | null>) {
  const cursor = useRef(-1);
  const pending = useRef(-1);
  const lastSeen = useRef<Seen>({ key: null, index: -1 });
  const { rowHeight, selectedKey, count } = props;
  const selectedIndex = findSelected(props);

  /** A refresh has moved the selected row: the list moves with it. */
  const follow = useEffectEvent(() => {
    if (selectedIndex < 0) return;
    const { key, index } = lastSeen.current;
    const hasMoved = key === selectedKey && index !== selectedIndex;
    if (hasMoved && (scroller.current?.scrollTop ?? 0) > 0) {
      scroller.current?.scrollBy({ top: (selectedIndex - index) * rowHeight, behavior: 'instant' });
    }
    lastSeen.current = { key: selectedKey, index: selectedIndex };
    if (pending.current < 0) cursor.current = selectedIndex;
  });

  const settle = useEffectEvent(() => {
    const wanted = pending.current < 0 ? undefined : props.rowKey(pending.current);
    if (wanted === undefined) return;
    pending.current = -1;
    props.onSelect(wanted);
  });

  useEffect(() => {
    follow();
    settle();
  });

  function moveTo(index: number): void {
    if (count === 0) return;
    const target = Math.min(Math.max(index, 0), count - 1);
    cursor.current = target;
    const key = props.rowKey(target);
    // A row far away is selected as soon as it is loaded.
    pending.current = key === undefined ? target : -1;
    if (key !== undefined) props.onSelect(key);
  }

  return { selectedIndex, cursorIndex: () => cursor.current, moveTo };
}

/** Clicks are taken by the list, which has the focus and the keys, not by each row. */
function rowIndexOf(event: MouseEvent): number | undefined {
  const row = event.target instanceof Element ? event.target.closest('[data-index]') : null;
  const index = Number(row?.getAttribute('data-index') ?? Number.NaN);
  return Number.isNaN(index) ? undefined : index;
}

/** A list of any length: one listbox, one tab stop, arrow keys, and a selection that survives every refresh. */
export function VirtualList(props: VirtualListProps) {
  const { count, rowHeight, label, rowKey, renderRow, marked = NO_MARKS } = props;
  const own = useRef<HTMLDivElement | null>(null);
  const scroller = props.listRef ?? own;
  const idPrefix = useId();
  const anchor = useRef(-1);
  const { selectedIndex, cursorIndex, moveTo } = useCursor(props, scroller);

  // Its functions change with every scroll, and nothing here is memoised by them.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    rangeExtractor: (range: Range) => {
      const indexes = defaultRangeExtractor(range);
      // aria-activedescendant must point at something that is there.
      if (selectedIndex >= 0 && selectedIndex < count && !indexes.includes(selectedIndex)) {
        indexes.push(selectedIndex);
      }
      return indexes;
    },
  });

  const { startIndex: first = 0, endIndex: last = 0 } = virtualizer.range ?? {};
  const reportVisible = useEffectEvent((from: number, to: number) => props.onVisible?.(from, to));
  useEffect(() => reportVisible(first, last), [first, last]);

  const move: ListMove = {
    count,
    pageSize: Math.max(1, last - first),
    cursor: cursorIndex,
    anchor,
    rowKey,
    marked,
    ...(props.onMark ? { onMark: props.onMark } : {}),
    moveTo: (index) => {
      moveTo(index);
      virtualizer.scrollToIndex(Math.min(Math.max(index, 0), Math.max(0, count - 1)));
    },
    open: () => {
      const key = rowKey(cursorIndex());
      if (key !== undefined) props.onOpen?.(key);
    },
  };
  useImperativeHandle(props.handle, () => ({ moveTo: move.moveTo }));
  const optionId = (index: number) => `${idPrefix}-${index}`;

  return (
    <div className="virtual-list-frame">
      <div
        ref={scroller}
        className="virtual-list"
        role="listbox"
        aria-label={label}
        aria-multiselectable={props.onMark ? true : undefined}
        aria-activedescendant={selectedIndex >= 0 ? optionId(selectedIndex) : undefined}
        tabIndex={0}
        onKeyDown={(event) => handleListKey(event, move)}
        onMouseDown={(event) => {
          // The rows are told by the list what they are; the focus stays with it.
          event.preventDefault();
          event.currentTarget.focus({ preventScroll: true });
        }}
        onClick={(event) => {
          const index = rowIndexOf(event);
          if (index !== undefined) clickRow(event, index, move);
        }}
        onDoubleClick={move.open}
      >
        <div role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const key = rowKey(index);
            const isSelected = index === selectedIndex;
            const isMarked = key !== undefined && marked.has(key);
            return (
              <div
                key={key ?? `unloaded-${index}`}
                id={optionId(index)}
                className="virtual-list-row"
                role="option"
                aria-selected={isMarked || (isSelected && marked.size === 0)}
                aria-current={isSelected}
                aria-setsize={count}
                aria-posinset={index + 1}
                data-index={index}
                data-marked={isMarked || undefined}
                style={{ height: rowHeight, transform: `translateY(${start}px)` }}
                tabIndex={-1}
              >
                {renderRow(index, { isSelected, isMarked })}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

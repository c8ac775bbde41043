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
import { useScaled } from '../theme/text-scale.ts';
import { clickRow, handleListKey, type ListMove, markRow, rowIndexOf } from './virtual-list-keys.ts';

export type RowState = { readonly isSelected: boolean; readonly isMarked: boolean };

export type VirtualListHandle = {
  /** Selects the row and brings it into view; one that is not loaded yet as soon as it is. */
  readonly moveTo: (index: number) => void;
};

/** Stands above the row of its index, and stays at the top while the rows below it go by. */
export type ListHead = { readonly index: number; readonly content: ReactNode };

export type VirtualListProps = {
  readonly label: string;
  readonly count: number;
  /** With text of the standard size; for larger text, rows are higher. */
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
  /** In the order of their rows; without any, the list has no heads. */
  readonly heads?: readonly ListHead[];
  /**
   * With both, rows can be marked for an action on many: Ctrl, Shift, Ctrl+A, Esc, or a click on what a row has with
   * `data-mark`.
   */
  readonly marked?: ReadonlySet<string>;
  readonly onMark?: (keys: ReadonlySet<string>) => void;
  readonly listRef?: RefObject<HTMLDivElement | null>;
  readonly handle?: Ref<VirtualListHandle>;
};

const NO_MARKS: ReadonlySet<string> = new Set();
const NO_HEADS: readonly ListHead[] = [];
const HEAD_HEIGHT = 20;

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
  const { selectedKey, count } = props;
  const rowHeight = useScaled(props.rowHeight);
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

function openAt({ rowKey, onOpen }: VirtualListProps, index: number): void {
  const key = rowKey(index);
  if (key !== undefined) onOpen?.(key);
}

const isOnMark = ({ target }: MouseEvent): boolean =>
  target instanceof Element && target.closest('[data-mark]') !== null;

const hasHead = (heads: readonly ListHead[], index: number) => heads.some((head) => head.index === index);

type HeadsProps = { readonly heads: readonly ListHead[] };

/** The head of the rows that are at the top of the view. */
function StickyHead({ heads, first }: HeadsProps & { readonly first: number }) {
  const sticky = heads.findLast(({ index }) => index <= first) ?? heads[0];
  return (
    sticky && (
      <div className="list-head virtual-list-sticky" aria-hidden="true">
        {sticky.content}
      </div>
    )
  );
}

type Item = { readonly index: number; readonly start: number };

/** Heads among the rows in view, for the eyes: a listbox has nothing but options in it. */
function Heads({ heads, items }: HeadsProps & { readonly items: readonly Item[] }) {
  return heads.map(({ index, content }) => {
    const item = items.find((one) => one.index === index);
    return (
      item && (
        <div
          key={index}
          className="list-head virtual-list-head"
          aria-hidden="true"
          style={{ transform: `translateY(${item.start}px)` }}
        >
          {content}
        </div>
      )
    );
  });
}

/** A list of any length: one listbox, one tab stop, arrow keys, and a selection that survives every refresh. */
export function VirtualList(props: VirtualListProps) {
  const { count, label, rowKey, renderRow, marked = NO_MARKS, heads = NO_HEADS } = props;
  const rowHeight = useScaled(props.rowHeight);
  const headHeight = useScaled(HEAD_HEIGHT);
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
    estimateSize: (index) => rowHeight + (hasHead(heads, index) ? headHeight : 0),
    // A row that a key leads to must not come to lie below the head.
    scrollPaddingStart: Math.min(1, heads.length) * headHeight,
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

  const measure = useEffectEvent(() => virtualizer.measure());
  const headKey = heads.map(({ index }) => index).join();
  useEffect(() => measure(), [headKey, rowHeight]);

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
    open: () => openAt(props, cursorIndex()),
  };
  useImperativeHandle(props.handle, () => ({ moveTo: move.moveTo }));
  const optionId = (index: number) => `${idPrefix}-${index}`;

  return (
    <div className="virtual-list-frame">
      <StickyHead heads={heads} first={first} />
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
          if (index < 0) return;
          if (isOnMark(event) && props.onMark) markRow(index, move);
          else clickRow(event, index, move);
        }}
        onDoubleClick={move.open}
      >
        <div role="presentation" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map(({ index, start }) => {
            const top = start + (hasHead(heads, index) ? headHeight : 0);
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
                style={{ height: rowHeight, transform: `translateY(${top}px)` }}
                tabIndex={-1}
              >
                {renderRow(index, { isSelected, isMarked })}
              </div>
            );
          })}
          <Heads heads={heads} items={virtualizer.getVirtualItems()} />
        </div>
      </div>
    </div>
  );
}

import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type ReactNode, type RefObject, useEffect, useEffectEvent, useId, useRef } from 'react';
import { clickRow, handleListKey, type ListMove } from './virtual-list-keys.ts';

export type RowState = { readonly isSelected: boolean; readonly isMarked: boolean };

export type VirtualListProps = {
  readonly label: string;
  readonly count: number;
  readonly rowHeight: number;
  /** `undefined`: the row is not loaded yet. */
  readonly rowKey: (index: number) => string | undefined;
  readonly renderRow: (index: number, state: RowState) => ReactNode;
  readonly selectedKey: string | null;
  readonly onSelect: (key: string) => void;
  /** Enter or a double click. */
  readonly onOpen?: (key: string) => void;
  /** Called with the first and last row in view, so that a caller can load just these. */
  readonly onVisible?: (first: number, last: number) => void;
  /** With both, rows can be marked for an action on many: Ctrl, Shift, Ctrl+A, Esc. */
  readonly marked?: ReadonlySet<string>;
  readonly onMark?: (keys: ReadonlySet<string>) => void;
  readonly listRef?: RefObject<HTMLDivElement | null>;
};

const NO_MARKS: ReadonlySet<string> = new Set();

/** Where the selected row is now: usually where it was, else wherever a refresh has moved it; -1 when it is not loaded. */
function indexOfKey(props: VirtualListProps, key: string | null, lastIndex: number): number {
  if (key === null) return -1;
  if (lastIndex >= 0 && props.rowKey(lastIndex) === key) return lastIndex;
  for (let index = 0; index < props.count; index += 1) if (props.rowKey(index) === key) return index;
  return -1;
}

/** Remembers the cursor and keeps the selected row where the eye has it when rows come and go above it. */
function useCursor(props: VirtualListProps, scroller: RefObject<HTMLDivElement | null>) {
  const cursor = useRef(-1);
  const previousKey = useRef<string | null>(null);
  const pending = useRef(-1);
  const { rowHeight, selectedKey, count } = props;
  const selectedIndex = indexOfKey(props, selectedKey, cursor.current);

  const settle = useEffectEvent(() => {
    const element = scroller.current;
    const before = cursor.current;
    if (selectedIndex >= 0) {
      const hasMoved = previousKey.current === selectedKey && before >= 0 && before !== selectedIndex;
      if (element && hasMoved && element.scrollTop > 0) {
        element.scrollTop += (selectedIndex - before) * rowHeight;
      }
      cursor.current = selectedIndex;
    }
    previousKey.current = selectedKey;
    const wanted = props.rowKey(pending.current);
    if (pending.current >= 0 && wanted !== undefined) {
      pending.current = -1;
      props.onSelect(wanted);
    }
  });
  useEffect(() => settle());

  function moveTo(index: number): void {
    if (count === 0) return;
    const target = Math.min(Math.max(index, 0), count - 1);
    cursor.current = target;
    const key = props.rowKey(target);
    // A row far away is selected as soon as it is loaded.
    if (key === undefined) pending.current = target;
    else props.onSelect(key);
  }

  return { selectedIndex, cursorIndex: () => cursor.current, moveTo };
}

/** A list of any length: one listbox, one tab stop, arrow keys, and a selection that survives every refresh. */
export function VirtualList(props: VirtualListProps) {
  const { count, rowHeight, label, rowKey, renderRow, marked = NO_MARKS } = props;
  const own = useRef<HTMLDivElement | null>(null);
  const scroller = props.listRef ?? own;
  const idPrefix = useId();
  const anchor = useRef(-1);
  const { selectedIndex, cursorIndex, moveTo } = useCursor(props, scroller);

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
  const optionId = (index: number) => `${idPrefix}-${index}`;

  return (
    <div
      ref={scroller}
      className="virtual-list"
      role="listbox"
      aria-label={label}
      aria-multiselectable={props.onMark ? true : undefined}
      aria-activedescendant={selectedIndex >= 0 ? optionId(selectedIndex) : undefined}
      tabIndex={0}
      onKeyDown={(event) => handleListKey(event, move)}
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
              data-marked={isMarked || undefined}
              style={{ height: rowHeight, transform: `translateY(${start}px)` }}
              onClick={(event) => clickRow(event, index, move)}
              onDoubleClick={move.open}
            >
              {renderRow(index, { isSelected, isMarked })}
            </div>
          );
        })}
      </div>
    </div>
  );
}

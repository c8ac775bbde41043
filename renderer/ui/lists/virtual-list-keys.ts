import type { KeyboardEvent, MouseEvent, RefObject } from 'react';
import { isComposing } from '../../lib/keyboard.ts';

/** A key or a click may do this to a list. */
export type ListMove = {
  readonly count: number;
  readonly pageSize: number;
  readonly cursor: () => number;
  /** The row at which a range of marks started. */
  readonly anchor: RefObject<number>;
  readonly rowKey: (index: number) => string | undefined;
  readonly marked: ReadonlySet<string>;
  readonly onMark?: (keys: ReadonlySet<string>) => void;
  readonly moveTo: (index: number) => void;
  readonly open: () => void;
};

/** Clicks are taken by the list, which has the focus and the keys, not by each row; -1 beside the rows. */
export function rowIndexOf({ target }: Pick<MouseEvent, 'target'>): number {
  const row = target instanceof Element ? target.closest('[data-index]') : null;
  return Number(row?.getAttribute('data-index') ?? -1);
}

type Modifiers = { readonly ctrlKey: boolean; readonly metaKey: boolean; readonly shiftKey: boolean };

function keysBetween({ rowKey }: ListMove, from: number, to: number): Set<string> {
  const keys = new Set<string>();
  for (let index = Math.min(from, to); index <= Math.max(from, to); index += 1) {
    const key = rowKey(index);
    if (key !== undefined) keys.add(key);
  }
  return keys;
}

function markTo(move: ListMove, index: number): void {
  const target = Math.min(Math.max(index, 0), move.count - 1);
  if (move.anchor.current < 0) move.anchor.current = Math.max(0, move.cursor());
  move.onMark?.(keysBetween(move, move.anchor.current, target));
}

function clearMarks(move: ListMove): void {
  move.anchor.current = -1;
  if (move.marked.size > 0) move.onMark?.(new Set());
}

/** A click on the mark of a row collects that row and no other. */
export function markRow(index: number, move: ListMove): void {
  const key = move.rowKey(index);
  if (key === undefined) return;
  const marks = new Set(move.marked);
  if (!marks.delete(key)) marks.add(key);
  move.anchor.current = index;
  move.onMark?.(marks);
}

/** The row that was selected before belongs to what is being collected. */
function collectRow(index: number, move: ListMove): void {
  const current = move.rowKey(move.cursor());
  const isFirst = move.marked.size === 0 && current !== undefined && current !== move.rowKey(index);
  markRow(index, isFirst ? { ...move, marked: new Set([current]) } : move);
}

const isControl = (event: Modifiers) => event.ctrlKey || event.metaKey;

export function clickRow(event: MouseEvent, index: number, move: ListMove): void {
  if (event.shiftKey && move.onMark) markTo(move, index);
  else if (isControl(event) && move.onMark) collectRow(index, move);
  else clearMarks(move);
  move.moveTo(index);
}

function targetOf(key: string, move: ListMove): number | undefined {
  const at = move.cursor();
  const targets: Readonly<Record<string, number>> = {
    ArrowDown: at + 1,
    ArrowUp: Math.max(0, at - 1),
    PageDown: at + move.pageSize,
    PageUp: at - move.pageSize,
    Home: 0,
    End: move.count - 1,
  };
  return targets[key];
}

function handleOther(event: KeyboardEvent, move: ListMove): boolean {
  if (event.key === 'Enter' && !isControl(event)) {
    move.open();
    return true;
  }
  if (event.key === 'Escape' && move.marked.size > 0) {
    clearMarks(move);
    return true;
  }
  if (event.key.toLowerCase() === 'a' && isControl(event) && move.onMark) {
    move.onMark(keysBetween(move, 0, move.count - 1));
    return true;
  }
  return false;
}

export function handleListKey(event: KeyboardEvent, move: ListMove): void {
  if (isComposing(event)) return;
  const target = targetOf(event.key, move);
  if (target === undefined) {
    if (handleOther(event, move)) event.preventDefault();
    return;
  }
  // Ctrl or Alt with an arrow is a shortcut of the screen.
  if (isControl(event) || event.altKey) return;
  event.preventDefault();
  if (event.shiftKey && move.onMark) markTo(move, target);
  else clearMarks(move);
  move.moveTo(target);
}

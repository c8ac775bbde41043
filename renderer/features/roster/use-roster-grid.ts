import { type ClipboardEvent, type KeyboardEvent, useState } from 'react';
import type { AgentId } from '../../../shared/domain/ids.ts';
import type { ShiftCode, ShiftTemplate } from '../../../shared/domain/roster/shift-template.ts';
import type { CallInput } from '../../../shared/ipc/contract.ts';
import { isComposing } from '../../lib/keyboard.ts';
import { blockOf, codeOfText, KEY_CODES } from './cell-codes.ts';

export type Cell = { readonly row: number; readonly column: number };
export type RosterChanges = CallInput<'roster.set'>['changes'];

type Grid = {
  readonly agentIds: readonly AgentId[];
  readonly days: readonly string[];
  readonly shifts: readonly ShiftTemplate[];
  readonly isEditable: boolean;
  readonly onSet: (changes: RosterChanges) => void;
  readonly onUndo: () => void;
  readonly onUnknown: (texts: readonly string[]) => void;
};

const STEPS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
};

const within = (value: number, count: number): number => Math.min(Math.max(value, 0), count - 1);

/** Where the cursor goes with the key; `null`: it is no key of the cursor. */
function nextCell(key: string, { row, column }: Cell, { agentIds, days }: Grid): Cell | null {
  if (key === 'Home') return { row, column: 0 };
  if (key === 'End') return { row, column: days.length - 1 };
  const step = STEPS[key];
  if (step === undefined) return null;
  return { row: within(row + step[0], agentIds.length), column: within(column + step[1], days.length) };
}

/** The keyboard of the month: arrows move, Shift marks a block, a letter plans it, a copied block is pasted. */
export function useRosterGrid(grid: Grid) {
  const [kept, setCursor] = useState<Cell>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Cell>(kept);
  // Where fewer days are shown than before, the cursor is on the last of them.
  const cursor: Cell = { row: kept.row, column: within(kept.column, grid.days.length) };
  const [top, bottom] = [Math.min(cursor.row, anchor.row), Math.max(cursor.row, anchor.row)];
  const [left, right] = [Math.min(cursor.column, anchor.column), Math.max(cursor.column, anchor.column)];

  function moveTo(cell: Cell, marks: boolean): void {
    setCursor(cell);
    if (!marks) setAnchor(cell);
  }

  function plan(code: ShiftCode | null): void {
    const changes = grid.agentIds
      .slice(top, bottom + 1)
      .flatMap((agentId) => grid.days.slice(left, right + 1).map((date) => ({ agentId, date, code })));
    if (grid.isEditable && changes.length > 0) grid.onSet(changes);
  }

  function handleKey(event: KeyboardEvent): void {
    if (isComposing(event) || event.metaKey || event.altKey) return;
    if (event.ctrlKey) {
      if (event.key.toLowerCase() === 'z') grid.onUndo();
      return;
    }
    const moved = nextCell(event.key, cursor, grid);
    const code = KEY_CODES.get(event.key.toUpperCase());
    if (moved) moveTo(moved, event.shiftKey);
    else if (code !== undefined) plan(code);
    else if (event.key === 'Delete' || event.key === 'Backspace') plan(null);
    else return;
    event.preventDefault();
  }

  function handlePaste(event: ClipboardEvent): void {
    event.preventDefault();
    if (!grid.isEditable) return;
    const unknown: string[] = [];
    const changes = blockOf(event.clipboardData.getData('text/plain')).flatMap((texts, down) =>
      texts.flatMap((text, along) => {
        const [agentId, date] = [grid.agentIds[top + down], grid.days[left + along]];
        if (agentId === undefined || date === undefined) return [];
        const code = codeOfText(text, grid.shifts);
        if (code !== undefined) return { agentId, date, code };
        unknown.push(text.trim());
        return [];
      }),
    );
    grid.onUnknown(unknown);
    if (changes.length > 0) grid.onSet(changes);
  }

  return {
    cursor,
    isMarked: ({ row, column }: Cell): boolean =>
      row >= top && row <= bottom && column >= left && column <= right,
    moveTo,
    plan,
    handleKey,
    handlePaste,
  };
}

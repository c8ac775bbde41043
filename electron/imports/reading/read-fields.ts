import type { CellParser } from './cell-parsers.ts';
import { extraKey, type Positions } from './column-plan.ts';
import { Unreadable } from './unreadable.ts';

export type FieldStep = {
  readonly field: string;
  readonly positions: Positions;
  readonly parse: CellParser<unknown>;
};

export type Refusal = { readonly position: number; readonly reason: string };

/** What one row fills; the same object shape for every row of a file keeps this quick. */
export type FieldTarget = {
  readonly headers: readonly string[];
  readonly fields: Record<string, unknown>;
  readonly extra: Record<string, string>;
};

/** Fills the fields, or says which cell cannot be read. */
export function readFields(
  steps: readonly FieldStep[],
  cells: readonly string[],
  target: FieldTarget,
): Refusal | undefined {
  for (const { field, positions, parse } of steps) {
    const position = firstFilled(positions, cells);
    if (position === undefined) {
      target.fields[field] = null;
      continue;
    }
    const text = cells[position] ?? '';
    const value = parse(text);
    if (value instanceof Unreadable) return { position, reason: value.reason };
    target.fields[field] = value ?? null;
    if (value === undefined) target.extra[extraKey(target.headers, position)] = text;
    if (positions.length > 1) keepOthers(positions, position, { cells, target });
  }
  return undefined;
}

export function firstFilled(positions: Positions, cells: readonly string[]): number | undefined {
  for (const position of positions) {
    const cell = cells[position];
    if (cell !== undefined && cell !== '') return position;
  }
  return undefined;
}

type Row = { readonly cells: readonly string[]; readonly target: FieldTarget };

/** Two columns for one field that disagree: the second is kept, not dropped. */
function keepOthers(positions: Positions, chosen: number, { cells, target }: Row): void {
  for (const position of positions) {
    const text = cells[position] ?? '';
    if (text !== '' && text !== cells[chosen]) target.extra[extraKey(target.headers, position)] = text;
  }
}

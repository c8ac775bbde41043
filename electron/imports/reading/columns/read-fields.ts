import type { AnyFields } from '../../kinds/field.ts';
import { type CellOptions, type CellParser, cellParser } from '../cells/cell-types.ts';
import { Unreadable } from '../cells/unreadable.ts';
import { type ColumnPlan, extraKey, type FieldPositions, type Positions } from './column-plan.ts';

export type FieldStep = {
  readonly field: string;
  readonly positions: Positions;
  readonly parse: CellParser<unknown>;
};

export type Refusal = {
  readonly position: number;
  readonly reason: string;
  /** The row does not even say which record it is about; a sum or a blank row is then none at all. */
  readonly isOfKey?: boolean;
};

/** One row fills these. */
export type FieldTarget = {
  readonly headers: readonly string[];
  readonly fields: Record<string, unknown>;
  readonly extra: Record<string, string>;
};

/** The fields that the file has columns for. Other columns have no descriptor: they are read together with these. */
export function stepsFor(columns: FieldPositions, fields: AnyFields, options: CellOptions): FieldStep[] {
  return [...columns].flatMap(([field, positions]) => {
    const descriptor = fields[field];
    return descriptor ? [{ field, positions, parse: cellParser(descriptor.reads, options) }] : [];
  });
}

/** Every field as a row without any text leaves it; copying it gives all rows of a file one shape, which is quick. */
export function emptyFields(steps: readonly FieldStep[]): Record<string, unknown> {
  return Object.fromEntries(steps.map(({ field }) => [field, null]));
}

/** Fills the fields, or says which cell cannot be read. */
export function readFields(
  steps: readonly FieldStep[],
  cells: readonly string[],
  target: FieldTarget,
): Refusal | undefined {
  for (const { field, positions, parse } of steps) {
    const position = firstFilled(positions, cells);
    if (position === undefined) continue;
    const text = cells[position] ?? '';
    const value = parse(text);
    if (value instanceof Unreadable) return { position, reason: value.reason };
    if (value !== undefined) target.fields[field] = value;
    else target.extra[extraKey(target.headers, position)] = text;
    if (positions.length > 1) keepOthers(positions, position, { cells, target });
  }
  return undefined;
}

/** Cells that no field stands for are kept under their own header. */
export function keepExtra(plan: ColumnPlan, cells: readonly string[], extra: Record<string, string>): void {
  for (const [position, key] of plan.extra) {
    const text = cells[position];
    if (text !== undefined && text !== '') extra[key] = text;
  }
}

export function firstFilled(positions: Positions, cells: readonly string[]): number | undefined {
  for (const position of positions) {
    const cell = cells[position];
    if (cell !== undefined && cell !== '') return position;
  }
  return undefined;
}

export function textAt(positions: Positions, cells: readonly string[]): string | null {
  const position = firstFilled(positions, cells);
  return position === undefined ? null : (cells[position] ?? null);
}

type Row = { readonly cells: readonly string[]; readonly target: FieldTarget };

/** Two columns for one field that disagree: the second is kept, not dropped. */
function keepOthers(positions: Positions, chosen: number, { cells, target }: Row): void {
  for (const position of positions) {
    const text = cells[position] ?? '';
    if (text !== '' && text !== cells[chosen]) target.extra[extraKey(target.headers, position)] = text;
  }
}

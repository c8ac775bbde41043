import type { FileFormat } from '../../../../shared/domain/import-run.ts';
import type { ItemFields } from '../../../../shared/domain/order.ts';
import { FORMAT_COLUMNS, type FormatColumns } from './format-columns.ts';
import { normaliseHeader } from './header-name.ts';
import { isForbiddenColumn, isKnownColumn } from './known-columns.ts';
import type { OrderColumn } from './order-columns.ts';

/** Positions of the columns that may fill a field, the preferred first. */
export type Positions = readonly number[];

export type ExportColumn = {
  /** As the file writes it. */
  readonly header: string;
  /** The field that it fills; `null`: kept as extra under its own name. */
  readonly field: string | null;
};

export type ColumnPlan = {
  readonly headers: readonly string[];
  readonly no: Positions;
  readonly subNo: Positions;
  readonly order: ReadonlyMap<OrderColumn, Positions>;
  readonly item: ReadonlyMap<keyof ItemFields, Positions>;
  /** Column and the key it is kept under. */
  readonly extra: readonly (readonly [number, string])[];
  readonly forbidden: Positions;
  readonly columns: readonly ExportColumn[];
  readonly unknownColumns: readonly string[];
};

export function planColumns(headers: readonly string[], format: FileFormat): ColumnPlan {
  const { no, subNo, order, item }: FormatColumns = FORMAT_COLUMNS[format];
  const names = headers.map(normaliseHeader);
  const fieldOf = new Map<number, string>();
  const find = (aliases: readonly string[], field: string): number[] => {
    const positions = positionsOf(names, aliases);
    for (const position of positions) if (!fieldOf.has(position)) fieldOf.set(position, field);
    return positions;
  };
  // The number of the main order, where a file has both, is a column like any other.
  const noPositions = find(no, 'no').slice(0, 1);
  for (const [position, field] of fieldOf) {
    if (field === 'no' && !noPositions.includes(position)) fieldOf.delete(position);
  }
  const plan = {
    no: noPositions,
    subNo: find(subNo, 'subNo'),
    item: findAll(item ?? {}, find),
    order: findAll(order, find),
  };
  const forbidden = [...names.keys()].filter((at) => isForbiddenColumn(names[at] ?? ''));
  return {
    ...plan,
    headers,
    forbidden,
    extra: extraColumns(headers, (at) => fieldOf.has(at) || forbidden.includes(at)),
    columns: headers.map((header, at) => ({ header, field: fieldOf.get(at) ?? null })),
    unknownColumns: headers.filter((header, at) => header !== '' && !isKnownColumn(names[at] ?? '')),
  };
}

/** In the order of the aliases; a repeated header gives several positions. */
function positionsOf(names: readonly string[], aliases: readonly string[]): number[] {
  return aliases
    .map(normaliseHeader)
    .flatMap((alias) => [...names.keys()].filter((at) => names[at] === alias));
}

function findAll<Field extends string>(
  columns: Readonly<Partial<Record<Field, readonly string[]>>>,
  find: (aliases: readonly string[], field: string) => number[],
): Map<Field, Positions> {
  const found = new Map<Field, Positions>();
  // Object.entries forgets the key type of a record.
  for (const [field, aliases] of Object.entries(columns) as [Field, readonly string[]][]) {
    const positions = find(aliases, field);
    if (positions.length > 0) found.set(field, positions);
  }
  return found;
}

function extraColumns(
  headers: readonly string[],
  isTaken: (at: number) => boolean,
): (readonly [number, string])[] {
  const free = [...headers.keys()].filter((at) => !isTaken(at));
  return free.map((at) => [at, extraKey(headers, at)] as const);
}

/** Two columns of one name stay two: `备用`, `备用(2)`. */
export function extraKey(headers: readonly string[], at: number): string {
  const header = headers[at] ?? '';
  if (header === '') return `第${at + 1}列`;
  const before = headers.slice(0, at).filter((other) => other === header).length;
  return before === 0 ? header : `${header}(${before + 1})`;
}

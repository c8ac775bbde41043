import { normaliseHeader } from './header-name.ts';

/** Positions of the columns that may fill a field, the preferred first. */
export type Positions = readonly number[];

export type ExportColumn = {
  /** As the file writes it. */
  readonly header: string;
  /** The field that it fills; `null`: kept as extra under its own name. */
  readonly field: string | null;
};

/** Fields that are read together, each with every name that its column may have. */
export type ColumnGroup = {
  readonly name: string;
  readonly fields: Readonly<Record<string, readonly string[] | undefined>>;
  /** Only the first column that fits is taken; others of its names are columns like any other. */
  readonly takesOne?: boolean;
};

/** The columns of one kind of record that are known, by normalised header. */
export type KnownColumns = { isKnown(name: string): boolean; isForbidden(name: string): boolean };

export type ColumnPlan = {
  readonly headers: readonly string[];
  /** Group → field → positions. */
  readonly groups: ReadonlyMap<string, FieldPositions>;
  /** Column and the key it is kept under. */
  readonly extra: readonly (readonly [number, string])[];
  readonly forbidden: Positions;
  readonly columns: readonly ExportColumn[];
  readonly unknownColumns: readonly string[];
};

export type FieldPositions = ReadonlyMap<string, Positions>;

const NO_FIELDS: FieldPositions = new Map();
const NOWHERE: Positions = [];

export function fieldsOf(plan: ColumnPlan, group: string): FieldPositions {
  return plan.groups.get(group) ?? NO_FIELDS;
}

export function positionsOf(plan: ColumnPlan, group: string, field: string): Positions {
  return fieldsOf(plan, group).get(field) ?? NOWHERE;
}

type Layout = { readonly columns: readonly ColumnGroup[]; readonly known: KnownColumns };

export function planColumns(headers: readonly string[], { columns, known }: Layout): ColumnPlan {
  const names = headers.map(normaliseHeader);
  const fieldOf = new Map<number, string>();
  const groups = columns.map((group) => {
    const found = findFields(names, group);
    for (const [field, positions] of found) {
      for (const position of positions) if (!fieldOf.has(position)) fieldOf.set(position, field);
    }
    return [group.name, found] as const;
  });
  const forbidden = [...names.keys()].filter((at) => known.isForbidden(names[at] ?? ''));
  return {
    headers,
    groups: new Map(groups),
    forbidden,
    extra: extraColumns(headers, (at) => fieldOf.has(at) || forbidden.includes(at)),
    columns: headers.map((header, at) => ({ header, field: fieldOf.get(at) ?? null })),
    unknownColumns: headers.filter((header, at) => header !== '' && !known.isKnown(names[at] ?? '')),
  };
}

function findFields(names: readonly string[], { fields, takesOne }: ColumnGroup): FieldPositions {
  const found = new Map<string, Positions>();
  for (const [field, aliases = []] of Object.entries(fields)) {
    const positions = namedBy(names, aliases);
    if (positions.length > 0) found.set(field, takesOne ? positions.slice(0, 1) : positions);
  }
  return found;
}

/** In the order of the aliases; a repeated header gives several positions. */
function namedBy(names: readonly string[], aliases: readonly string[]): number[] {
  return aliases
    .map(normaliseHeader)
    .flatMap((alias) => [...names.keys()].filter((at) => names[at] === alias));
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
  // An object keeps nothing under the second name.
  if (header === '' || header === '__proto__') return `第${at + 1}列`;
  const before = headers.slice(0, at).filter((other) => other === header).length;
  return before === 0 ? header : `${header}(${before + 1})`;
}

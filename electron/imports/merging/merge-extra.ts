/** Field → [before, after], as an activity records it. */
export type Changes = Readonly<Record<string, readonly [unknown, unknown]>>;

/** Columns that the app does not know, by their header. */
export type Extra = Readonly<Record<string, string>>;

/** The name under which a change and an agent know these columns, beside the fields. */
export const EXTRA = 'extra';

const EMPTY_EXTRA: Extra = {};

/** Most records have no such columns and share one empty object. */
export function newExtra(said: Extra): Extra {
  return Object.keys(said).length === 0 ? EMPTY_EXTRA : said;
}

/** `known` itself when nothing is added; an empty cell erases nothing. */
export function mergeExtra(known: Extra, added: Extra, fillsGapsOnly: boolean): Extra {
  let merged: Record<string, string> | undefined;
  for (const name in added) {
    const after = added[name];
    const before = known[name];
    if (after === undefined || after === '' || after === before) continue;
    if (fillsGapsOnly && before !== undefined) continue;
    merged ??= { ...known };
    merged[name] = after;
  }
  return merged ?? known;
}

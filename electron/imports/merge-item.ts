import { ItemFields } from '../../shared/domain/order.ts';
import { type Changes, EMPTY_EXTRA, type Extra, mergeExtra } from './merge-extra.ts';

export type ItemState = ItemFields & { readonly lineNo: string; readonly extra: Extra };

export type ItemPart = {
  readonly lineNo: string;
  readonly fields: Readonly<Partial<ItemFields>>;
  readonly extra: Extra;
  /** The row comes from an older export, or repeats one of this file. */
  readonly fillsGapsOnly: boolean;
};

export type ItemMerge =
  | { readonly kind: 'new'; readonly after: ItemState }
  | { readonly kind: 'changed'; readonly after: ItemState; readonly changes: Changes }
  | { readonly kind: 'unchanged' };

type ItemField = keyof ItemFields;

// The shape is the schema's, so the keys are exactly the fields.
export const ITEM_FIELDS: readonly ItemField[] = Object.keys(ItemFields.shape) as ItemField[];

const NOTHING_KNOWN = Object.fromEntries(ITEM_FIELDS.map((field) => [field, null])) as {
  readonly [F in ItemField]: null;
};

/** What a row makes of a sub-order: an absent or empty cell keeps, and the number replaces a place. */
export function mergeItem(known: ItemState | null, part: ItemPart): ItemMerge {
  if (known === null) return { kind: 'new', after: newItem(part) };
  const changes = changesBy(known, part);
  if (Object.keys(changes).length === 0) return { kind: 'unchanged' };
  const after: Record<string, unknown> = { ...known };
  for (const field in changes) after[field] = changes[field]?.[1];
  // Every changed field got a value of its own type.
  return { kind: 'changed', after: after as ItemState, changes };
}

function newItem({ lineNo, fields, extra }: ItemPart): ItemState {
  const kept = Object.keys(extra).length === 0 ? EMPTY_EXTRA : extra;
  return { ...NOTHING_KNOWN, ...fields, lineNo, extra: kept };
}

function changesBy(known: ItemState, { lineNo, fields, extra, fillsGapsOnly }: ItemPart): Changes {
  const changes: Record<string, [unknown, unknown]> = {};
  if (known.lineNo !== lineNo) changes['lineNo'] = [known.lineNo, lineNo];
  for (const field of ITEM_FIELDS) {
    const before = known[field];
    const after = fields[field] ?? null;
    const isTaken = after !== null && after !== before && !(fillsGapsOnly && before !== null);
    if (isTaken) changes[field] = [before, after];
  }
  const merged = mergeExtra(known.extra, extra, fillsGapsOnly);
  if (merged !== known.extra) changes['extra'] = [known.extra, merged];
  return changes;
}

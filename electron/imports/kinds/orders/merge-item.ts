import type { ItemFields } from '../../../../shared/domain/order.ts';
import { EMPTY_EXTRA, mergeExtra } from '../../merging/merge-extra.ts';
import {
  createMergeFields,
  type Known,
  type Merge,
  type Said,
  withChanges,
} from '../../merging/merge-fields.ts';
import { ITEM_FIELDS } from './columns/item-fields.ts';

export type ItemState = Known<ItemFields> & { readonly lineNo: string };

export type ItemPart = Said<ItemFields> & {
  readonly lineNo: string;
  /** The row comes from an older export, or repeats one of this file. */
  readonly fillsGapsOnly: boolean;
};

export type ItemMerge = Merge<ItemState>;

const merging = createMergeFields(ITEM_FIELDS);
// The table has a descriptor for every field.
const NOTHING_KNOWN = merging.nothingKnown as { readonly [F in keyof ItemFields]: null };

/** Merges a row into a sub-order: an absent or empty cell changes nothing, and the number replaces a place. */
export function mergeItem(known: ItemState | null, part: ItemPart): ItemMerge {
  if (known === null) return { kind: 'new', after: newItem(part) };
  const { lineNo, fields, extra, fillsGapsOnly } = part;
  const changes: Record<string, [unknown, unknown]> = {};
  if (known.lineNo !== lineNo) changes['lineNo'] = [known.lineNo, lineNo];
  merging.addChanges(known, fields, { mode: { overwrites: !fillsGapsOnly }, changes });
  const merged = mergeExtra(known.extra, extra, fillsGapsOnly);
  if (merged !== known.extra) changes['extra'] = [known.extra, merged];
  if (Object.keys(changes).length === 0) return { kind: 'unchanged' };
  return { kind: 'changed', after: withChanges(known, changes), changes };
}

function newItem({ lineNo, fields, extra }: ItemPart): ItemState {
  const kept = Object.keys(extra).length === 0 ? EMPTY_EXTRA : extra;
  return { ...NOTHING_KNOWN, ...fields, lineNo, extra: kept };
}

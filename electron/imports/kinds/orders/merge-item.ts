import type { ItemFields } from '../../../../shared/domain/orders/order.ts';
import { createMerging, type Known, type Merge, type Said } from '../../merging/merge-fields.ts';
import { ITEM_FIELDS } from './columns/item-fields.ts';

export type ItemState = Known<ItemFields> & { readonly lineNo: string };

export type ItemPart = Said<ItemFields> & {
  readonly lineNo: string;
  /** The row comes from an older export, or repeats one of this file. */
  readonly fillsGapsOnly: boolean;
};

export type ItemMerge = Merge<ItemState>;

const merging = createMerging<ItemFields>(ITEM_FIELDS);

/** Merges a row into a sub-order: an absent or empty cell changes nothing, and the number replaces a place. */
export function mergeItem(known: ItemState | null, part: ItemPart): ItemMerge {
  const { lineNo, fillsGapsOnly } = part;
  if (known === null) return { kind: 'new', after: merging.begin(part, { lineNo }) };
  return merging.merge(known, part, {
    mode: { overwrites: !fillsGapsOnly },
    ...(known.lineNo !== lineNo && { changes: { lineNo: [known.lineNo, lineNo] } }),
  });
}
